import { z } from 'zod'
import { ballots } from '../ballots/index.ts'
import { ballotKindNames } from '../domain/ballot-words.ts'
import { halves, paperOf } from './ballot-paper-columns.ts'
import { paperSheet } from './ballot-paper-sheet.ts'
import { writtenPaper } from './ballot-paper-written.ts'
import { ballotSummary, summaryPaper, summaryWritten } from './ballot-summary.ts'
import { defineForm } from './form.ts'
import type { WrittenDocument } from './written.ts'

const props = z.object({
  watermark: z.string().nullable(),
  kind: z.enum(ballotKindNames),
  papers: z.array(paperSheet),
  /** What is printed behind the last papers; null where it was not asked for. */
  summary: ballotSummary.props.nullable(),
})
export type BallotPaperProps = z.infer<typeof props>

/** Each paper once, to be copied, and what was asked for behind them. */
function papersWritten({ kind, papers, summary }: BallotPaperProps): readonly WrittenDocument[] {
  return [
    ...papers.map(sheet => ({ ...writtenPaper(kind, sheet), paper: paperOf(kind) })),
    ...(summary ? summaryWritten(summary).map(document => ({ ...document, paper: summaryPaper(kind) })) : []),
  ]
}

/** 测评票（表决票、推荐票、选票、评分表）: what a voter fills in. How it is laid out follows from the kind of ballot. */
export const ballotPaper = defineForm({
  name: 'ballotPaper',
  label: '测评和表决票',
  description: '按票种自动排版：测评票、表决票、推荐票、选票 A5 双联，评分表 A4。可以每种一份用来复印，也可以按应参加人数印足。',
  serves: [...new Set(Object.values(ballots).flatMap(kind => kind.serves))].toSorted(),
  paper: halves,
  needs: ['round', 'ballot'],
  watermark: false,
  unit: '张',
  preview: 12,
  batch: 2000,
  props,
  written: papersWritten,
})
