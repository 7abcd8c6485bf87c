import { z } from 'zod'
import { ballots } from '../ballots/index.ts'
import { type BallotKindName, ballotKindNames, ballotKinds } from '../domain/ballot-words.ts'
import { familyOf, summaryColumns, type SummaryShape } from './ballot-columns.ts'
import { defineForm, type FormColumn, type Paper, type Sheet, type SheetCell } from './form.ts'
import { numberedNotes, spacedName } from './text.ts'
import { filled, type Grid, label, type WrittenDocument } from './written.ts'
import { noteBlocks, tableGrid } from './written-table.ts'

const cell = z.union([z.string(), z.number(), z.null()])

/** What was counted as a whole, in boxes above the table. */
const box = z.object({ label: z.string(), value: z.string() })

const document = z.object({
  /** The body it is of. */
  body: z.string(),
  under: z.string(),
  /** Lines under the title, from left to right; or two boxes with their labels and a row of figures. */
  says: z.array(z.array(z.string())),
  boxes: z.array(box),
  figures: z.array(box),
  /** By the columns of the kind. */
  rows: z.array(z.array(cell)),
  /** 评定情况: what follows from the rows, in sentences under the table. */
  verdicts: z.array(box),
  notes: z.array(z.string()),
  signatures: z.array(z.array(z.string())),
  /** Whose seal goes on it, and the day; empty where the head names it. */
  seal: z.array(z.string()),
})
export type SummaryDocument = z.infer<typeof document>

const columnShape: z.ZodType<SummaryShape> = z.object({
  groups: z.array(z.object({ code: z.string(), label: z.string() })),
  base: z.string(),
  blanks: z.boolean(),
})

const props = z.object({
  watermark: z.string().nullable(),
  kind: z.enum(ballotKindNames),
  /** Of a round; of one ballot the name of its body. */
  about: z.string(),
  shape: columnShape,
  documents: z.array(document),
})
export type BallotSummaryProps = z.infer<typeof props>

const across: Paper = { size: 'A4', landscape: true, margins: { top: 18, right: 20, bottom: 14, left: 20 } }
const upright: Paper = { size: 'A4', landscape: false, margins: { top: 22, right: 20, bottom: 18, left: 20 } }

/** Votes and recommendations are printed upright; grades and scores need the width. */
export function summaryPaper(name: BallotKindName): Paper {
  const family = familyOf(ballots[name])
  return family === 'vote' || family === 'names' ? upright : across
}

export const summaryTitle = (name: BallotKindName): string => `${ballotKinds[name]}结果汇总表`

function sheet({ kind, about, shape, documents }: BallotSummaryProps): Sheet {
  const several = documents.length > 1
  const [first] = documents
  const columns = summaryColumns(kind, shape)
  const body: FormColumn = { key: 'body', label: '党组织', mm: 42, left: true }
  const facts = documents.flatMap(({ body: of, says, boxes, figures, verdicts }): string[] => [
    `${several ? `${of}：` : ''}${[...says.flat(), ...[...boxes, ...figures].map(fact => `${fact.label.replaceAll('\n', '')} ${fact.value}`)].join('　')}`,
    ...verdicts.map(verdict => `${several ? `${of}　` : ''}${verdict.label}：${verdict.value}`),
  ])
  return {
    name: '结果汇总',
    title: summaryTitle(kind),
    subtitle: [about, ...(first && !several && first.under ? [first.under] : [])],
    columns: several ? [body, ...columns] : columns,
    rows: documents.flatMap(({ body: of, rows }) => rows.map((row): SheetCell[] => (several ? [of, ...row] : row))),
    total: null,
    notes: [...facts, ...numberedNotes('注', first?.notes ?? [])],
  }
}

/** Numbers as the worksheet shows them: 77.8, 0.0, 86.50. */
export function shownCell(value: SheetCell, { number: format = '' }: FormColumn): string {
  if (typeof value !== 'number') return value ?? ''
  return /\.0+$/.test(format) ? value.toFixed(format.length - format.indexOf('.') - 1) : String(value)
}

/** Each count as it is printed, in data. */
export function summaryWritten({ kind, shape, documents }: BallotSummaryProps): readonly WrittenDocument[] {
  const columns = summaryColumns(kind, shape)
  const wide = summaryPaper(kind).landscape
  return documents.map(({ under, says, boxes, figures, rows, verdicts, signatures, seal, notes }) => ({
    blocks: [
      { kind: 'title', text: summaryTitle(kind), ...(under && { under }) },
      ...says.map(parts => ({ kind: 'spread' as const, parts })),
      ...(boxes.length > 0 ? [boxGrid(boxes)] : []),
      ...(figures.length > 0 ? [figureGrid(figures)] : []),
      tableGrid(
        columns,
        rows.map(row =>
          columns.map((column, c) => (column.key === 'name' ? spacedName(shownCell(row[c] ?? null, column)) : shownCell(row[c] ?? null, column))),
        ),
        { head: wide ? 9 : 12, row: wide ? 7.5 : 9 },
      ),
      ...(verdicts.length > 0 ? [verdictGrid(verdicts, wide ? [32, 224.6] : [34, 135.6])] : []),
      ...(signatures.length > 0 ? [{ kind: 'gap' as const, mm: 4 }] : []),
      ...signatures.map(parts => ({ kind: 'spread' as const, parts })),
      ...(seal.length > 0 ? [{ kind: 'gap' as const, mm: 8 }] : []),
      ...seal.map(text => ({ kind: 'paragraph' as const, text, align: 'right' as const, size: 'cell' as const })),
      ...noteBlocks('注', notes),
    ],
  }))
}

type Box = SummaryDocument['boxes'][number]

/** Two boxes to a row, each behind its label. */
const boxGrid = (boxes: readonly Box[]): Grid => ({
  kind: 'grid',
  columns: [34, 50.8, 34, 50.8],
  rows: boxes.flatMap((first, i) =>
    i % 2 === 0 ? [{ height: 9, cells: [first, boxes[i + 1]].flatMap(found => [label(found?.label ?? ''), filled(found?.value, { align: 'left' })]) }] : [],
  ),
})

const figureGrid = (figures: readonly Box[]): Grid => ({
  kind: 'grid',
  columns: figures.map(() => 169.6 / figures.length),
  rows: [
    { height: 16, cells: figures.map(figure => label(figure.label, { size: 'small' })) },
    { height: 10, cells: figures.map(figure => filled(figure.value, { size: 'note', align: 'center' })) },
  ],
})

const verdictGrid = (verdicts: readonly Box[], columns: readonly number[]): Grid => ({
  kind: 'grid',
  columns,
  rows: verdicts.map(verdict => ({ height: 10, cells: [label(verdict.label), filled(verdict.value, { align: 'left', size: 'note' })] })),
})

/** 结果汇总表: what a closed count came to, with 组织评定 beside the votes. One that is not closed has empty boxes, to be filled in by hand. */
export const ballotSummary = defineForm({
  name: 'ballotSummary',
  label: '测评结果汇总表',
  description: '每次测评、表决、推荐、选举一份：发出收回有效无效、逐人票数和比率、组织评定。没有封票的留空，供手填。',
  serves: [...new Set(Object.values(ballots).flatMap(kind => kind.serves))].toSorted(),
  paper: across,
  paperFor: ({ kind }) => summaryPaper(kind),
  needs: ['round', 'ballot'],
  watermark: true,
  unit: '份',
  preview: 6,
  batch: 500,
  props,
  sheet,
  written: summaryWritten,
})
