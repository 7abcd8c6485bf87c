import type { FileDecision, FileState, PlannedFile } from '../../../shared/api/cadre-files.ts'
import { person, type Person } from '../../../shared/domain/person.ts'
import type { Draft, Fault } from '../../../shared/records/record.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { draftOf, type Values } from '../../records/drafts.ts'
import { differencesOf, type Difference } from './differences.ts'
import { type Given, givenBy } from './given.ts'
import { keptOf, type Kept } from './kept.ts'
import { Matcher } from './match.ts'
import type { ReadFile } from './reading.ts'
import { writeFile } from './write.ts'

export type Step = (done: number, total: number) => Promise<void>

/** A file, whose it is, and what it would change. */
export interface Planned {
  readonly file: string
  readonly state: FileState
  shown(): PlannedFile
  write(scope: WriteScope): void
}

type PersonDraft = Draft<(typeof person)['fields']>

/** What all files would do to what is kept, worked out without touching it. */
export async function planFiles(
  scope: ReadScope,
  files: readonly ReadFile[],
  decisions: Readonly<Record<string, FileDecision>>,
  step: Step,
): Promise<Planned[]> {
  const month = scope.today.slice(0, 7)
  const read = files.map(({ file, sheet, fault, kept }) => ({ file, fault, given: sheet && givenBy(sheet, month, kept) }))
  const chosen = Object.values(decisions).flatMap(({ personId }) => personId ?? [])
  const matcher = await Matcher.gather(
    scope.db,
    read.flatMap(({ given }) => given ?? []),
    chosen,
  )
  const meant = read.map(({ file, given }) => (given ? matcher.find(given, decisions[file]) : undefined))
  const personIds = meant.map(one => (one?.kind === 'person' ? one.person.id : undefined))
  const withRest = read.flatMap(({ given }, i) => (given?.file && given.file.rest.length > 0 ? (personIds[i] ?? []) : []))
  const kept = await keptOf(
    scope,
    personIds.flatMap(id => id ?? []),
    new Set(withRest),
  )
  const taken = new Map<string, string>()
  const planned: Planned[] = []
  for (const [i, { file, fault, given }] of read.entries()) {
    if (i % 100 === 0) await step(i, read.length)
    const decision = decisions[file]
    const whose = meant[i]
    const base = { file, name: given?.name ?? '', decision }
    if (decision?.skip) planned.push(finished(base, 'skipped'))
    else if (!given || !whose) planned.push(finished(base, 'faulty', { faults: [fault ?? '读不了'] }))
    else if (whose.kind === 'nobody') planned.push(finished(base, 'faulty', { faults: [whose.why], notes: given.notes }))
    else if (whose.kind === 'ask')
      planned.push(finished(base, 'asked', { faults: [`${whose.why}，请选定是谁`], candidates: whose.candidates, notes: given.notes }))
    else {
      const key = whose.kind === 'person' ? whose.person.id : (given.idNumber ?? '')
      const earlier = taken.get(key)
      if (earlier === undefined) taken.set(key, file)
      const notes = [...(whose.kind === 'person' ? whose.notes : ['花名册里没有这个人，写入时一并新增；所在党支部等请到人员页补上']), ...given.notes]
      if (earlier !== undefined) planned.push(finished(base, 'faulty', { faults: [`与“${earlier}”是同一个人的，只能导入一份`], notes }))
      else if (whose.kind === 'person') planned.push(ofKnown(base, whose.person, kept.of(whose.person.id), given, notes))
      else planned.push(ofNew(base, given, kept.of(undefined), notes, scope.today))
    }
  }
  return planned
}

interface Base {
  readonly file: string
  readonly name: string
  readonly decision: FileDecision | undefined
}

interface Said {
  readonly faults?: readonly string[]
  readonly notes?: readonly string[]
  readonly candidates?: readonly Person[]
  readonly person?: Person
  readonly isNew?: boolean
  readonly changes?: readonly Difference[]
}

/** A file that is shown; what it writes is given where it writes anything. */
function finished({ file, name, decision }: Base, state: FileState, said: Said = {}, write: Planned['write'] = () => undefined): Planned {
  const { faults = [], notes = [], candidates = [], changes = [], isNew = false } = said
  return {
    file,
    state,
    write,
    shown: () => ({
      file,
      name,
      state,
      isNew,
      person: said.person ? someone(said.person) : null,
      candidates: candidates.map(someone),
      faults: [...faults],
      notes: [...notes],
      changes: changes.map(({ field, label, before, after }) => ({ field, label, before, after, refused: decision?.refused?.includes(field) === true })),
    }),
  }
}

const someone = ({ id, name, bornOn, workPost }: Person) => ({
  id,
  name,
  detail: [bornOn?.slice(0, 7).replace('-', '.'), workPost].filter(Boolean).join('　'),
})

function ofKnown(base: Base, whose: Person, kept: Kept, given: Given, notes: readonly string[]): Planned {
  const changes = differencesOf(whose, kept, given)
  const accepted = changes.filter(({ field }) => !base.decision?.refused?.includes(field))
  const personal = Object.fromEntries(accepted.flatMap(({ of, name, value }) => (of === 'person' ? [[name, value]] : [])))
  const faults: Fault[] = []
  const draft = Object.keys(personal).length > 0 ? draftOf(person, personal, faults, whose) : undefined
  const said = { person: whose, changes, notes }
  if (faults.length > 0) return finished(base, 'faulty', { ...said, faults: faults.map(({ message }) => message) })
  const state = kept.record ? (accepted.length > 0 ? 'updated' : 'unchanged') : 'created'
  return finished(base, state, said, scope =>
    writeFile(scope, { whose: { before: whose, draft }, kept, accepted, given, takesFile: takesFile(changes, accepted) }),
  )
}

/** Somebody whom the roster does not have, with a number that can be one: a member where the sheet says when he joined. */
function ofNew(base: Base, given: Given, kept: Kept, notes: readonly string[], today: string): Planned {
  const { joinedOn } = given.person
  const changes = differencesOf(undefined, kept, given)
  const accepted = changes.filter(({ field }) => !base.decision?.refused?.includes(field))
  const personal: Values = Object.fromEntries(accepted.flatMap(({ of, name, value }) => (of === 'person' ? [[name, value]] : [])))
  const recent = typeof joinedOn === 'string' && yearOf(today) - yearOf(joinedOn) < 2
  const category = typeof joinedOn !== 'string' ? 'outside' : recent ? 'probationary' : 'full'
  const faults: Fault[] = []
  const values = { ...personal, name: given.name, idNumber: given.idNumber, category, leader: false }
  const draft: PersonDraft | undefined = draftOf(person, values, faults)
  if (!draft) return finished(base, 'faulty', { changes, notes, isNew: true, faults: faults.map(({ message }) => message) })
  return finished(base, 'created', { changes, notes, isNew: true }, scope =>
    writeFile(scope, { whose: { before: undefined, draft }, kept, accepted, given, takesFile: takesFile(changes, accepted) }),
  )
}

/** The file goes with what is taken of it, unless what only it holds was refused. */
const takesFile = (changes: readonly Difference[], accepted: readonly Difference[]): boolean =>
  accepted.some(({ of }) => of === 'file') || !changes.some(({ of }) => of === 'file')
