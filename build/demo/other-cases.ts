import { caseMaterial, type CaseStep, caseStep, procedureCase, type ProcedureName } from '../../shared/domain/procedure-case.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import type { Person } from './people.ts'
import { type Ground, secretaryOf, type Standing, wasThere } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'

/** What was put down of a step, so many days before today. */
interface Taken {
  readonly step: string
  readonly ago: number
  readonly fields?: Partial<CaseStep>
}

interface Story {
  readonly procedure: ProcedureName
  readonly taken: readonly Taken[]
  /** The step that ended it says how. */
  readonly outcome?: string
}

const out = { result: 'out', place: '中共江北区教育局机关党支部', opinion: '工作调动' }
const letter = (n: number, year: number, valid?: string): Partial<CaseStep> => ({
  number: `${year}-${String(n).padStart(3, '0')}`,
  place: '中共江北区委组织部',
  ...(valid === undefined ? {} : { extendedTo: valid }),
})

/** 组织关系转接 and 组织处置: two letters without a receipt in time (挂空), others on their way, one that came in; one member with a term to mend. */
export function otherCases(ground: Ground): RegisterEntry[] {
  const { branches, world, stream } = ground
  const { today, start } = world
  const year = yearOf(today)
  const random = stream('other-cases')
  const stories: readonly Story[] = [
    {
      procedure: 'relationTransfer',
      taken: [
        { step: 'request', ago: 118, fields: out },
        { step: 'letter', ago: 112, fields: letter(11, year) },
      ],
    },
    {
      procedure: 'relationTransfer',
      taken: [
        { step: 'request', ago: 71, fields: out },
        { step: 'letter', ago: 66, fields: letter(14, year, addDays(today, -6)) },
      ],
    },
    {
      procedure: 'relationTransfer',
      taken: [
        { step: 'request', ago: 30, fields: out },
        { step: 'letter', ago: 24, fields: letter(19, year, addDays(today, 66)) },
      ],
    },
    { procedure: 'relationTransfer', taken: [{ step: 'request', ago: 8, fields: out }] },
    {
      procedure: 'relationTransfer',
      outcome: '已转入',
      taken: [
        { step: 'request', ago: 210, fields: { result: 'in', place: '中共临江县委组织部', opinion: '调入' } },
        { step: 'check', ago: 209, fields: { result: 'accepted', number: `${year}-102`, place: '中共临江县委组织部' } },
        { step: 'assign', ago: 203 },
        { step: 'answer', ago: 200, fields: { result: 'sent', number: `${year}-7` } },
      ],
    },
    {
      procedure: 'disposal',
      taken: [
        { step: 'proposal', ago: 160, fields: { opinion: '连续三个月无正当理由不参加组织生活，经批评教育没有改变。' } },
        { step: 'filing', ago: 150, fields: { result: 'filed', number: `院委组备 ${year}-21` } },
        { step: 'investigation', ago: 138, fields: { people: '', opinion: '情况属实，本人承认。' } },
        { step: 'talk', ago: 131, fields: { people: '', opinion: '愿意改正，今后按时参加组织生活。' } },
        { step: 'preview', ago: 122, fields: { number: `院委组 ${year}-33` } },
        { step: 'meeting', ago: 114, fields: { result: 'deadline', eligible: 16, present: 15, agree: 14, against: 1, abstain: 0, opinion: '没有申辩。' } },
        { step: 'approval', ago: 100, fields: { result: 'approved', number: `院委 ${year}-40` } },
        { step: 'announcement', ago: 96 },
        { step: 'help', ago: 66, fields: { opinion: '本月三次组织生活都参加了。' } },
        { step: 'help', ago: 36, fields: { opinion: '主动承担了支部的考勤。' } },
      ],
    },
  ]
  const people = branches
    .filter(({ body }) => body.kind === 'branch')
    .flatMap(home =>
      home.people
        .filter(p => p.post === null && p.draft.category === 'full' && p.draft.mobility === 'settled' && wasThere(p, addDays(start, 4)))
        .map(p => ({ home, person: p })),
    )
  const chosen = random.some(people, stories.length)
  return stories.flatMap((story, i): RegisterEntry[] => {
    const about = chosen[i]
    const [first] = story.taken
    if (!about || !first || addDays(today, -first.ago) <= addDays(start, 8)) return []
    return entriesOf(ground, about.home, about.person, story)
  })
}

function entriesOf({ world: { today } }: Ground, home: Standing, about: Person, { procedure, taken, outcome }: Story): RegisterEntry[] {
  const steps = new Map(procedures[procedure].rules.at(-1)?.steps.map(step => [step.key, step]))
  const kept = { id: '' }
  const day = ({ ago }: Taken) => addDays(today, -ago)
  const [first] = taken
  const openedOn = first ? day(first) : today
  const owner = secretaryOf(home, openedOn)?.draft.name ?? '支部书记'
  const others = home.people.filter(p => p !== about && wasThere(p, openedOn)).slice(0, 2)
  const pair = others.map(({ draft }) => draft.name).join('、')
  const open: RegisterEntry = {
    on: addDays(openedOn, 1),
    write: (store, ids) => {
      const given = { procedure, name: about.draft.name, personId: ids.person(about), organizationId: ids.body(home.at), openedOn, owner }
      kept.id = store.create(procedureCase, whole(procedureCase, given)).id
    },
  }
  const entries = taken.map((one): RegisterEntry => {
    const step = steps.get(one.step)
    const named = step?.asks?.some(({ kind }) => kind === 'people') === true ? { people: pair } : {}
    return {
      on: addDays(day(one), 1),
      write: store => {
        store.create(caseStep, whole(caseStep, { ...one.fields, ...named, caseId: kept.id, step: one.step, turn: 1, doneOn: day(one) }))
        for (const { key: material, label } of step?.materials ?? [])
          store.create(caseMaterial, whole(caseMaterial, { caseId: kept.id, step: one.step, material, name: label, madeOn: day(one), pages: 1 }))
      },
    }
  })
  const last = taken.at(-1)
  const closing =
    outcome === undefined || !last
      ? []
      : [
          {
            on: addDays(day(last), 2),
            write: (store: Parameters<RegisterEntry['write']>[0]) =>
              void store.update(procedureCase, store.get(procedureCase, kept.id), { closedOn: day(last), outcome }),
          },
        ]
  return [open, ...entries, ...closing]
}
