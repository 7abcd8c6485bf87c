import { ballots } from '../ballots/index.ts'
import type { BallotKind, Option } from '../ballots/kind.ts'
import { type Layout, layoutOf } from '../ballots/layout.ts'
import type { BallotKindName } from '../domain/ballot-words.ts'
import type { FormColumn } from './form.ts'

/** What the columns of a 汇总表 depend on besides the kind. */
export interface SummaryShape {
  /** Groups of voters with figures of their own. */
  readonly groups: readonly { readonly code: string; readonly label: string }[]
  /** 应到会有 (表决权人数): what the share of a vote is taken of. */
  readonly base: string
  /** Whether some papers said nothing of somebody. */
  readonly blanks: boolean
}

/** The type area of a sheet across and of one upright, less a point. */
const [acrossWidth, uprightWidth] = [256.6, 169.6]

/** 票决结果汇总表 for votes and elections, 测评结果汇总表 for grades; what is recommended and what is judged or scored by groups each a table of its own. */
type Family = 'grades' | 'vote' | 'names' | 'items' | 'scores'
const families: Readonly<Record<Layout, Family>> = { marks: 'grades', signs: 'vote', names: 'names', items: 'items', person: 'items', scores: 'scores' }

export const familyOf = (kind: BallotKind): Family => (kind.paper.blankColumn ? 'vote' : families[layoutOf(kind)])

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
