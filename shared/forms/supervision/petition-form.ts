import { z } from 'zod'
import { defineForm } from '../form.ts'
import { filed, indented, note, opinion, opinions, signedBy, written } from '../parts.ts'
import { issued } from '../props.ts'
import { filled, label, type WrittenDocument } from '../written.ts'

const sheet = z.object({
  number: z.string(),
  receivedOn: z.string(),
  source: z.string(),
  nature: z.string(),
  named: z.boolean(),
  secrecy: z.string(),
  subjectName: z.string(),
  subjectPost: z.string(),
  category: z.string(),
  content: z.string(),
  instruction: z.string(),
  instructedBy: z.string(),
  instructedOn: z.string(),
  handling: z.string(),
  handler: z.string(),
  /** 受理告知 2026年10月9日 …: what is to be done until when. */
  terms: z.array(z.string()),
  finding: z.string(),
  result: z.string(),
  closedOn: z.string(),
  feedbackOn: z.string(),
  objection: z.string(),
})
const props = z.object({ ...issued, sheets: z.array(sheet) })
export type PetitionFormProps = z.infer<typeof props>
type Sheet = z.infer<typeof sheet>

function documentOf(s: Sheet): WrittenDocument {
  return {
    blocks: [
      { kind: 'title', text: '信访办理单' },
      { kind: 'spread', parts: [`编号：${s.number}`, s.secrecy], size: 'cell' },
      {
        kind: 'grid',
        columns: [28, 58, 28, 56],
        rows: [
          { height: 11, cells: [label('收到日期'), filled(written(s.receivedOn)), label('来　源'), filled(s.source)] },
          { height: 11, cells: [label('事项性质'), filled(s.nature), label('是否实名'), filled(s.named ? '实名' : '未署名')] },
          { height: 11, cells: [label('被反映人'), filled(s.subjectName), label('问题类别'), filled(s.category)] },
          { height: 11, cells: [label('单位及职务'), filled(s.subjectPost, { span: 3, align: 'left' })] },
        ],
      },
      opinions([
        { height: 42, flows: true, cells: [label('反映的\n主要问题'), filled(indented(s.content), { align: 'left', top: true })] },
        opinion('拟办意见', s.handling === '' ? '' : `${s.handling}${s.handler === '' ? '' : `，${s.handler}承办`}。`, signedBy('拟办人'), { height: 30 }),
        opinion('领导批示', s.instruction, signedBy(s.instructedBy === '' ? '签名' : `签名 ${s.instructedBy}`, { day: s.instructedOn }), { height: 30 }),
        { height: 20, cells: [label('办理期限'), filled(s.terms.join('\n'), { align: 'left' })] },
        opinion(
          '办理结果',
          [s.finding === '' ? '' : `经查核，反映的问题${s.finding}。`, s.result].filter(Boolean).join('\n'),
          signedBy('承办人', { day: s.closedOn }),
          { height: 36 },
        ),
        opinion('反馈情况', [s.feedbackOn === '' ? '' : `${written(s.feedbackOn)}反馈。`, s.objection].filter(Boolean).join('\n'), [], { height: 14 }),
      ]),
      ...note('信访人的姓名和联系方式不印在本单上，查阅登记须经批准。办理单不得转给被反映人及其所在单位。'),
    ],
  }
}

/** 信访办理单: what is said, decided, done and answered. It never names who wrote. */
export const petitionForm = defineForm({
  name: 'petitionForm',
  label: '信访办理单',
  description: '每件一份：反映的问题、拟办、批示、期限、结果和反馈；不印信访人。',
  serves: ['M032', 'M152'],
  secret: 'petition',
  of: { type: 'petition' },
  paper: filed,
  needs: ['record'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 100,
  props,
  written: ({ sheets }) => sheets.map(documentOf),
})
