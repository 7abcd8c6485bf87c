import type { DevelopmentFigures } from '../../shared/api/development.ts'
import { AppError } from '../../shared/errors.ts'
import { addTally, emptyTally, lagOf, type Tally } from '../../shared/rules/development.ts'
import { type BodyFigures, type Development, headOf, isShown, unitsOf } from './development.ts'

/** The one asked about; the office's head where it has one; null where several stand side by side. Whoever is asked about and is not there is refused. */
export function headOrAll(found: Development, organizationId: string | undefined): BodyFigures | undefined {
  const head = headOf(found, organizationId)
  if (organizationId !== undefined && !head) throw new AppError('record.notFound', { label: '党组织' })
  return head
}

/** The units below, with a line for who stands in the head itself and one for who stands nowhere; or every branch under it. A branch has itself. */
export function rowsOf(found: Development, organizationId: string | undefined, view: 'units' | 'branches'): DevelopmentFigures[] {
  const head = headOrAll(found, organizationId)
  if (view === 'branches') return branchesUnder(head ? [head] : found.roots, found.asOf).map(shown)
  const units = unitsOf(found, organizationId)
  if (head && units.length === 0) return [shown(head)]
  const rows = units.map(shown)
  const apart = (id: string, name: string, tally: Tally): DevelopmentFigures => ({
    id,
    name,
    kind: '',
    self: true,
    below: 0,
    own: null,
    planned: null,
    sum: null,
    pool: null,
    prospects: 0,
    lag: [],
    ...copy(tally),
  })
  if (head && peopleIn(head.direct) > 0) rows.push(apart(head.id, `${head.name}本级`, head.direct))
  if (organizationId === undefined && peopleIn(found.nowhere) > 0) rows.push(apart('', '没有所在党组织', found.nowhere))
  return rows
}

function branchesUnder(heads: readonly BodyFigures[], asOf: string): BodyFigures[] {
  return heads.flatMap(body => [...(body.kind === 'branch' && isShown(body, asOf) ? [body] : []), ...branchesUnder(body.children, asOf)])
}

const copy = ({ stages, happened, kinds, overdue }: Tally): Tally => ({ stages: { ...stages }, happened: { ...happened }, kinds: { ...kinds }, overdue })

const shown = ({ id, name, kind, children, own, planned, below, pool, prospects, lag, tally }: BodyFigures): DevelopmentFigures => ({
  id,
  name,
  kind,
  self: false,
  below: children.filter(child => child.kind !== 'group').length,
  own: own && { id: own.id, planned: own.planned, pool: own.pool },
  planned,
  sum: below,
  pool,
  prospects,
  lag: [...lag],
  ...copy(tally),
})

/** The line above all: the head asked about; the whole office with whoever stands in no organization. */
export function totalOf(found: Development, organizationId: string | undefined, office: string): DevelopmentFigures {
  const head = headOrAll(found, organizationId)
  if (organizationId !== undefined && head) return shown(head)
  const tally = emptyTally()
  for (const root of found.roots) addTally(tally, root.tally)
  addTally(tally, found.nowhere)
  const own = head?.own ?? found.office
  const known = found.roots.flatMap(({ planned }) => (planned === null ? [] : [planned]))
  const sum = head ? head.below : known.length > 0 ? known.reduce((all, n) => all + n, 0) : null
  const planned = own?.planned ?? sum
  return {
    id: head?.id ?? '',
    name: head?.name ?? office,
    kind: head?.kind ?? '',
    self: false,
    below: found.roots.length,
    own: own && { id: own.id, planned: own.planned, pool: own.pool },
    planned,
    sum,
    pool: own?.pool ?? head?.pool ?? null,
    prospects: found.roots.reduce((all, root) => all + root.prospects, 0),
    lag: [...lagOf({ planned, received: tally.happened.received, overdue: tally.overdue }, found.elapsed, found.lagRule)],
    ...tally,
  }
}

const peopleIn = ({ stages, happened }: Tally): number => [...Object.values(stages), ...Object.values(happened)].reduce((sum, n) => sum + n, 0)
