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

/** 1. 姓名, （2）性别, ③民族: but not 1学时. */
const numbering = /^\s*(?:[(（]?\d+\s*[)）.．、:：]|[①-⑳])\s*/

/** The hint that ends a heading, alone: 主讲人（台账内）（必填） still asks for 主讲人（台账内）, which is another column than 主讲人. */
const lastBrackets = /[([{【〔<《][^([{【〔<《]*[)\]}】〕>》]\s*$/

const forms = (heading: string): string[] => {
  const bare = compact(heading.replace(numbering, ''))
  return [
    compact(heading),
    compact(heading.normalize('NFKC').replace(lastBrackets, '')),
    compact(withoutBrackets(heading)),
    bare,
    bare.replaceAll(/^(?:必填|选填)|(?:必填|选填|文本格式|文本)$/g, ''),
  ].filter(Boolean)
}

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

/** What may stand before or after a heading without changing what it asks for: 现任党内职务, 所在党支部名称. */
const front = /^(?:本人|学员|教职工|职工|员工|学生|个人|现在|现任|现|当前|目前|最新|担任|具体|主要|[a-z]{1,3})(?=.)/
const back = /(?<=.)(?:名称|全称|情况|信息|如有|如实填写|及说明|[a-z])$/

/** The column a heading asks for once harmless words are taken off it. A likeness is not enough: 政治生日 is not 生日. */
export function guess(heading: string, words: ReadonlyMap<string, string>, taken: ReadonlySet<string>): string | undefined {
  const whole = compact(withoutBrackets(heading)) || compact(heading)
  if (whole.length < 2 || whole.length > 20 || otherMeaning.test(whole)) return
  for (let bare = whole; ;) {
    for (const form of [bare, bare.replace(back, '')]) {
      const name = form.length > 1 ? words.get(form) : undefined
      if (name !== undefined && !taken.has(name)) return name
    }
    const next = bare.replace(front, '')
    if (next === bare) return
    bare = next
  }
}

/**
 * What each heading means. Every heading comes as its possible texts, best first (the lower of two heading rows, both
 * together, the upper). No column is given twice; word-for-word matches go first.
 */
export function matchHeadings(headings: readonly (readonly string[])[], index: HeadingIndex): (HeadingMatch | null)[] {
  const taken = new Set<string>()
  const matches: (HeadingMatch | null)[] = headings.map(() => null)
  // What stands over several columns names none of them.
  const uppers = headings.map(texts => texts[2])
  const isGroup = (text: string | undefined) => uppers.filter(upper => upper === text).length > 1
  const claim = (sure: boolean, find: (text: string) => string | undefined, among: readonly [from: number, until?: number]) => {
    headings.forEach((texts, i) => {
      if (matches[i]) return
      for (const text of texts.slice(...among)) {
        if (among[0] === 2 && isGroup(text)) continue
        const name = find(text)
        if (name === undefined || taken.has(name)) continue
        taken.add(name)
        matches[i] = { name, sure }
        return
      }
    })
  }
  // The upper row alone says least: under 党支部 the column 名称 is the branch, whatever stands beside it.
  for (const rows of [[0, 2], [2]] as const) {
    claim(true, text => exactMatch(text, index.labels), rows)
    claim(true, text => exactMatch(text, index.all), rows)
  }
  claim(false, text => guess(text, index.all, taken), [0, 2])
  return matches
}

/** The heading texts of one column over one or two heading rows. */
export function headingTexts(rows: readonly (readonly Cell[])[], column: number): string[] {
  const texts = rows.map(row => cellText(row[column] ?? null)).filter((text, i, all) => text && all.indexOf(text) === i)
  const lower = texts.at(-1)
  if (lower === undefined) return []
  return texts.length === 1 ? [lower] : [lower, texts.join(''), ...texts.slice(0, -1)]
}
