import { selectionKinds } from '../../domain/selection.ts'
import { keysOf } from '../../records/keys.ts'
import { type Taken, lastOf } from '../case-facts.ts'
import { dotted, ending, width, written } from '../parts.ts'
import { defineForm } from '../form.ts'
import { spacedName } from '../text.ts'
import { filled, type Grid, type GridRow, label, type WrittenDocument } from '../written.ts'
import { type Dossier, dossierProps, type FormCandidate, proposedOf } from './facts.ts'
import { type Boxes, boxesOf } from './record-boxes.ts'

/** Columns of the parts that ask whether there is material. */
const asking = [14, 40, 40, 20, 56] as const

const materialRow = (name: string, said: string, before: GridRow['cells'] = []): GridRow => ({
  height: name.includes('\n') ? 11.5 : 9.6,
  cells: [...before, label(name, { span: 2 }), label('有无材料'), filled(said, { align: 'left', shrinks: true })],
})

const textRow = (name: string, said: string, before: GridRow['cells'] = []): GridRow => ({
  height: 12.5,
  cells: [...before, label(name), filled(said, { span: 3, align: 'left' })],
})

const phase = (name: string, down = 1): GridRow['cells'] => [label(name, { down, ...(down > 1 && { vertical: true }) })]

/** 2026年9月8日，…: when something was done and what is said of it. */
const doneText = (taken: Taken | undefined, ...words: readonly string[]): string =>
  taken ? ending([written(taken.doneOn), ...words].filter(Boolean).join('，')) : ''

const towards = (about: Dossier, boxes: Boxes): Grid => {
  const chosen = lastOf(about, 'assessed')
  return {
    kind: 'grid',
    columns: asking,
    rows: [
      materialRow('酝酿形成的工作方案', boxes.plan, phase('动议')),
      { ...materialRow('会议推荐和个别谈话推荐汇总表', boxes.recommendation, phase('民　主\n推　荐')), height: 11.5 },
      textRow('确定考察对象的\n时间和方式', doneText(chosen, chosen?.opinion ?? ''), phase('考察', 7)),
      materialRow('拟提任人选征求纪检监察机关意见情况', boxes.discipline),
      materialRow('考察预告', boxes.notice),
      materialRow('民主测评汇总表、征求意见汇总表', boxes.tally),
      materialRow('个人有关事项报告抽查核实情况', boxes.personalMatters),
      materialRow('群众反映的主要问题及调查核实情况', boxes.petitions),
      materialRow('干部任免审批表、干部考察情况', boxes.report),
    ],
  }
}

const figure = (n: number | null | undefined): string => (n === null || n === undefined ? '' : String(n))

/** Who met and how they voted: on this candidate, where a ballot was held on each. */
function meetingRow(name: string, met: Taken | undefined, votes: FormCandidate['votes'], before: GridRow['cells'] = []): GridRow {
  const { agree, against, abstain } = votes ?? { agree: met?.agree, against: met?.against, abstain: met?.abstain }
  return {
    height: name.includes('\n') ? 11.5 : 9.6,
    cells: [
      ...before,
      label(name),
      ...[dotted(met?.doneOn ?? ''), met?.people, figure(met?.eligible), figure(met?.present), figure(agree), figure(against), figure(abstain)].map(text =>
        filled(text),
      ),
    ],
  }
}

const deciding = (about: Dossier, { votes }: FormCandidate, boxes: Boxes): Grid => {
  const heard = lastOf(about, 'leaders')
  const asks = (name: string, said: string): GridRow => ({
    height: 11.5,
    cells: [label(name, { span: 4 }), label('有无\n材料'), filled(said, { span: 4, align: 'left', shrinks: true })],
  })
  return {
    kind: 'grid',
    columns: [14, 12, 26, 30, 22, 16, 16, 10.5, 12.5, 11],
    rows: [
      {
        height: 12.5,
        cells: [
          ...phase('讨论决定', 7),
          label('征求分管领导意见的\n时间和对象', { span: 2 }),
          filled(doneText(heard, heard?.people ? `征求${heard.people}意见` : '', heard?.opinion ?? ''), { span: 7, align: 'left' }),
        ],
      },
      asks('党委（党组）对本单位拟提任人选的意见建议\n及廉政鉴定情况', boxes.opinion),
      {
        height: 8,
        keep: true,
        cells: [
          label('会议决定', { down: 4, vertical: true }),
          label('会议情况\n\n会议名称', { down: 2 }),
          label('会　议\n时　间', { down: 2 }),
          label('主持人', { down: 2 }),
          label('应到\n人数', { down: 2 }),
          label('实到\n人数', { down: 2 }),
          label('表　决　结　果', { span: 3 }),
        ],
      },
      { height: 9.2, keep: true, cells: [label('同意'), label('不同\n意'), label('弃权')] },
      meetingRow('部务会议', lastOf(about, 'officeMeeting'), null),
      meetingRow('党委（党组）\n会　　议', lastOf(about, 'committeeMeeting'), votes),
      asks('双重管理干部提拔任用协管方回复意见', boxes.dual),
    ],
  }
}

const appointing = (about: Dossier, candidate: FormCandidate, boxes: Boxes): Grid => ({
  kind: 'grid',
  columns: asking,
  rows: [
    materialRow('任职前公示公告', boxes.posting, phase('任职', 3)),
    materialRow('公示期间群众反映的问题\n及意见调查核实情况', boxes.objections),
    textRow('任职谈话的\n时间和谈话人', talkOf(about, candidate)),
  ],
})

/** The talk that was recorded with this one; otherwise what the step says of all. */
function talkOf(about: Dossier, { id }: FormCandidate): string {
  const talk = about.talks.findLast(({ purpose, candidateId }) => purpose === 'appointment' && candidateId === id)
  const taken = lastOf(about, 'appointmentTalk')
  return talk ? ending([written(talk.talkedOn), talk.interviewers].filter(Boolean).join('，')) : doneText(taken, taken?.people ?? '')
}

/** Long labels in many boxes: the sheet is one leaf where nothing is written at length. */
const small = (grid: Grid): Grid => ({ ...grid, rows: grid.rows.map(row => ({ ...row, cells: row.cells.map(cell => ({ size: 'note', ...cell })) })) })

function documentOf(about: Dossier, candidate: FormCandidate): WrittenDocument {
  const boxes = boxesOf(about, candidate)
  const deferred = candidate.votes?.deferred ?? 0
  return {
    blocks: [
      { kind: 'title', text: '干部选拔任用工作纪实表' },
      { kind: 'spread', parts: keysOf(selectionKinds).map(kind => `${kind === about.kind ? '☑' : '□'} ${selectionKinds[kind]}`), size: 'body' },
      {
        kind: 'grid',
        columns: [22, 36, 25, width - 83],
        rows: [
          {
            height: 11.5,
            cells: [label('姓　名'), filled(spacedName(candidate.name)), label('现任职务'), filled(candidate.currentPost, { align: 'left' })],
          },
          { height: 11.5, cells: [label('拟　任\n职　务'), filled(candidate.proposedPost, { span: 3, align: 'left' })] },
          { height: 9.2, keep: true, cells: [label('履　行　选　任　程　序　情　况', { span: 4 })] },
        ],
      },
      ...[towards(about, boxes), deciding(about, candidate, boxes), appointing(about, candidate, boxes)].map(small),
      ...(deferred > 0 ? ([{ kind: 'spread', parts: [`说明：党委（党组）会议表决另有缓议 ${deferred} 票。`], size: 'note' }] as const) : []),
      { kind: 'spread', parts: [`纪实人员（签名）：${'　'.repeat(5)}`, `审核人员（签名）：${'　'.repeat(5)}`, '年　　月　　日'] },
    ],
  }
}

/** 干部选拔任用工作纪实表: one sheet for each who is proposed. What has not been done yet is blank. */
export const selectionRecord = defineForm({
  name: 'selectionRecord',
  label: '干部选拔任用工作纪实表',
  description: '每名拟任人选一份：动议、民主推荐、考察、讨论决定、任职各栏取自卷宗，有无材料按入卷的材料打勾并编附件号；没有办的留白。',
  serves: ['M029'],
  paper: { size: 'A4', landscape: false, margins: { top: 15, right: 20, bottom: 14, left: 20 } },
  needs: ['case'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 100,
  props: dossierProps,
  written: ({ dossiers }) => dossiers.flatMap(about => proposedOf(about).map(candidate => documentOf(about, candidate))),
})
