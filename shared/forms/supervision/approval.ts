import { indented, note, opinion, opinions, signedBy, written } from '../parts.ts'
import { spacedName } from '../text.ts'
import { filled, type GridRow, label, type WrittenDocument } from '../written.ts'
import { admonitionForm } from './admonition-form.ts'
import type { AdmonitionSheet } from './facts.ts'

const columns = [24, 32, 20, 24, 24, 46] as const

/** 姓名, 性别, 单位及职务: the head of the papers that are filed. */
const subjectRows = (sheet: AdmonitionSheet): readonly GridRow[] => [
  { height: 11, cells: [label('姓　名'), filled(spacedName(sheet.name)), label('性　别'), filled(sheet.sex), label('出生年月'), filled(sheet.bornOn)] },
  { height: 12, cells: [label('单位及职务'), filled(sheet.postThen, { span: 3, align: 'left' }), label('级　别'), filled(sheet.level)] },
]

function approvalOf(sheet: AdmonitionSheet): WrittenDocument {
  const serious = sheet.kind === 'admonish'
  return {
    blocks: [
      { kind: 'title', text: `${sheet.kindLabel}审批表` },
      { kind: 'spread', parts: [`编号：${sheet.number}`, '内部资料'], size: 'cell' },
      {
        kind: 'grid',
        columns,
        rows: [
          ...subjectRows(sheet),
          {
            height: 11,
            cells: [
              label('拟开展方式'),
              filled([sheet.kindLabel, sheet.way].filter(Boolean).join('，')),
              label('问题类别', { span: 2 }),
              filled(sheet.category, { span: 2 }),
            ],
          },
          { height: 11, cells: [label('发现渠道'), filled(sheet.channel, { span: 5, align: 'left' })] },
        ],
      },
      opinions([
        opinion('主要事由', sheet.problem, [], { height: 42 }),
        opinion('承办处室\n意　　见', `建议对${sheet.name}同志进行${sheet.kindLabel}。`, signedBy('负责人'), { height: 28 }),
        opinion('分管负责人\n审核意见', '', signedBy(sheet.reviewedBy === '' ? '审核人' : `审核人 ${sheet.reviewedBy}`), { height: 28 }),
        opinion('主要负责人\n审定意见', '', signedBy(sheet.approvedBy === '' ? '审定人' : `审定人 ${sheet.approvedBy}`, { day: sheet.approvedOn }), {
          height: 28,
        }),
        ...(serious ? [opinion('党委（党组）\n主要负责\n同志意见', '', signedBy('签名', { day: sheet.reportedOn }), { height: 28 })] : []),
        opinion(
          '办理情况',
          [sheet.executedOn === '' ? '' : `${written(sheet.executedOn)}${sheet.way === '谈话' ? '谈话' : '发函'}`, sheet.outcome].filter(Boolean).join('，'),
          [],
          { height: 14 },
        ),
      ]),
      ...note(
        serious
          ? '诫勉由组织（人事）部门负责人同意，报党委（党组）主要负责同志。表的样式为各地惯用，待核。'
          : '提醒、函询由分管负责人审核，部门主要负责人审定。表的样式为各地惯用，待核。',
      ),
    ],
  }
}

/** 提醒、函询、诫勉审批表 */
export const admonitionApproval = admonitionForm({
  name: 'admonitionApproval',
  label: '提醒函询诫勉审批表',
  description: '每件一份：对象、事由、发现渠道，承办、审核、审定意见；诫勉加主要负责同志意见。',
  serves: ['M011', 'M169'],
  of: { type: 'admonition' },
  documentOf: approvalOf,
})

const box = (ticked: boolean): string => (ticked ? '☑' : '□')

function replyOf(sheet: AdmonitionSheet): WrittenDocument {
  return {
    blocks: [
      { kind: 'title', text: '函询回复' },
      { kind: 'spread', parts: [`函询通知书编号：${sheet.number}`, `发函日期：${written(sheet.executedOn)}`], size: 'cell' },
      { kind: 'grid', columns, rows: subjectRows(sheet) },
      opinions([
        { height: 34, flows: true, cells: [label('函询的\n问　题'), filled(indented(sheet.problem), { align: 'left', top: true })] },
        opinion('本人说明', sheet.reply, ['对以上说明的真实性负责。　　　　　　', ...signedBy('本人', { day: sheet.repliedOn })], { height: 96 }),
        opinion('所在单位\n党组织主要\n负责人意见', '', signedBy('负责人', { seal: true }), { height: 34 }),
        {
          height: 34,
          cells: [
            label('组织部门\n核　　查'),
            filled(`${box(sheet.replyState === 'clear')}　说明清楚　　${box(sheet.replyState === 'unclear')}　说明不清楚，再次函询或者以其他方式了解`, {
              align: 'left',
              top: true,
              sign: signedBy('经办人'),
            }),
          ],
        },
      ]),
      ...note('说明由本人签名后密封报送，可另附页，附页逐页签名。'),
    ],
  }
}

/** 函询回复: the sheet on which whoever was asked explains, and it is judged whether that is clear. */
export const inquiryReply = admonitionForm({
  name: 'inquiryReply',
  label: '函询回复',
  description: '函询对象书面说明用：函询的问题、本人说明、单位党组织负责人意见和核查。',
  serves: ['M011'],
  of: { type: 'admonition', only: { kind: ['inquiry'] } },
  documentOf: replyOf,
})
