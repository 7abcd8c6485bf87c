import { ballots } from '../../shared/ballots/index.ts'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import { procedures } from '../../shared/procedures/index.ts'
import type { Bound, Step } from '../../shared/procedures/procedure.ts'

/** What kind of limit a declaration sets. */
export type LimitKind =
  | 'notBefore'
  | 'notAfter'
  | 'notAfterExtended'
  | 'notAfterStated'
  | 'lasts'
  | 'orHours'
  | 'every'
  | 'prolongedAtLeast'
  | 'prolongedAtMost'
  | 'prolongedOnce'
  | 'people'
  | 'quorum'
  | 'passing'

/** One limit that a declaration sets, by where it stands. */
export interface Declared {
  readonly procedure: ProcedureName
  readonly startsOn: string
  readonly step: Step
  readonly kind: LimitKind
  readonly clause: string
  readonly bound?: Bound
}

const ofBounds = (bounds: readonly Bound[] = [], kind: LimitKind) => bounds.map(bound => ({ kind, clause: bound.clause, bound }))

function limitsOf(step: Step): readonly Omit<Declared, 'procedure' | 'startsOn' | 'step'>[] {
  const { earliest, latest = [], lasts, repeats, results = [], asks = [], vote, clause } = step
  return [
    ...ofBounds(earliest, 'notBefore'),
    ...ofBounds(latest, 'notAfter'),
    ...ofBounds(
      latest.filter(({ extended }) => extended !== undefined),
      'notAfterExtended',
    ),
    ...ofBounds(
      latest.filter(({ stated }) => stated !== undefined),
      'notAfterStated',
    ),
    ...(lasts ? [{ kind: 'lasts' as const, clause: lasts.clause }] : []),
    ...(lasts?.orHours !== undefined ? [{ kind: 'orHours' as const, clause: lasts.clause }] : []),
    ...(repeats ? [{ kind: 'every' as const, clause: repeats.clause }] : []),
    ...results.flatMap(({ extends: more }) =>
      more ? (['prolongedAtLeast', 'prolongedAtMost', 'prolongedOnce'] as const).map(kind => ({ kind, clause: more.clause })) : [],
    ),
    ...asks
      .filter(({ kind, atLeast, atMost }) => kind === 'people' && (atLeast ?? atMost) !== undefined)
      .map(() => ({ kind: 'people' as const, clause: clause ?? '' })),
    ...(vote
      ? ballots[vote].thresholds.map(found => ({ kind: found.measured === 'present' ? ('quorum' as const) : ('passing' as const), clause: found.clause }))
      : []),
  ]
}

/** Every limit that any procedure sets under any of its rules: read from the declarations, so that none is left out. */
export const declaredLimits: readonly Declared[] = Object.values(procedures).flatMap(({ name, rules }) =>
  rules.flatMap(({ startsOn, steps }) => steps.flatMap(step => limitsOf(step).map(limit => ({ procedure: name as ProcedureName, startsOn, step, ...limit })))),
)

/** A limit in a word: two of one kind at one step are told apart by what they are counted from. */
export function limitKey({
  procedure,
  startsOn,
  step,
  kind,
  bound,
}: Pick<Declared, 'procedure' | 'startsOn' | 'kind' | 'bound'> & { readonly step: Pick<Step, 'key'> }): string {
  const from = bound ? ('fact' in bound.from ? bound.from.fact : bound.from.step) : ''
  return [procedure, startsOn, step.key, kind, from].filter(Boolean).join(' ')
}
