import type { Paper } from './form.ts'
import { longDay } from './text.ts'
import type { Block, Gap, Paragraph, Title, WrittenDocument } from './written.ts'
import { emsOf } from './written-look.ts'

/**
 * 公示, 函, 通知: letters of an office, set as official documents are (GB/T 9704—2012 as quoted in handbooks; the standard itself was not read):
 * a type area of 156 × 225 mm with 22 lines of 28 signs, 三号 仿宋, a title in 二号 小标宋, — 1 — outside at the foot.
 */
export const noticePaper: Paper = { size: 'A4', landscape: false, margins: { top: 37, right: 26, bottom: 35, left: 28 } }

/** One line of the type area, in millimetres. */
const line = 225 / 22

const emptyLines = (lines: number): Gap => ({ kind: 'gap', mm: line * lines })
const text = (given: string, more: Omit<Paragraph, 'kind' | 'text'> = {}): Paragraph => ({ kind: 'paragraph', text: given, size: 'heading', ...more })

/** The whole letter. */
export const notice = (...blocks: readonly (Block | readonly Block[])[]): WrittenDocument => ({ official: true, numbers: 'dashes', blocks: blocks.flat() })

/** The title, and the empty line below it; `\n` where it breaks. */
export const noticeTitle = (given: string): readonly [Title, Gap] => [{ kind: 'title', text: given }, emptyLines(1)]

/** 各党支部：: to whom it is written, from the edge. */
export const salutation = (to: string): Paragraph => text(`${to}：`, { keep: true })

/** 院委〔2026〕36号 in the middle, or room to write it in. */
export const numbered = (number: string | undefined): Paragraph => text(number || '　　　〔　　　　〕　　号', { align: 'center' })

/** Running text, indented by two characters; a paragraph each. */
export const sentences = (...given: readonly string[]): readonly Paragraph[] => given.map(one => text(one, { indent: true }))

/** 一、: the first rank of headings, 黑体. */
export const rank = (given: string): Paragraph => text(given, { indent: true, bold: true })

/** 附件：1. 2.: behind an empty line; one alone has no number. */
export const attachments = (...names: readonly string[]): readonly Block[] =>
  names.length === 0
    ? []
    : [
        emptyLines(1),
        ...names.map((name, i) => text(names.length === 1 ? `附件：${name}` : `${i === 0 ? '附件：' : '　　　'}${i + 1}.${name}`, { indent: true })),
      ]

/** How far the day stands in from the right, in characters. */
const dayInset = 4

/** 落款: who signs, in the middle above the day; the day four characters from the right, or room to write it in. Room for the seal above. */
export function signedBy(office: string, day: string): readonly Block[] {
  const words = day === '' ? '　　　年　　月　　日' : longDay(day)
  const inset = dayInset + (emsOf(words) - emsOf(office)) / 2
  return [emptyLines(2), text(office, { align: 'right', inset: Math.max(0, inset), keep: true }), text(words, { align: 'right', inset: dayInset })]
}
