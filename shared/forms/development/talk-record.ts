import { spacedName } from '../text.ts'
import { filled, label, type WrittenDocument } from '../written.ts'
import { dayOf, lastOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { dayLine, indented, width, written } from '../parts.ts'
import { basis } from './parts.ts'
import { personForm } from './person-form.ts'

function documentOf(about: Development): WrittenDocument {
  const talk = lastOf(about, 'talk')
  return {
    blocks: [
      { kind: 'title', text: '入党申请人谈话记录表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, `收到入党申请书：${dayLine(dayOf(about, 'application'))}`], size: 'cell' },
      {
        kind: 'grid',
        columns: [28, 24, 40, 28, 50],
        rows: [
          { height: 12, cells: [label('谈话对象'), label('姓　名'), filled(spacedName(about.name)), label('单位及职务'), filled(about.workPost)] },
          { height: 12, cells: [label('谈 话 人'), label('姓　名'), filled(talk?.people), label('党内职务'), filled('')] },
          { height: 12, cells: [label('记 录 人'), label('姓　名'), filled(''), label('党内职务'), filled('')] },
          { height: 12, cells: [label('谈话时间'), filled(written(talk?.doneOn ?? ''), { span: 2 }), label('谈话地点'), filled(talk?.place)] },
        ],
      },
      {
        kind: 'grid',
        columns: [14, width - 14],
        rows: [
          {
            height: 118,
            flows: true,
            cells: [label('谈话内容', { vertical: true }), filled(indented(talk?.opinion ?? ''), { top: true, align: 'left' })],
          },
        ],
      },
      {
        kind: 'grid',
        columns: [56, 57, 57],
        rows: [
          {
            height: 30,
            cells: ['谈话对象', '谈话人', '记录人'].map((who, i) =>
              filled(i === 0 ? '以上记录属实。' : '', { top: true, align: 'left', sign: [`${who}（签名）：　　　　`, '年　　月　　日'] }),
            ),
          },
        ],
      },
      ...basis(about, 'talk', '收到入党申请书后一个月内派人同入党申请人谈话，了解学习工作经历、对党的认识、入党动机、遵纪守法和家庭情况等。'),
    ],
  }
}

/** 入党申请人谈话记录表 */
export const talkRecord = personForm({
  name: 'talkRecord',
  label: '入党申请人谈话记录表',
  description: '每人一份：谈话对象、谈话人、时间、地点和内容取自卷宗，签名留白。',
  serves: ['M014', 'M107'],
  documentOf,
})
