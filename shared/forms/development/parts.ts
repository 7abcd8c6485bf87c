import { longDay, spacedName } from '../text.ts'
import { type Block, type Cell, filled, type Grid, type GridRow, label } from '../written.ts'
import { dayOf, type Development } from './facts.ts'

/** A4 with 20 mm all round, as these forms are filed. */
export const filed = { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 20, left: 20 } } as const

/** How wide a filed form is. */
export const width = 170

/** 年　月　日, or the day that is on file. */
export const dayLine = (day = ''): string => (day === '' ? '年　　月　　日' : longDay(day))

/** The day in full, or nothing: the box is left to the pen. */
export const written = (day: string): string => (day === '' ? '' : longDay(day))

/** 2026.06.12 */
export const dotted = (day: string): string => day.replaceAll('-', '.')

/** A day that is written in by hand inside a sentence. */
export const blankDay = '　　　年　　月　　日'

/** Room for a name to be signed. */
const room = '　'.repeat(6)

/** The foot of a box: who signs, the seal, the day. */
export const signedBy = (who: string, { seal = false, day = '' }: { readonly seal?: boolean; readonly day?: string } = {}): readonly string[] => [
  `${who}（签名）：${room}`,
  seal ? `（盖章）　　　　${dayLine(day)}` : dayLine(day),
]

/** One box across, its label beside it: 党支部意见. It grows with what is written and runs on to the next page. */
export const opinion = (name: string, text: string, sign: readonly string[], more: { readonly height?: number } = {}): GridRow => ({
  height: more.height ?? 40,
  flows: true,
  cells: [label(name), filled(indented(text), { top: true, align: 'left', sign })],
})

/** Paragraphs of an opinion begin two characters in. */
export const indented = (text: string): string =>
  text
    .split('\n')
    .map(line => (line.trim() === '' ? '' : `　　${line.trim()}`))
    .join('\n')

/** Boxes of a label and an opinion each. */
export const opinions = (rows: readonly GridRow[]): Grid => ({ kind: 'grid', columns: [28, width - 28], rows })

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

/** A sentence ends in a full stop, however it was typed. */
export const ending = (text: string): string => (text === '' || /[。！？]$/.test(text) ? text : `${text}。`)

/** 依据 under a form, where the article is certain. */
export function basis(about: Development, step: string, words: string): readonly Block[] {
  const clause = about.clauses[step]
  return note(clause === undefined ? words : `依据${clause}：${words}`)
}

/** A note in small type. */
export const note = (text: string): readonly Block[] => [
  { kind: 'gap', mm: 2 },
  { kind: 'paragraph', text: `说明：${text}`, size: 'note' },
]

/** 2026年6月12日经支委会研究…: the words that a form begins an opinion with where a day is on file and nothing else was put down. */
export const said = (about: Development, step: string, words: (day: string) => string): string => {
  const day = dayOf(about, step)
  return day === '' ? '' : words(longDay(day))
}

/** A box that says what it is from top to bottom, beside rows of its own. */
export const downwards = (text: string, down: number): Cell => label(text, { down, vertical: true })
