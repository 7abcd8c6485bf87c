import { note } from '../parts.ts'
import { longDay, spacedName } from '../text.ts'
import { type Block, filled, type GridRow, label } from '../written.ts'
import { dayOf } from '../case-facts.ts'
import type { Development } from './facts.ts'

/** 姓名, 性别 … 单位及职务: the same head on every form of one person. */
export const subjectRows = (about: Development): readonly GridRow[] => [
  { height: 11, cells: [label('姓　名'), filled(spacedName(about.name)), label('性　别'), filled(about.sex), label('出生年月'), filled(about.bornOn)] },
  { height: 11, cells: [label('民　族'), filled(about.nation), label('籍　贯'), filled(about.nativePlace), label('学　历\n学　位'), filled(about.education)] },
  {
    height: 12,
    cells: [label('工作单位\n及 职 务'), filled(about.workPost, { span: 3, align: 'left' }), label('联系电话'), filled(about.phone)],
  },
]
/** The columns that `subjectRows` stand in. */
export const subjectColumns = [24, 30, 20, 24, 24, 48] as const

/** A label and a day beside another, in the columns of the subject. */
export const pairRow = (left: readonly [string, string], right: readonly [string, string]): GridRow => ({
  height: 11,
  cells: [label(left[0]), filled(left[1], { span: 3, align: 'left' }), label(right[0]), filled(right[1])],
})

/** 依据 under a form, where the article is certain. */
export function basis(about: Development, step: string, words: string): readonly Block[] {
  const clause = about.clauses[step]
  return note(clause === undefined ? words : `依据${clause}：${words}`)
}

/** 2026年6月12日经支委会研究…: the words that a form begins an opinion with where a day is on file and nothing else was put down. */
export const said = (about: Development, step: string, words: (day: string) => string): string => {
  const day = dayOf(about, step)
  return day === '' ? '' : words(longDay(day))
}
