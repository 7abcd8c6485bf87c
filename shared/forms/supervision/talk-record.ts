import { indented, note, width, written } from '../parts.ts'
import { spacedName } from '../text.ts'
import { filled, label, type WrittenDocument } from '../written.ts'
import { admonitionForm } from './admonition-form.ts'
import type { AdmonitionSheet } from './facts.ts'

function documentOf(sheet: AdmonitionSheet): WrittenDocument {
  const serious = sheet.kind === 'admonish'
  const duty = [
    ...(serious && sheet.selfCriticismDays > 0 ? [`谈话后${sheet.selfCriticismDays}个工作日内提交书面检查`] : []),
    ...(sheet.reportMonths > 0 ? [`${sheet.reportMonths}个月后提交整改情况报告`] : []),
  ]
  return {
    blocks: [
      { kind: 'title', text: `${sheet.kindLabel}谈话记录` },
      { kind: 'spread', parts: [`编号：${sheet.number}`, serious ? '（一式两份，存档一份，按规定归入本人档案一份）' : ''], size: 'note' },
      {
        kind: 'grid',
        columns: [30, 22, 46, 26, 46],
        rows: [
          {
            height: 12,
            cells: [label('谈话对象'), label('姓　名'), filled(spacedName(sheet.name)), label('单位及职务'), filled(sheet.postThen, { shrinks: true })],
          },
          { height: 12, cells: [label('谈 话 人'), label('姓　名'), filled(sheet.talkers), label('单位及职务'), filled(sheet.talkerPost, { shrinks: true })] },
          {
            height: 12,
            cells: [label('记 录 人'), label('姓　名'), filled(sheet.recorder), label('单位及职务'), filled(sheet.recorderPost, { shrinks: true })],
          },
          {
            height: 12,
            cells: [
              label('谈话时间'),
              filled([written(sheet.executedOn), sheet.time].filter(Boolean).join('　'), { span: 2 }),
              label('谈话地点'),
              filled(sheet.place),
            ],
          },
          { height: 22, flows: true, cells: [label(`${sheet.kindLabel}事由`), filled(sheet.problem, { span: 4, align: 'left' })] },
        ],
      },
      {
        kind: 'grid',
        columns: [14, width - 14],
        rows: [{ height: 90, flows: true, cells: [label('谈话内容', { vertical: true }), filled(indented(sheet.content), { top: true, align: 'left' })] }],
      },
      {
        kind: 'grid',
        columns: [56, 57, 57],
        rows: [
          {
            height: 26,
            cells: ['谈话对象', '谈话人', '记录人'].map((who, i) =>
              filled(i === 0 ? '以上记录属实。' : '', { top: true, align: 'left', sign: [`${who}（签名）：　　　　`, '年　　月　　日'] }),
            ),
          },
        ],
      },
      ...note(
        [
          duty.length === 0 ? '' : `1.${serious ? '诫勉' : '提醒'}对象应当在${duty.join('，')}。`,
          `${duty.length === 0 ? 1 : 2}.记录每页由谈话对象签名；有涂改的，在涂改处签名或者按印。`,
        ]
          .filter(Boolean)
          .join(''),
      ),
    ],
  }
}

/** 诫勉谈话记录, 提醒谈话记录 */
export const admonitionTalk = admonitionForm({
  name: 'admonitionTalk',
  label: '诫勉（提醒）谈话记录',
  description: '谈话方式的提醒和诫勉：对象、谈话人、记录人、时间地点、事由和谈话内容，签名留白。',
  serves: ['M011', 'M169'],
  of: { type: 'admonition', only: { kind: ['remind', 'admonish'], way: ['talk', null] } },
  documentOf,
})
