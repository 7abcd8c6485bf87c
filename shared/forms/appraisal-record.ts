import { z } from 'zod'
import { defineForm } from './form.ts'

const record = z.object({
  year: z.int(),
  name: z.string(),
  sex: z.string(),
  bornOn: z.string(),
  nation: z.string(),
  education: z.string(),
  joinedOn: z.string(),
  fullMemberOn: z.string(),
  partyPost: z.string(),
  category: z.string(),
  branch: z.string(),
  workPost: z.string(),
  self: z.string(),
  mutual: z.string(),
  /** 应测评、实测评; null where the count is not closed. */
  counted: z.object({ eligible: z.int().nullable(), valid: z.int() }).nullable(),
  /** The grades with their votes; null where the count is not closed. */
  votes: z.array(z.object({ label: z.string(), votes: z.int().nullable() })),
  /** 支部委员会评定意见; 支部书记. */
  opinion: z.object({ label: z.string(), text: z.string(), signer: z.string() }),
  told: z.string(),
  superior: z.string(),
  remark: z.string(),
})
export type AppraisalPerson = z.infer<typeof record>

const props = z.object({ watermark: z.string().nullable(), people: z.array(record) })
export type AppraisalRecordProps = z.infer<typeof props>

/** Full-width characters to a line of 自评; lines that it may fill beside the rest of the form, on the first page and on later ones. */
const line = 34
const [together, firstPage, laterPage] = [20, 21, 28]

/** A letter or digit is half as wide as a Chinese character. */
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (/[ -~]/.test(letter) ? 0.5 : 1), 0)
/** A paragraph is indented by two characters. */
const linesOf = (paragraph: string): number => Math.ceil((2 + widthOf(paragraph)) / line)

/** A paragraph, or a part of one that goes on from the page before. */
export interface Piece {
  readonly text: string
  readonly goesOn: boolean
}

/**
 * 个人自评 as it stands on the pages: all of it in one box, or where it is longer, what fits the first page and the rest on the next, cut
 * between paragraphs or at a sentence. A member's own words are never set smaller.
 */
export function leavesOf(text: string): readonly (readonly Piece[])[] {
  const paragraphs = text
    .split(/\r?\n/)
    .map(paragraph => paragraph.trim())
    .filter(Boolean)
  if (paragraphs.reduce((sum, paragraph) => sum + linesOf(paragraph), 0) <= together) return [paragraphs.map(whole => ({ text: whole, goesOn: false }))]
  const leaves: Piece[][] = [[]]
  let room = firstPage
  for (const paragraph of paragraphs) {
    let rest = paragraph
    while (rest) {
      const piece = fitting(rest, room)
      if (piece) {
        leaves.at(-1)?.push({ text: piece, goesOn: rest !== paragraph })
        room -= linesOf(piece)
        rest = rest.slice(piece.length)
      }
      if (!rest) break
      leaves.push([])
      room = laterPage
    }
  }
  return leaves
}

/** As much of a paragraph as so many lines hold, to the end of a sentence; nothing where not one sentence ends in them. */
function fitting(paragraph: string, lines: number): string {
  if (linesOf(paragraph) <= lines) return paragraph
  const letters = [...paragraph]
  const most = lines * line - 2
  let width = 0
  let ends = 0
  let held = 0
  for (const [i, letter] of letters.entries()) {
    width += widthOf(letter)
    if (width > most) break
    held = i + 1
    if ('。；！？'.includes(letter)) ends = i + 1
  }
  // A sentence of a page and more is cut where the page ends.
  const cut = ends > 0 ? ends : lines >= laterPage ? held : 0
  return letters.slice(0, cut).join('')
}

/** 民主评议党员登记表: 自评, 互评, 测评 and what the committee concluded of one member. */
export const appraisalRecord = defineForm({
  name: 'appraisalRecord',
  label: '民主评议党员登记表',
  description: '参加民主评议的党员每人一份：基本情况、自评、互评、测评票数、支委会评定、本人和上级意见。自评长的续页。',
  serves: ['M046', 'M144', 'M157'],
  paper: { size: 'A4', landscape: false, margins: { top: 17, right: 20, bottom: 15, left: 20 } },
  needs: ['round', 'ballot'],
  watermark: true,
  unit: '份',
  preview: 5,
  batch: 500,
  props,
})
