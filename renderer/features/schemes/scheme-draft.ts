import type { Scheme, SchemeGroup, SchemeItem, SchemeVeto, schemeTargets } from '../../../shared/domain/scheme.ts'
import type { SchemeShape } from '../../../shared/rules/schemes.ts'
import { groupsOf, type SchemeTemplate } from '../../../shared/schemes/template.ts'

/** An item as it is edited: its number is its place. Points are null while none are typed, NaN where what is typed is no number. */
export interface ItemDraft {
  readonly key: number
  readonly area: string
  readonly name: string
  readonly points: number | null
  readonly rule: string
  readonly evidence: string
}

export interface GroupDraft {
  readonly code: string
  readonly label: string
  readonly weight: number | null
  readonly minimum: number | null
}

export interface FactsDraft {
  readonly name: string
  readonly year: number | null
  readonly target: keyof typeof schemeTargets
  readonly excellentFrom: number | null
  readonly qualifiedFrom: number | null
  readonly basicFrom: number | null
  readonly trimmed: boolean
  readonly approvedOn: string | null
  readonly source: string
  readonly remark: string
}

/** A scheme as it stands on the screen. */
export interface SchemeDraft {
  readonly facts: FactsDraft
  readonly items: readonly ItemDraft[]
  readonly groups: readonly GroupDraft[]
  readonly vetoes: readonly string[]
}

let keys = 0
/** A key of its own for a line, so that it keeps its place on the screen while others come and go. */
export const nextKey = (): number => ++keys

export const blankItem = (area: string): ItemDraft => ({ key: nextKey(), area, name: '', points: null, rule: '', evidence: '' })

const itemDraft = ({ area, name, points, rule, evidence }: SchemeItem): ItemDraft => ({
  key: nextKey(),
  area,
  name,
  points,
  rule: rule ?? '',
  evidence: evidence ?? '',
})

export function fromKept(scheme: Scheme, items: readonly SchemeItem[], groups: readonly SchemeGroup[], vetoes: readonly SchemeVeto[]): SchemeDraft {
  const { name, year, target, excellentFrom, qualifiedFrom, basicFrom, trimmed, approvedOn, source, remark } = scheme
  return {
    facts: { name, year, target, excellentFrom, qualifiedFrom, basicFrom, trimmed, approvedOn, source: source ?? '', remark: remark ?? '' },
    items: items.map(itemDraft),
    groups: groups.map(({ code, label, weight, minimum }) => ({ code, label, weight, minimum })),
    vetoes: vetoes.map(({ matter }) => matter),
  }
}

/** A new scheme, empty or as a sample has it, with the weights that the office has set. */
export function beginWith(template: SchemeTemplate | undefined, year: number, parameter: (key: string, otherwise: number) => number): SchemeDraft {
  return {
    facts: {
      name: template?.name ?? '',
      year,
      target: template?.target ?? 'member',
      ...(template?.cutOffs ?? { excellentFrom: null, qualifiedFrom: null, basicFrom: null }),
      trimmed: false,
      approvedOn: null,
      source: template?.source ?? '',
      remark: template?.remark ?? '',
    },
    items: template?.items.map(itemDraft) ?? [],
    groups: template ? groupsOf(template, parameter) : [],
    vetoes: template?.vetoes ?? [],
  }
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const isBlank = ({ name, points, rule, evidence }: ItemDraft): boolean => name.trim() === '' && points === null && rule.trim() === '' && evidence.trim() === ''

/** What is sent to be kept: lines numbered by their place, without those in which nothing is typed. */
export function toSave({ facts, items, groups, vetoes }: SchemeDraft) {
  return {
    draft: { ...facts, name: facts.name.trim(), source: textOrNull(facts.source), remark: textOrNull(facts.remark) },
    items: items
      .filter(item => !isBlank(item))
      .map(({ area, name, points, rule, evidence }, i) => ({
        number: i + 1,
        area: area.trim(),
        name: name.trim(),
        points: points ?? 0,
        rule: textOrNull(rule),
        evidence: textOrNull(evidence),
      })),
    groups: groups.map(({ code, label, weight, minimum }) => ({ code, label: label.trim(), weight: weight ?? 0, minimum })),
    vetoes: vetoes.flatMap(matter => (matter.trim() === '' ? [] : [matter.trim()])).map((matter, i) => ({ number: i + 1, matter })),
  }
}

/** As the rules look at it; what is no number counts as nothing. */
export function shapeOf(draft: SchemeDraft): SchemeShape {
  const { items, groups, vetoes } = toSave(draft)
  const { target, excellentFrom, qualifiedFrom, basicFrom } = draft.facts
  const number = (value: number | null) => (value === null || Number.isNaN(value) ? null : value)
  return {
    target,
    excellentFrom: number(excellentFrom),
    qualifiedFrom: number(qualifiedFrom),
    basicFrom: number(basicFrom),
    items: items.map(item => ({ ...item, points: number(item.points) ?? 0 })),
    groups: groups.map(group => ({ ...group, weight: number(group.weight) ?? 0, minimum: number(group.minimum) })),
    vetoes,
  }
}

export const sameDraft = (a: SchemeDraft, b: SchemeDraft): boolean => JSON.stringify(toSave(a)) === JSON.stringify(toSave(b))

/** Items under their 一级指标, in the order in which these first stand. */
export function byArea(items: readonly ItemDraft[]): readonly { readonly area: string; readonly items: readonly ItemDraft[] }[] {
  return [...Map.groupBy(items, ({ area }) => area)].map(([area, list]) => ({ area, items: list }))
}

/** Items of one area stand together, so that numbers run on through the tree. */
export const inTreeOrder = (items: readonly ItemDraft[]): readonly ItemDraft[] => byArea(items).flatMap(({ items: list }) => list)
