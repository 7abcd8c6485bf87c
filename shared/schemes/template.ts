import type { SchemeGroup, SchemeItem, schemeTargets } from '../domain/scheme.ts'

/** A group of assessors of a sample; `parameter` where its weight is one of the office's. */
interface TemplateGroup {
  readonly code: string
  readonly label: string
  readonly weight: number
  readonly parameter?: string
}

/** 样例: a scheme to begin with. What the documents do not say in it is a proposal, and its remark says so. */
export interface SchemeTemplate {
  readonly code: string
  readonly name: string
  readonly about: string
  readonly target: keyof typeof schemeTargets
  readonly source: string
  readonly remark: string
  readonly cutOffs: { readonly excellentFrom: number | null; readonly qualifiedFrom: number | null; readonly basicFrom: number | null }
  readonly items: readonly SchemeItem[]
  readonly groups: readonly TemplateGroup[]
  readonly vetoes: readonly string[]
}

/** The item at a place of a list. */
export const scored = (at: number, area: string, name: string, points: number, rule: string | null, evidence: string | null = null): SchemeItem => ({
  number: at + 1,
  area,
  name,
  points,
  rule,
  evidence,
})

/** The groups of a sample, with the weights that the office has set. */
export const groupsOf = (template: SchemeTemplate, parameter: (key: string, otherwise: number) => number): SchemeGroup[] =>
  template.groups.map(({ code, label, weight, parameter: key }) => ({
    code,
    label,
    weight: key === undefined ? weight : parameter(key, weight),
    minimum: null,
  }))
