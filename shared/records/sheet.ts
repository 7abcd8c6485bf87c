import { type Cell, cellText, compact } from './cell.ts'
import type { Field } from './fields.ts'

/** A column that a sheet may have: the field it fills, and the headings offices write above it. */
export interface SheetColumn {
  readonly name: string
  readonly field: Field
  readonly required: boolean
}

export interface HeadingMatch {
  readonly name: string
  /** False where only a part of the heading fitted: the user should look. */
  readonly sure: boolean
}

/** Headings by their compact form. Labels come first: 人员类别 wins over a column that is merely also called 类别. */
export interface HeadingIndex {
  readonly labels: ReadonlyMap<string, string>
  readonly all: ReadonlyMap<string, string>
}

export function headingIndex(columns: readonly SheetColumn[]): HeadingIndex {
  const labels = new Map(columns.map(c => [compact(c.field.label), c.name]))
  const all = new Map(labels)
  for (const c of columns) {
    for (const other of c.field.also ?? []) if (!all.has(compact(other))) all.set(compact(other), c.name)
  }
  return { labels, all }
}

/** The heading without what stands in brackets, which is a unit or a hint: `任期（年）`, `手机号码（必填）`. */
export const withoutBrackets = (heading: string): string => heading.normalize('NFKC').replaceAll(/[([{【〔<《][^)\]}】〕>》]*[)\]}】〕>》]/g, '')

const forms = (heading: string): string[] =>
  [compact(heading), compact(withoutBrackets(heading)), compact(heading).replace(/^(?:\d+|必填|选填)|(?:必填|选填|文本格式|文本)$/g, '')].filter(Boolean)

/** The column a heading names, word for word. */
export function exactMatch(heading: string, words: ReadonlyMap<string, string>): string | undefined {
  for (const form of forms(heading)) {
    const name = words.get(form)
    if (name !== undefined) return name
  }
  return
}

/** Headings that contain another heading but mean something else: 入党时所在党支部 is not where the person is now. */
const otherMeaning =
  /^(?:入党时|转正时|原|曾|前|拟|配偶|父|母|子女|介绍人|培养联系人|是否(?!党员|领导|流动|失联|计入|参加))|(?:代码|编号|拼音|后四位|年限|次数|人数)$/

/** The column a heading most resembles: one contains the other and at least half of it. */
export function guess(heading: string, words: ReadonlyMap<string, string>, taken: ReadonlySet<string>): string | undefined {
  const form = compact(withoutBrackets(heading)) || compact(heading)
  if (form.length < 2 || form.length > 20 || otherMeaning.test(form)) return
  let best: { name: string; share: number } | undefined
  for (const [known, name] of words) {
    if (taken.has(name) || known.length < 2 || !(form.includes(known) || known.includes(form))) continue
    const share = Math.min(form.length, known.length) / Math.max(form.length, known.length)
    if (share >= 0.5 && (!best || share > best.share)) best = { name, share }
  }
  return best?.name
}

/**
 * What each heading means. Every heading comes as its possible texts, best first (the lower of two heading rows, both
 * together, the upper). No column is given twice; word-for-word matches go first.
 */
export function matchHeadings(headings: readonly (readonly string[])[], index: HeadingIndex): (HeadingMatch | null)[] {
  const taken = new Set<string>()
  const matches: (HeadingMatch | null)[] = headings.map(() => null)
  const claim = (sure: boolean, find: (text: string) => string | undefined) => {
    headings.forEach((texts, i) => {
      if (matches[i]) return
      for (const text of texts) {
        const name = find(text)
        if (name === undefined || taken.has(name)) continue
        taken.add(name)
        matches[i] = { name, sure }
        return
      }
    })
  }
  claim(true, text => exactMatch(text, index.labels))
  claim(true, text => exactMatch(text, index.all))
  claim(false, text => guess(text, index.all, taken))
  return matches
}

/** The heading texts of one column over one or two heading rows. */
export function headingTexts(rows: readonly (readonly Cell[])[], column: number): string[] {
  const texts = rows.map(row => cellText(row[column] ?? null)).filter((text, i, all) => text && all.indexOf(text) === i)
  const lower = texts.at(-1)
  if (lower === undefined) return []
  return texts.length === 1 ? [lower] : [lower, texts.join(''), ...texts.slice(0, -1)]
}
