import { caseMaterial, type CaseStep, caseStep, procedureCase } from '../../shared/domain/procedure-case.ts'
import { type Candidate, candidate, candidateCheck, candidateCheckNames, selection, selectionTalk } from '../../shared/domain/selection.ts'
import { selection as procedure } from '../../shared/procedures/selection.ts'
import { addDays, weekdayOf } from '../../shared/rules/days.ts'
import { type YearsSelection, yearsSelections } from './cadre-ballots.ts'
import type { Person } from './people.ts'
import type { Ground } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'

/** The days after 会议推荐 on which each step is usually taken. */
const course: readonly (readonly [step: string, after: number])[] = [
  ['analysis', -30],
  ['proposal', -22],
  ['consultation', -16],
  ['talkRecommendation', -3],
  ['meetingRecommendation', 0],
  ['recommendationReport', 4],
  ['assessed', 8],
  ['team', 10],
  ['assessmentNotice', 12],
  ['assessment', 16],
  ['unitOpinion', 18],
  ['checks', 28],
  ['report', 33],
  ['leaders', 36],
  ['dualReply', 36],
  ['officeMeeting', 40],
  ['committeeMeeting', 43],
  ['publicNotice', 54],
  ['notice', 56],
  ['appointmentTalk', 58],
]

const steps = new Map(procedure.rules.at(-1)?.steps.map(step => [step.key, step]))
const workday = (day: string): string => (weekdayOf(day) > 5 ? addDays(day, 8 - weekdayOf(day)) : day)

const fieldsOf: Readonly<Record<string, Partial<CaseStep>>> = {
  analysis: { opinion: '该岗位空缺三个月，需熟悉业务、有基层工作经历的人选。' },
  consultation: { people: '党委书记、党委副书记' },
  team: { people: '组织部副部长、干部科科长、纪委派员' },
  assessmentNotice: { place: '人选所在单位' },
  assessed: { opinion: '党委会研究，以差额方式确定 2 名考察对象。' },
  assessment: { people: '班子成员、中层干部、职工代表' },
  leaders: { people: '分管领导', opinion: '当面征求意见，表示同意。' },
  dualReply: { result: 'none' },
  officeMeeting: { people: '组织部部长', attended: '部务会成员 5 人', eligible: 5, present: 5, agree: 5, against: 0, abstain: 0 },
  committeeMeeting: { people: '党委书记', attended: '党委委员 9 人', eligible: 11, present: 9, agree: 9, against: 0, abstain: 0, result: 'passed' },
  publicNotice: { place: '全院公示栏、办公网', result: 'clear', opinion: '公示期间没有收到反映。' },
  notice: { result: 'probation' },
  appointmentTalk: { people: '党委副书记' },
}

/** 选拔任用: a dossier for what the office recommended for each year; the last one is still being worked on. */
export function selectionDossiers(ground: Ground): RegisterEntry[] {
  const all = yearsSelections(ground)
  return all.flatMap((found, i) => dossier(ground, found, i === all.length - 1))
}

interface Kept {
  id: string
  readonly candidates: Map<Person, string>
}

function dossier({ world, within, stream }: Ground, found: YearsSelection, last: boolean): RegisterEntry[] {
  const { heldOn, post, first, others, at, year } = found
  const random = stream(`selection/${year}`)
  const kept: Kept = { id: '', candidates: new Map() }
  const people = [first, ...others.slice(0, 1)]
  const openedOn = workday(addDays(heldOn, -31))
  const taken = course
    .map(([step, after]) => ({ step, day: workday(addDays(heldOn, after)) }))
    .filter(({ step, day }) => within(addDays(day, 2)) && !(last && late.has(step)))
  const on = (day: string) => addDays(day, 1)
  if (!within(addDays(openedOn, 1))) return []
  const open: RegisterEntry = {
    on: on(openedOn),
    write: (store, ids) => {
      const organizationId = ids.body(at)
      const about = { procedure: 'selection', name: `${post}选拔`, organizationId, openedOn, owner: '组织部干部科' } as const
      kept.id = store.create(procedureCase, whole(procedureCase, about)).id
      const matter = {
        caseId: kept.id,
        kind: 'ordinary',
        places: 1,
        rank: world.plan.preset === 'college' ? '中层副职' : '乡科级副职',
        dual: false,
        probation: true,
      } as const
      store.create(selection, whole(selection, { ...matter, vacancy: '大学以上学历，任下一级职务三年以上，近三年年度考核称职以上。' }))
      for (const [i, person] of people.entries()) {
        const given = {
          caseId: kept.id,
          personId: ids.person(person),
          ordinal: i + 1,
          stage: 'recommended',
          currentPost: person.draft.workPost,
          proposedPost: post,
        } as const
        kept.candidates.set(person, store.create(candidate, whole(candidate, given)).id)
      }
    },
  }
  const entries = taken.map(({ step, day }): RegisterEntry => {
    const pages = random.int(1, 6)
    return {
      on: on(day),
      write: async (store, _ids, { db }) => {
        const kind = steps.get(step)?.vote
        const voted =
          kind === 'committeeVote' || kind === undefined
            ? undefined
            : await db.selectFrom('ballot').select('id').where('kind', '=', kind).where('year', '=', year).limit(1).executeTakeFirst()
        const startedOn = step === 'publicNotice' ? addDays(day, -9) : null
        store.create(caseStep, whole(caseStep, { ...fieldsOf[step], caseId: kept.id, step, turn: 1, startedOn, doneOn: day, ballotId: voted?.id ?? null }))
        for (const material of steps.get(step)?.materials ?? [])
          for (const candidateId of material.each ? kept.candidates.values() : [null])
            store.create(
              caseMaterial,
              whole(caseMaterial, { caseId: kept.id, step, material: material.key, name: material.label, madeOn: day, pages, candidateId }),
            )
        const move = (stage: Candidate['stage'], more: Partial<Candidate> = {}) => {
          for (const [person, id] of kept.candidates) {
            const before = store.get(candidate, id)
            if (person === first || stage === 'assessed') store.update(candidate, before, { stage, ...more })
            else if (before.stage !== 'out') store.update(candidate, before, { stage: 'out', outcome: '综合比选，另一人选更符合岗位需要' })
          }
        }
        if (step === 'assessed') move('assessed')
        if (step === 'committeeMeeting') move('proposed')
        if (step === 'notice') move('appointed', { appointedOn: workday(addDays(heldOn, 43)), probationFrom: day })
        if (step === 'assessment')
          for (const [n, interviewee] of ['系主任', '支部书记', '教师代表'].entries()) {
            const given = { caseId: kept.id, purpose: 'assessment', talkedOn: day, interviewee, interviewers: '考察组', place: `谈话室 ${n + 1}` } as const
            store.create(selectionTalk, whole(selectionTalk, { ...given, content: '工作踏实，能团结同志；对年轻同志的传帮带还不够。' }))
          }
        if (step === 'checks' || (last && step === 'assessment')) for (const candidateId of kept.candidates.values()) checksOf(store, candidateId, day, last)
      },
    }
  })
  const archivedOn = addDays(heldOn, 430)
  const end: RegisterEntry[] =
    !last && within(addDays(archivedOn, 2))
      ? [
          {
            on: on(archivedOn),
            write: store => {
              const doneOn = addDays(heldOn, 425)
              store.create(caseStep, whole(caseStep, { caseId: kept.id, step: 'probation', turn: 1, doneOn, result: 'passed' }))
              store.create(caseStep, whole(caseStep, { caseId: kept.id, step: 'archive', turn: 1, doneOn: archivedOn, result: 'done' }))
              store.update(procedureCase, store.get(procedureCase, kept.id), { closedOn: archivedOn, outcome: '已任职' })
            },
          },
        ]
      : []
  return [open, ...entries, ...end]
}

/** Of the dossier that is being worked on, what has not been done yet. */
const late = new Set(['checks', 'report', 'leaders', 'dualReply', 'officeMeeting', 'committeeMeeting', 'publicNotice', 'notice', 'appointmentTalk'])

/** The five checks of a candidate; of the one being worked on the answer on discipline has not come. */
function checksOf(store: Parameters<RegisterEntry['write']>[0], candidateId: string, day: string, open: boolean): void {
  for (const matter of candidateCheckNames) {
    if (open && matter === 'integrity') continue
    const waits = open && matter === 'discipline'
    const answer = waits ? {} : ({ answeredOn: day, answeredBy: answeredBy[matter], conclusion: 'clear' } as const)
    const signed = matter === 'integrity' ? { signedBy: '党委书记、纪委书记' } : {}
    store.create(candidateCheck, whole(candidateCheck, { candidateId, matter, askedOn: addDays(day, -6), ...answer, ...signed }))
  }
}

const answeredBy = { archive: '组织部干部科', personalMatters: '组织部监督科', discipline: '纪委', petitions: '信访办', integrity: '党委、纪委' } as const
