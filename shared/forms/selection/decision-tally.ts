import { lastOf } from '../case-facts.ts'
import type { FormColumn } from '../form.ts'
import { ending, note, written } from '../parts.ts'
import { spacedName } from '../text.ts'
import { filled, type Grid, label, type WrittenDocument } from '../written.ts'
import { tableGrid } from '../written-table.ts'
import { dossierForm } from './dossier-form.ts'
import { assessedOf, decidedOf, type Dossier, type FormCandidate } from './facts.ts'

const options = [
  ['agree', '同意'],
  ['against', '不同意'],
  ['deferred', '缓议'],
  ['abstain', '弃权'],
] as const

const columns: readonly FormColumn[] = [
  { key: 'number', label: '序号', mm: 11 },
  { key: 'name', label: '姓　名', mm: 20 },
  { key: 'current', label: '现任职务', mm: 32, left: true },
  { key: 'proposed', label: '拟任（免）职务', mm: 34, left: true },
  ...options.map(([key, word]): FormColumn => ({ key, label: word, mm: 14, group: '表 决 情 况（票）' })),
  { key: 'passed', label: '是否超过\n应到半数', mm: 17 },
]

const said = (figure: number | null | undefined): string => (figure === null || figure === undefined ? '' : String(figure))

/** The votes on one: of a ballot on each; otherwise, on whom the meeting decided, what was put down of the meeting. */
function votesOf(about: Dossier, of: FormCandidate): NonNullable<FormCandidate['votes']> | undefined {
  const met = lastOf(about, 'committeeMeeting')
  if (of.votes) return of.votes
  return met && decidedOf(about).some(({ id }) => id === of.id) ? { agree: met.agree, against: met.against, abstain: met.abstain, deferred: null } : undefined
}

function headOf(about: Dossier): Grid {
  const met = lastOf(about, 'committeeMeeting')
  const secret = about.ballots.some(({ kind }) => kind === 'committeeVote')
  const way = secret ? '☑ 无记名投票　□ 举手　□ 口头' : '□ 无记名投票　□ 举手　□ 口头'
  return {
    kind: 'grid',
    columns: [30, 55, 30, 55],
    rows: [
      { height: 11, cells: [label('会议时间'), filled(written(met?.doneOn ?? '')), label('主 持 人'), filled(met?.people)] },
      {
        height: 11,
        cells: [
          label('应到成员'),
          filled(met?.eligible === null || !met ? '' : `${met.eligible} 人`),
          label('实到成员'),
          filled(said(met?.present) && `${said(met?.present)} 人`),
        ],
      },
      { height: 11, cells: [label('请假成员'), filled(''), label('列席人员'), filled('')] },
      { height: 11, cells: [label('表决方式'), filled(way, { span: 3, align: 'left' })] },
    ],
  }
}

function documentOf(about: Dossier): WrittenDocument {
  const met = lastOf(about, 'committeeMeeting')
  const rows = assessedOf(about).map((of, i) => {
    const votes = votesOf(about, of)
    const half = votes?.agree === null || votes === undefined || !met?.eligible ? '' : votes.agree * 2 > met.eligible ? '是' : '否'
    const posts = [of.proposedPost, of.removedPost === '' ? '' : `免${of.removedPost}`].filter(Boolean).join('；')
    return [String(i + 1), spacedName(of.name), of.currentPost, posts, ...options.map(([key]) => said(votes?.[key])), half]
  })
  return {
    blocks: [
      { kind: 'title', text: '干部任免会议表决情况汇总表' },
      { kind: 'spread', parts: [`会议：${about.committee}会议`, `议题：${about.name}`], size: 'cell' },
      headOf(about),
      { kind: 'gap', mm: 4 },
      tableGrid(columns, rows, { head: 11, row: 14 }),
      { kind: 'grid', columns: [30, 140], rows: [{ height: 60, cells: [label('会议决定'), filled(decisionOf(about), { align: 'left', top: true })] }] },
      { kind: 'spread', parts: [`监票人（签名）：${'　'.repeat(4)}`, `计票人（签名）：${'　'.repeat(4)}`, `主持人（签名）：${'　'.repeat(4)}`] },
      ...note(
        '讨论决定干部任免事项，必须有三分之二以上成员到会，逐一发表同意、不同意或者缓议等明确意见，主要负责人最后表态，以应到会成员超过半数同意形成决定。',
      ),
    ],
  }
}

function decisionOf(about: Dossier): string {
  const met = lastOf(about, 'committeeMeeting')
  return met ? [met.result, met.opinion].filter(Boolean).map(ending).join('\n') : ''
}

/** 会议表决汇总: also where the meeting voted by hand or voice, and no ballot was held. */
export const decisionTally = dossierForm({
  name: 'decisionTally',
  label: '任免会议表决情况汇总表',
  description: '一个卷宗一份：会议时间、应到实到、逐名人选同意、不同意、缓议、弃权和是否过应到半数；无记名票决取自封了票的表决，举手、口头表决取自会议登记。',
  documentsOf: about => [documentOf(about)],
})
