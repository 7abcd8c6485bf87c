import type { FormName } from '../api/forms.ts'
import type { BallotKindName } from '../domain/ballot-words.ts'
import type { AskKind, Step } from './procedure.ts'

/** What is to be written down of a step, as it crosses to the screens. */
export interface Asked {
  readonly asks: readonly { readonly kind: AskKind; readonly label: string; readonly atLeast: number | null; readonly atMost: number | null }[]
  readonly results: readonly {
    readonly key: string
    readonly label: string
    readonly ends: string | null
    readonly again: boolean
    /** The further steps that it carries with it: 上级党委审批取消预备党员资格. */
    readonly carries: readonly string[]
  }[]
  readonly materials: readonly {
    readonly key: string
    readonly label: string
    readonly oneOf: string | null
    readonly each: boolean
    readonly clause: string | null
  }[]
  /** 公示期不少于五个工作日: it has a first and a last day. */
  readonly lasts: string | null
  /** 遇特殊情况可适当延长: a reason may be given for a longer time. */
  readonly extended: string | null
  /** 每半年进行一次考察 */
  readonly repeats: string | null
  readonly vote: BallotKindName | null
  readonly forms: readonly FormName[]
}

/** What a step asks for, each thing said or null; `others` are the steps of its procedure that a result may carry with it. */
export function askedOf(
  { key: own, asks = [], results = [], materials = [], lasts, latest = [], repeats, vote, forms = [] }: Step,
  others: readonly Step[] = [],
): Asked {
  const carriedBy = (result: string) => others.filter(({ detour, when }) => detour && when?.step === own && when.results.includes(result))
  return {
    asks: asks.map(({ kind, label, atLeast = null, atMost = null }) => ({ kind, label, atLeast, atMost })),
    results: results.map(({ key, label, ends = null, again }) => ({
      key,
      label,
      ends,
      again: again !== undefined,
      carries: carriedBy(key).map(step => step.label),
    })),
    materials: materials.map(({ key, label, oneOf = null, each = false, clause = null }) => ({ key, label, oneOf, each, clause })),
    lasts: lasts?.words ?? null,
    extended: latest.flatMap(({ extended }) => (extended ? [extended.words] : []))[0] ?? null,
    repeats: repeats?.words ?? null,
    vote: vote ?? null,
    forms,
  }
}
