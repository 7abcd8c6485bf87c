import { decodeMarks, type EnteredPaper } from '../../../shared/rules/ballot-papers.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'

/** A paper as it is entered: a digit to a cell (points where it is scored), row by row; an empty text has not been entered. */
export interface PaperInHand {
  readonly number: number
  readonly texts: readonly string[]
  /** The cell that the next digit goes to; past the last one when all are entered. */
  readonly at: number
  readonly invalid: boolean
}

export const isScored = (plan: Plan): boolean => plan.items.every(item => item.points !== null)

export const blankPaper = (plan: Plan, rows: number, number: number): PaperInHand => ({
  number,
  texts: Array.from({ length: rows * plan.items.length }, () => ''),
  at: 0,
  invalid: false,
})

/** What is written of a paper: rows parted by `;`, items by `,`. What has not been entered is left empty, which is no paper yet. */
export function marksOf(plan: Plan, { texts }: PaperInHand): string {
  const across = plan.items.length
  const blank = isScored(plan) ? '-' : ''
  return Array.from({ length: texts.length / across }, (_, row) =>
    texts
      .slice(row * across, (row + 1) * across)
      .map(text => text || blank)
      .join(','),
  ).join(';')
}

/** A kept paper as it lies in hand again; what does not fit the list of today is empty. */
export function inHand(plan: Plan, rows: number, kept: EnteredPaper): PaperInHand {
  const lines = kept.marks.split(';').map(line => line.split(','))
  const texts = Array.from({ length: rows * plan.items.length }, (_, i) => {
    const text = lines[Math.floor(i / plan.items.length)]?.[i % plan.items.length] ?? ''
    return text === '-' ? '' : text
  })
  const open = texts.indexOf('')
  return { number: kept.number, texts, at: isScored(plan) || open < 0 ? 0 : open, invalid: kept.invalid }
}

/** Whether it says something of every row, or is invalid as a whole: then it counts. */
export const isWhole = (plan: Plan, rows: number, paper: PaperInHand): boolean => paper.invalid || decodeMarks(plan, rows, marksOf(plan, paper)) !== null

export const hasBegun = ({ texts, invalid }: PaperInHand): boolean => invalid || texts.some(text => text !== '')

/** What a key does to the paper in hand; undefined where it is not a key of papers. Digits mark and go on, 0 is blank, Backspace takes back, X makes it invalid. */
export function pressed(plan: Plan, paper: PaperInHand, key: string): PaperInHand | undefined {
  const { texts, at } = paper
  const across = plan.items.length
  const last = texts.length - 1
  const to = (next: number): PaperInHand => ({ ...paper, at: Math.max(0, Math.min(last, next)) })
  if (/^\d$/.test(key)) {
    const item = plan.items[at % across]
    if (at > last || !item || Number(key) > item.options.length) return paper
    return { ...paper, texts: texts.with(at, key), at: at + 1 }
  }
  if (key === 'x' || key === 'X') return { ...paper, invalid: !paper.invalid }
  if (key === 'Backspace') {
    const back = at <= last && texts[at] !== '' ? at : Math.max(0, at - 1)
    return texts.length === 0 ? paper : { ...paper, texts: texts.with(back, ''), at: back }
  }
  if (key === 'ArrowUp') return to(at - 1)
  if (key === 'ArrowDown') return to(at + 1)
  if (key === 'Home') return to(0)
  if (key === 'End') return to(last)
  return undefined
}

/** The papers with this one in its place. */
export const withPaper = (papers: readonly EnteredPaper[], paper: EnteredPaper): readonly EnteredPaper[] =>
  [...papers.filter(p => p.number !== paper.number), paper].toSorted((a, b) => a.number - b.number)

/** The papers without one of them; those after it move up, so that numbers stay the places in the stack. */
export const withoutPaper = (papers: readonly EnteredPaper[], number: number): readonly EnteredPaper[] =>
  papers.filter(p => p.number !== number).map(p => (p.number > number ? { ...p, number: p.number - 1 } : p))

/** The papers with room for one more row at the end, on which nobody has said anything: 另选人. */
export const withRow = (plan: Plan, papers: readonly EnteredPaper[]): readonly EnteredPaper[] => {
  const blank = plan.items.map(item => (item.points === null ? '0' : '-')).join(',')
  return papers.map(paper => ({ ...paper, marks: paper.marks === '' ? blank : `${paper.marks};${blank}` }))
}

export interface Stack {
  readonly entered: number
  readonly invalid: number
}

export const stackOf = (papers: readonly EnteredPaper[]): Stack => ({ entered: papers.length, invalid: papers.filter(p => p.invalid).length })
