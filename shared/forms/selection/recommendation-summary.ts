import { candidateStages } from '../../domain/selection.ts'
import type { FormColumn } from '../form.ts'
import { dotted, note } from '../parts.ts'
import { spacedName } from '../text.ts'
import { filled, type Grid, label, type WrittenDocument } from '../written.ts'
import { tableGrid } from '../written-table.ts'
import { dossierForm } from './dossier-form.ts'
import type { Dossier, FormBallot } from './facts.ts'

const ways = [
  ['meetingRecommendation', '会议推荐'],
  ['talkRecommendation', '谈话调研推荐'],
] as const

const columns: readonly FormColumn[] = [
  { key: 'number', label: '序号', mm: 11 },
  { key: 'name', label: '推荐人选', mm: 22 },
  { key: 'post', label: '现任职务', mm: 34, left: true },
  ...ways.flatMap(([key, group]): FormColumn[] => [
    { key: `${key} votes`, label: '票数', mm: 13, group },
    { key: `${key} share`, label: '占有效\n票（%）', mm: 17, group },
    { key: `${key} rank`, label: '名次', mm: 12, group },
  ]),
  { key: 'stage', label: '备　注', mm: 19 },
]

const heldOf = ({ ballots }: Dossier, kind: FormBallot['kind']): FormBallot | undefined => ballots.findLast(ballot => ballot.kind === kind)
const said = (figure: number | null | undefined): string => (figure === null || figure === undefined ? '' : String(figure))

/** When each was held, and its papers. */
const headOf = (about: Dossier): Grid => ({
  kind: 'grid',
  columns: [32, 28, 22, 22, 22, 22, 22],
  rows: [
    { height: 10, cells: ['推荐方式', '时　间', '应到', '实到', '发出票', '收回票', '有效票'].map(text => label(text)) },
    ...ways.map(([kind, name]) => {
      const held = heldOf(about, kind)
      return {
        height: 10,
        cells: [
          label(name),
          ...[dotted(held?.heldOn ?? ''), said(held?.eligible), said(held?.present), said(held?.issued), said(held?.returned), said(held?.valid)].map(text =>
            filled(text),
          ),
        ],
      }
    }),
  ],
})

/** What somebody had in one way: votes, share, place among all. */
function placeIn(ballot: FormBallot | undefined, name: string): readonly [votes: string, share: string, rank: string] {
  const own = ballot?.rows.find(row => row.name === name)
  if (!ballot || !own || own.votes === null) return ['', '', '']
  const { votes, of } = own
  const before = ballot.rows.filter(row => (row.votes ?? -1) > votes).length
  return [String(votes), of > 0 ? ((votes / of) * 100).toFixed(1) : '', String(before + 1)]
}

function documentOf(about: Dossier): WrittenDocument {
  const [meeting, talks] = ways.map(([kind]) => heldOf(about, kind))
  const votesOf = (ballot: FormBallot | undefined, name: string) => ballot?.rows.find(row => row.name === name)?.votes ?? -1
  const names = [...new Set([...(meeting?.rows ?? []), ...(talks?.rows ?? []), ...about.candidates].map(({ name }) => name))]
    .filter(name => name !== '')
    .toSorted((a, b) => votesOf(meeting, b) - votesOf(meeting, a) || votesOf(talks, b) - votesOf(talks, a))
  const rows = names.map((name, i) => {
    const candidate = about.candidates.find(one => one.name === name)
    const listed = [meeting, talks].flatMap(ballot => ballot?.rows.find(row => row.name === name)?.post || [])[0]
    return [
      String(i + 1),
      spacedName(name),
      candidate?.currentPost ?? listed ?? '',
      ...placeIn(meeting, name),
      ...placeIn(talks, name),
      candidate && candidate.stage !== 'recommended' ? candidateStages[candidate.stage] : '',
    ]
  })
  const blanks = Array.from({ length: Math.max(0, 8 - rows.length) }, () => columns.map(() => ''))
  return {
    blocks: [
      { kind: 'title', text: '民主推荐情况汇总表' },
      { kind: 'spread', parts: [`推荐职位：${about.name}（${about.places}名）`, about.organization], size: 'cell' },
      headOf(about),
      { kind: 'gap', mm: 4 },
      tableGrid(columns, [...rows, ...blanks], { head: 12, row: 10 }),
      { kind: 'spread', parts: [`统计人（签名）：${'　'.repeat(5)}`, `审核人（签名）：${'　'.repeat(5)}`, '年　　月　　日'] },
      ...note('推荐结果作为选拔任用的重要参考，不简单以票取人；谈话推荐以谈话人数为有效票。没有封票的栏目留空手填。'),
    ],
  }
}

/** 会议推荐和个别谈话推荐汇总表 */
export const recommendationSummary = dossierForm({
  name: 'recommendationSummary',
  label: '民主推荐情况汇总表',
  description: '会议推荐和谈话调研推荐排在一张表上：参加和票数、逐人得票、比率和名次，取自封了票的推荐；没有的留空。',
  documentsOf: about => [documentOf(about)],
})
