import { longDay } from './text.ts'
import { type Block, type Cell, filled, type Grid, type GridRow, label } from './written.ts'

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

/** A sentence ends in a full stop, however it was typed. */
export const ending = (text: string): string => (text === '' || /[。！？]$/.test(text) ? text : `${text}。`)

/** A note in small type. */
export const note = (text: string): readonly Block[] => [
  { kind: 'gap', mm: 2 },
  { kind: 'paragraph', text: `说明：${text}`, size: 'note' },
]

/** A box that says what it is from top to bottom, beside rows of its own. */
export const downwards = (text: string, down: number): Cell => label(text, { down, vertical: true })
