import { longDay } from '../text.ts'
import { type Block, filled, type Grid, label, type WrittenDocument } from '../written.ts'
import { dayOf, lastOf, timesOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { dayLine, dotted, opinion, opinions, signedBy, width, written } from '../parts.ts'
import { basis, pairRow, subjectColumns, subjectRows } from './parts.ts'
import { resumeText } from './resume.ts'
import { personForm } from './person-form.ts'

/** A half-year of the year of probation, with what the probationer says of it. Two at least, as many as were held. */
function inspected(about: Development, i: number): Grid {
  const time = timesOf(about, 'probationInspection')[i]
  const before = i === 0 ? dayOf(about, 'meeting') : (timesOf(about, 'probationInspection')[i - 1]?.doneOn ?? '')
  return {
    kind: 'grid',
    columns: [24, width - 24],
    rows: [
      { height: 9, cells: [label('考察时间'), filled(`第 ${i + 1} 次　${dayLine(before)} 至 ${dayLine(time?.doneOn ?? '')}`, { align: 'left' })] },
      opinion('本　　人\n自我鉴定', time?.own ?? '', ['本人（签名）：　　　　　　', '年　　月　　日'], { height: 66 }),
      opinion('入党介绍\n人 意 见', time?.sponsor ?? '', signedBy('入党介绍人'), { height: 44 }),
      opinion('党 支 部\n考察意见', time?.opinion ?? '', signedBy('支部书记', { seal: true, day: time?.doneOn ?? '' }), { height: 44 }),
    ],
  }
}

function inspections(about: Development): readonly Block[] {
  const count = Math.max(2, timesOf(about, 'probationInspection').length)
  return Array.from({ length: count }, (_, i) => i).flatMap((i): Block[] => [
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: '半 年 考 察 记 录', align: 'center', size: 'heading', bold: true, indent: false, keep: true },
    inspected(about, i),
  ])
}

function conversion(about: Development): readonly Block[] {
  const opinionsHeard = lastOf(about, 'conversionOpinions')
  const meeting = lastOf(about, 'conversionMeeting')
  const approval = lastOf(about, 'conversionApproval')
  const decided = meeting ? `经${longDay(meeting.doneOn)}支部党员大会讨论，${meeting.result}。${meeting.votes === '' ? '' : `${meeting.votes}。`}` : ''
  return [
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: '转 正 情 况', align: 'center', size: 'heading', bold: true, indent: false, keep: true },
    opinions([
      opinion('入党介绍\n人 意 见', opinionsHeard?.sponsor ?? '', signedBy('入党介绍人')),
      opinion('党小组、\n党员和群\n众意见', opinionsHeard?.group ?? '', signedBy('党小组组长')),
      opinion('支部委员会\n审查意见', opinionsHeard?.opinion ?? '', signedBy('支部书记', { day: opinionsHeard?.doneOn ?? '' })),
      opinion('支部大会\n决　　议', decided, signedBy('支部书记', { seal: true, day: meeting?.doneOn ?? '' })),
      opinion('上级党委\n审批意见', approval ? approval.number : '', signedBy('负责人', { seal: true, day: approval?.doneOn ?? '' })),
    ]),
  ]
}

function documentOf(about: Development): WrittenDocument {
  const meeting = dayOf(about, 'meeting')
  const approval = lastOf(about, 'approval')
  const until = about.probationUntil
  return {
    blocks: [
      { kind: 'title', text: '预备党员考察表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, dayLine()], size: 'cell' },
      {
        kind: 'grid',
        columns: subjectColumns,
        rows: [
          ...subjectRows(about),
          pairRow(['接收预备\n党员时间', dotted(meeting)], ['预备期满', dotted(until)]),
          pairRow(['上级批准\n时　　间', dotted(approval?.doneOn ?? '')], ['批复文号', approval?.number ?? '']),
          pairRow(['入党介绍人', about.sponsors.map(({ name }) => name).join('、')], ['入党宣誓', dotted(dayOf(about, 'oath'))]),
          pairRow(
            ['延长预备期', about.prolongedTo === '' ? '' : `延长至 ${written(about.prolongedTo)}`],
            ['转正申请', dotted(dayOf(about, 'conversionApplication'))],
          ),
        ],
      },
      opinions([opinion('个人简历', resumeText(about.resume), [], { height: 60 }), opinion('奖惩情况', about.rewards, [], { height: 24 })]),
      ...basis(about, 'probationInspection', '党组织对预备党员继续进行教育和考察。'),
      ...inspections(about),
      ...conversion(about),
    ],
  }
}

/** 预备党员考察表 */
export const probationRecord = personForm({
  name: 'probationRecord',
  label: '预备党员考察表',
  description: '每人一册：基本情况、每半年的自我鉴定和介绍人、支部意见，转正的支部大会决议和审批，取自卷宗。',
  serves: ['M014', 'M107'],
  preview: 1,
  batch: 100,
  documentOf,
})
