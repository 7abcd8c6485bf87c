import { z } from 'zod'
import { ballots } from '../ballots/index.ts'
import type { BallotKind, Option } from '../ballots/kind.ts'
import { type Layout, layoutOf } from '../ballots/layout.ts'
import { type BallotKindName, ballotKindNames, ballotKinds } from '../domain/ballot-words.ts'
import { defineForm, type FormColumn, type Paper, type Sheet, type SheetCell } from './form.ts'
import { numberedNotes } from './text.ts'

const cell = z.union([z.string(), z.number(), z.null()])

/** 06b: what was counted as a whole, in boxes above the table. */
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

const props = z.object({
  watermark: z.string().nullable(),
  kind: z.enum(ballotKindNames),
  /** Of a round; of one ballot the name of its body. */
  about: z.string(),
  /** What the columns depend on besides the kind. */
  shape: z.object({
    /** Groups of voters with figures of their own. */
    groups: z.array(z.object({ code: z.string(), label: z.string() })),
    /** 应到会有 (表决权人数): what the share of a vote is taken of. */
    base: z.string(),
    /** Whether some papers said nothing of somebody. */
    blanks: z.boolean(),
  }),
  documents: z.array(document),
})
export type BallotSummaryProps = z.infer<typeof props>
export type SummaryShape = BallotSummaryProps['shape']

const across: Paper = { size: 'A4', landscape: true, margins: { top: 18, right: 20, bottom: 14, left: 20 } }
const upright: Paper = { size: 'A4', landscape: false, margins: { top: 22, right: 20, bottom: 18, left: 20 } }
/** Type area of the two, less a point. */
const [acrossWidth, uprightWidth] = [256.6, 169.6]

/** 06b for votes and elections, 03b for grades; what is recommended and what is judged or scored by groups each its own table. */
type Family = 'grades' | 'vote' | 'names' | 'items' | 'scores'
const families: Readonly<Record<Layout, Family>> = { marks: 'grades', signs: 'vote', names: 'names', items: 'items', person: 'items', scores: 'scores' }

export const familyOf = (kind: BallotKind): Family => (kind.paper.blankColumn ? 'vote' : families[layoutOf(kind)])

/** Votes and recommendations are printed upright; grades and scores need the width. */
export function summaryPaper(name: BallotKindName): Paper {
  const family = familyOf(ballots[name])
  return family === 'vote' || family === 'names' ? upright : across
}

export const summaryTitle = (name: BallotKindName): string => `${ballotKinds[name]}结果汇总表`

/** The options whose votes are shown: of a vote the abstentions too. */
export const shownOptions = ({ paper: { options, blank, blankColumn, writes } }: BallotKind): readonly Option[] =>
  blankColumn || writes === 'signs' ? [...options, blank] : options

const spread = (word: string): string => (word.length === 2 ? [...word].join('　') : word)
const widthOf = (columns: readonly FormColumn[]): number => columns.reduce((sum, { mm }) => sum + mm, 0)

const number: FormColumn = { key: 'number', label: '序号', mm: 11, number: '0' }
const name: FormColumn = { key: 'name', label: '姓　名', mm: 21 }

/** The columns of a kind's table: print and worksheet are both made from them. */
export function summaryColumns(kindName: BallotKindName, shape: SummaryShape): readonly FormColumn[] {
  const kind = ballots[kindName]
  switch (familyOf(kind)) {
    case 'grades':
      return gradeColumns(kind, shape)
    case 'vote':
      return voteColumns(kind, shape)
    case 'names':
      return nameColumns(shape)
    case 'items':
      return itemColumns(kind)
    case 'scores':
      return scoreColumns(kind, shape)
  }
}

/** 票数 and % of each option, under its name. */
const countColumns = (options: readonly Option[], [votes, share]: readonly [number, number]): FormColumn[] =>
  options.flatMap(({ key, label }) => [
    { key: `${key} votes`, label: '票数', mm: votes, group: spread(label), number: '0' },
    { key: `${key} share`, label: '%', mm: share, group: spread(label), number: '0.0' },
  ])

function gradeColumns(kind: BallotKind, { blanks }: SummaryShape): FormColumn[] {
  const before: FormColumn[] = [
    number,
    name,
    { key: 'post', label: '党内职务', mm: 20 },
    { key: 'eligible', label: '应评\n人数', mm: 14, number: '0' },
    { key: 'marked', label: '实评\n人数', mm: 14, number: '0' },
  ]
  const blank: FormColumn[] = blanks ? [{ key: 'blank', label: `${kind.paper.blank.label}\n票数`, mm: 12, number: '0' }] : []
  const options = shownOptions(kind)
  const after: FormColumn[] = [
    { key: 'grade', label: `${kind.decision.label}\n等　次`, mm: 22 },
    { key: 'advice', label: '奖惩建议', mm: blanks ? 24.6 : 26.6 },
  ]
  const each = (acrossWidth - widthOf([...before, ...blank, ...after])) / options.length
  return [...before, ...countColumns(options, [each * 0.47, each * 0.53]), ...blank, ...after]
}

function voteColumns(kind: BallotKind, { base }: SummaryShape): FormColumn[] {
  const options = shownOptions(kind)
  const [first] = options
  const yes = first ? (first.counted ?? first.label) : ''
  const before: FormColumn[] = [{ ...number, mm: 10 }, name, { key: 'sex', label: '性别', mm: 10 }, { key: 'bornOn', label: '出生\n年月', mm: 18 }]
  const after: FormColumn[] = [
    { key: 'share', label: `${yes}票占\n${base}\n表决权人数\n（%）`, mm: 22, number: '0.0' },
    { key: 'passed', label: `是否超过\n${base}\n表决权半数`, mm: 22 },
    { key: 'grade', label: '结果', mm: 16 },
  ]
  const each = (uprightWidth - widthOf([...before, ...after])) / options.length
  const votes = options.map(({ key, label, counted }): FormColumn => ({
    key: `${key} votes`,
    label: counted ?? label,
    mm: each,
    group: '表 决 结 果（票）',
    number: '0',
  }))
  return [...before, ...votes, ...after]
}

function nameColumns({ groups }: SummaryShape): FormColumn[] {
  const own = groups.length > 1 ? groups : []
  const parts = own.map(({ code, label }): FormColumn => ({ key: `${code} votes`, label, mm: 20, group: '其　中（票）', number: '0' }))
  const fixed: FormColumn[] = [
    { key: 'rank', label: '名次', mm: 11, number: '0' },
    { ...name, label: '推荐人选', mm: 23 },
  ]
  const after: FormColumn[] = [{ key: 'votes', label: '票数', mm: 14, number: '0' }, { key: 'share', label: '比率\n（%）', mm: 16, number: '0.0' }, ...parts]
  const rest = uprightWidth - widthOf([...fixed, ...after])
  return [
    { key: 'section', label: '推荐岗位（名额）', mm: rest * 0.55, left: true, merged: 'section' },
    ...fixed,
    { key: 'post', label: '现任职务', mm: rest * 0.45, left: true },
    ...after,
  ]
}

function itemColumns(kind: BallotKind): FormColumn[] {
  const before: FormColumn[] = [
    { ...number, mm: 10, merged: 'number' },
    { ...name, merged: 'number' },
    { key: 'post', label: '职　务', mm: 28, left: true, merged: 'number' },
    { key: 'item', label: '测评项目', mm: 22, merged: 'number' },
    { key: 'group', label: '填票人', mm: 27 },
    { key: 'valid', label: '有效票', mm: 14, number: '0' },
  ]
  const after: FormColumn = { key: 'grade', label: kind.decision.label, mm: 23, merged: 'number' }
  const options = shownOptions(kind)
  const each = (acrossWidth - widthOf([...before, after])) / options.length
  return [...before, ...countColumns(options, [each * 0.47, each * 0.53]), after]
}

function scoreColumns(kind: BallotKind, { groups }: SummaryShape): FormColumn[] {
  const people = kind.subjects === 'people'
  const means = groups.flatMap(({ code, label }): FormColumn[] => [
    { key: `${code} votes`, label: '票数', mm: 11, group: label, number: '0' },
    { key: `${code} mean`, label: '均分', mm: 15, group: label, number: '0.00' },
  ])
  const after: FormColumn[] = [
    ...(groups.length > 1 ? [{ key: 'weighted', label: '加权\n得分', mm: 16, number: '0.00' }] : []),
    { key: 'adjusted', label: '加减分', mm: 15, number: '0.00' },
    { key: 'score', label: '综合\n得分', mm: 17, number: '0.00' },
    { key: 'rank', label: '名次', mm: 12, number: '0' },
    { key: 'proposed', label: '建议\n等次', mm: 18 },
    { key: 'grade', label: kind.decision.label, mm: 20 },
  ]
  const rest = acrossWidth - widthOf([number, ...means, ...after])
  return [
    number,
    ...(people ? [{ ...name, mm: Math.min(24, rest / 2) }] : []),
    people ? { key: 'post', label: '职　务', mm: rest - Math.min(24, rest / 2), left: true } : { ...name, label: kind.rowLabel, mm: rest, left: true },
    ...means,
    ...after,
  ]
}

function sheet({ kind, about, shape, documents }: BallotSummaryProps): Sheet {
  const several = documents.length > 1
  const [first] = documents
  const columns = summaryColumns(kind, shape)
  const body: FormColumn = { key: 'body', label: '党组织', mm: 42, left: true }
  const facts = documents.flatMap(({ body: of, says, boxes, figures, verdicts }): string[] => [
    `${several ? `${of}：` : ''}${[...says.flat(), ...[...boxes, ...figures].map(({ label, value }) => `${label.replaceAll('\n', '')} ${value}`)].join('　')}`,
    ...verdicts.map(({ label, value }) => `${several ? `${of}　` : ''}${label}：${value}`),
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
})
