import { accountability } from '../../shared/domain/accountability.ts'
import { caseRelative } from '../../shared/domain/case-relative.ts'
import { caseMaterial, caseNote, caseStep, localRequirement, procedureCase } from '../../shared/domain/procedure-case.ts'
import { localKey } from '../../shared/procedures/in-force.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import { backgroundOf, relativesOf } from './case-lives.ts'
import { local, materialsOf, pathOf, type Taken, untilMeeting } from './case-path.ts'
import type { Person } from './people.ts'
import { type Ground, secretaryOf, type Standing } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'

/** 发展党员: cases in every phase, a few of them late, some that have ended. */
export function developmentCases(ground: Ground): RegisterEntry[] {
  const { world, branches, stream } = ground
  const { start, today } = world
  const homes = new Map(branches.map(home => [home.at, home]))
  const own = { id: '' }
  const random = stream('cases')
  const begun = (stage: Person['draft']['category'], from: number, to: number, more: (i: number) => Partial<Begun> = () => ({})): Begun[] =>
    world.people
      .filter(({ draft }) => draft.category === stage)
      .map((person, i) => ({ person, applied: addDays(today, -random.int(from, to)), arrived: start, ...more(i) }))
  const joined = (people: readonly Person[], more: Partial<Begun> = {}): Begun[] =>
    people.map(person => {
      const met = person.draft.joinedOn ?? today
      const entered = addDays(met, 4)
      return { person, applied: addDays(met, -untilMeeting), arrived: entered > start ? entered : start, ...more }
    })
  const probationary = world.people.filter(({ draft }) => draft.category === 'probationary' && (draft.joinedOn ?? '') < addDays(today, -8))
  const ended = world.people.filter(
    ({ draft }) =>
      draft.category === 'full' &&
      (draft.joinedOn ?? '') > addDays(start, 5) &&
      (draft.joinedOn ?? today) < addDays(today, -460) &&
      draft.mobility === 'settled',
  )
  const all = [
    // The first two have waited for their talk for more than a month.
    ...begun('applicant', 8, 24, i =>
      i < 2 ? { applied: addDays(today, -44 - i * 5), without: ['talk'] } : i % 3 === 0 ? { applied: addDays(today, -70 - i) } : {},
    ),
    ...begun('activist', 190, 530, i => (i === 1 ? { applied: addDays(today, -400), without: ['inspection'] } : {})),
    ...begun('candidate', 575, 636),
    ...joined(probationary),
    ...joined(ended.slice(0, 3), { closes: true }),
  ]
  const withdrawn = all.find(({ person }) => person.draft.category === 'applicant' && !all.slice(0, 2).some(one => one.person === person))
  return [
    {
      on: addDays(start, 2),
      write: store => {
        const clause = `临江院委〔${yearOf(start)}〕11 号第六条`
        const given = {
          procedure: 'membership',
          kind: 'step',
          label: '民主测评',
          afterStep: 'consultation',
          clause,
          startsOn: start,
          remark: '测评制',
        } as const
        own.id = store.create(localRequirement, whole(localRequirement, given)).id
      },
    },
    ...all.flatMap(one => caseOf(ground, homes.get(one.person.body), one === withdrawn ? { ...one, withdrawn: true } : one, own)),
  ]
}

interface Begun {
  readonly person: Person
  readonly applied: string
  /** Nothing is entered before the person is. */
  readonly arrived: string
  readonly without?: readonly string[]
  /** The file is closed. */
  readonly closes?: boolean
  readonly withdrawn?: boolean
}

function caseOf(
  { world, stream }: Ground,
  home: Standing | undefined,
  { person, applied, arrived, without, closes, withdrawn }: Begun,
  own: { id: string },
): RegisterEntry[] {
  // Who came on the last days has no case yet: nothing is entered before the person is.
  if (!home || addDays(arrived, 2) > addDays(world.today, -4)) return []
  const random = stream(`case/${person.draft.idNumber ?? ''}`)
  const last = addDays(world.today, -4)
  const life = stream(`case-life/${person.draft.idNumber ?? ''}`)
  const path = pathOf({ applied, until: last, home, random, ...(without ? { without } : {}) })
  const kept = { id: '', version: 0 }
  const on = (day: string) => {
    const noted = addDays(day > arrived ? day : arrived, 2)
    return noted < last ? noted : last
  }
  const owner = secretaryOf(home, applied > world.start ? applied : addDays(world.start, 10))?.draft.name ?? '支部书记'
  const open: RegisterEntry = {
    on: on(applied),
    write: (store, ids) => {
      const about = { procedure: 'membership', name: person.draft.name, personId: ids.person(person), organizationId: ids.body(home.at) } as const
      kept.id = store.create(procedureCase, whole(procedureCase, { ...about, ...backgroundOf(person, applied, life), openedOn: applied, owner })).id
    },
  }
  const reviewed = path.find(({ step }) => step === 'review')?.day ?? null
  const known = path.find(({ step }) => step === 'recommendation')
  const relatives: readonly RegisterEntry[] = known
    ? relativesOf(person, reviewed, life).map(draft => ({
        on: on(reviewed ?? known.day),
        write: store => void store.create(caseRelative, whole(caseRelative, { ...draft, caseId: kept.id })),
      }))
    : []
  const taken = path.map(({ step, day, fields }): RegisterEntry => {
    const missing = random.chance(0.05)
    const pages = materialsOf(step).map(() => random.int(1, 6))
    return {
      on: on(day),
      write: store => {
        const key = step === local ? localKey(own.id) : step
        store.create(caseStep, whole(caseStep, { ...fields, caseId: kept.id, step: key, turn: 1, doneOn: day }))
        for (const [i, { key: material, label }] of materialsOf(step).entries())
          if (!missing)
            store.create(caseMaterial, whole(caseMaterial, { caseId: kept.id, step: key, material, name: label, madeOn: day, pages: pages[i] ?? 1 }))
      },
    }
  })
  return [
    open,
    ...taken,
    ...relatives,
    ...notesOf(path, on, kept),
    ...answeredFor(without, { caseId: () => kept.id, home, liable: owner, today: world.today }),
    ...(closes ? [closed(path, on, kept, '转为正式党员')] : withdrawn ? [closed(path, on, kept, '本人撤回入党申请')] : []),
  ]
}

const said: Readonly<Record<string, string>> = {
  talk: '谈话时本人说明了入党动机，提出想多参加志愿服务。',
  contacts: '已告诉两名培养联系人每半年写一次考察意见。',
  review: '函调信 4 日寄出，收到两处回函。',
  meeting: '支部大会前把志愿书送党委组织部看过一遍。',
}

function notesOf(path: readonly Taken[], on: (day: string) => string, kept: { readonly id: string }): RegisterEntry[] {
  return path.flatMap(({ step, day }): RegisterEntry[] => {
    const content = said[step]
    if (content === undefined) return []
    return [{ on: on(day), write: store => void store.create(caseNote, whole(caseNote, { caseId: kept.id, notedOn: day, content })) }]
  })
}

/** What an office holds somebody to account for where a step was let slip. */
const slips: Readonly<Record<string, { readonly link: string; readonly problem: string; readonly handling: string }>> = {
  talk: { link: '入党谈话', problem: '收到入党申请书后超过一个月没有派人谈话。', handling: '党委组织部提醒谈话，一周内补办，支部书记在书记例会上说明情况。' },
  inspection: { link: '培养教育考察', problem: '半年考察没有按时进行，考察登记表缺一次。', handling: '批评教育，补做考察，支部年底述职时说明。' },
}

interface Slip {
  caseId(): string
  readonly home: Standing
  readonly liable: string
  readonly today: string
}

/** 责任追究: of each step that nobody has seen to. */
function answeredFor(without: readonly string[] = [], { caseId, home, liable, today }: Slip): RegisterEntry[] {
  const decidedOn = addDays(today, -6)
  return without.flatMap((step): RegisterEntry[] => {
    const slip = slips[step]
    if (!slip) return []
    const basis = `临江院委〔${yearOf(decidedOn)}〕11 号第九条`
    return [
      {
        on: addDays(today, -4),
        write: (store, ids) =>
          void store.create(accountability, whole(accountability, { ...slip, caseId: caseId(), organizationId: ids.body(home.at), liable, basis, decidedOn })),
      },
    ]
  })
}

function closed(path: readonly Taken[], on: (day: string) => string, kept: { readonly id: string }, outcome: string): RegisterEntry {
  const closedOn = path.at(-1)?.day ?? null
  return {
    on: addDays(on(closedOn ?? ''), 1),
    write: store => void store.update(procedureCase, store.get(procedureCase, kept.id), { closedOn, outcome }),
  }
}
