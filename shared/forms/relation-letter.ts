import { lastOf } from './case-facts.ts'
import type { Development } from './development/facts.ts'
import { blankDay, dayLine, written } from './parts.ts'
import type { Block, WrittenDocument } from './written.ts'
import { personForm } from './development/person-form.ts'

const line = (text: string, more: Partial<Extract<Block, { kind: 'paragraph' }>> = {}): Block => ({
  kind: 'paragraph',
  text,
  indent: false,
  size: 'body',
  ...more,
})
const heading = (text: string): Block => line(text, { align: 'center', bold: true, size: 'heading', keep: true })
const sentence = (text: string): Block => line(text, { indent: true })
const gap = (mm: number): Block => ({ kind: 'gap', mm })
const blank = (text: string | undefined, wide: number): string => text || '　'.repeat(wide)

/** Where one part is cut from the next, the seal over both. */
const cut = (number: string): readonly Block[] => [
  gap(6),
  line(`－－－－－－－－－－　第 ${number} 号　（骑缝章）　－－－－－－－－－－`, { align: 'center', size: 'note' }),
  gap(6),
]

/** 存根, 介绍信 and 回执 on one leaf, filled from the case; what is not on file is written in by hand. */
function documentOf(about: Development): WrittenDocument {
  const request = lastOf(about, 'request')
  const letter = lastOf(about, 'letter')
  const number = blank(letter?.number, 6)
  const to = blank(letter?.place, 12)
  const at = blank(request?.place, 12)
  const from = blank(about.branch, 12)
  const who = about.category === '' ? '中共正式（预备）党员' : `中共${about.category}`
  const born = about.bornOn === '' ? '　　　年　　月' : `${about.bornOn.replace('.', '年')}月`
  const until = letter && letter.extendedTo !== '' ? `（有效期至${written(letter.extendedTo)}）` : '（有效期　　　天）'
  const sealed = [line(`${blank(about.committee, 12)}（盖章）　`, { align: 'right', keep: true }), line(`${dayLine(letter?.doneOn)}　　`, { align: 'right' })]
  return {
    numbers: 'none',
    blocks: [
      heading('党员组织关系介绍信存根'),
      line(`第 ${number} 号`, { align: 'right' }),
      sentence(`${about.name}同志系${who}，组织关系由${from}转到${at}。`),
      gap(4),
      line(`经办人：　　　　　　　　${dayLine(letter?.doneOn)}　　`, { align: 'right' }),
      ...cut(number),
      heading('中国共产党党员组织关系介绍信'),
      line(`第 ${number} 号`, { align: 'right' }),
      line(`${to}：`),
      sentence(
        `${about.name}同志（${blank(about.sex, 2)}，${born}生，${blank(about.nation, 2)}），系${who}，公民身份号码${blank(about.idNumber, 9)}，由${from}去${at}，请转接组织关系。该同志党费已交到${blank(request?.number, 6)}。`,
      ),
      line(until),
      gap(7),
      ...sealed,
      gap(5),
      line(`党员联系电话：${blank(about.phone, 8)}　　　原所在党支部：${from}`, { size: 'note' }),
      line('原所在基层党委通讯地址：　　　　　　　　　　　　　联系电话：　　　　　　　　邮编：', { size: 'note' }),
      ...cut(number),
      heading('党员组织关系介绍信回执'),
      line(`第 ${number} 号`, { align: 'right' }),
      line(`${blank(about.committee, 12)}：`),
      sentence(`${about.name}同志的党员组织关系已转到我处，特此回复。`),
      gap(7),
      line('（盖章）　　　　　　', { align: 'right', keep: true }),
      line(`${blankDay}　　`, { align: 'right' }),
      gap(5),
      line('编入党支部：　　　　　　　　　　　　经办人：　　　　　　　　联系电话：　　　　　　　　（接收后寄回本联）', { size: 'note' }),
    ],
  }
}

/** 党员组织关系介绍信 */
export const relationLetter = personForm({
  name: 'relationLetter',
  label: '党员组织关系介绍信',
  description: '存根、介绍信、回执三联一张，每人一份；编号、抬头、有效期、党费取自卷宗，没有记的留白。',
  serves: ['M071', 'M168'],
  documentOf,
})
