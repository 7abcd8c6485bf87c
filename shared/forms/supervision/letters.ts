import { blankDay, ending } from '../parts.ts'
import type { Paper } from '../form.ts'
import { longDay } from '../text.ts'
import type { Block, WrittenDocument } from '../written.ts'
import { salutation, sentences } from '../written-notice.ts'
import { admonitionForm } from './admonition-form.ts'
import type { AdmonitionSheet } from './facts.ts'

/** Set closer than an official document, so that a short letter and its slip go on one leaf. */
const letterPaper: Paper = { size: 'A4', landscape: false, margins: { top: 30, right: 26, bottom: 22, left: 28 } }

const letter = (...blocks: readonly (Block | readonly Block[])[]): WrittenDocument => ({ blocks: blocks.flat() })

const line = '＿'.repeat(6)

/** Who signs, and the day below. */
const signature = (office: string, day: string): readonly Block[] => [
  { kind: 'gap', mm: 8 },
  { kind: 'paragraph', text: office, align: 'right', inset: 2, size: 'heading', keep: true },
  { kind: 'paragraph', text: day === '' ? '年　　月　　日' : longDay(day), align: 'right', inset: 2, size: 'heading' },
]

/** The title with 青组函询〔2026〕3号 below it, or room to write it. */
const titled = (text: string, number: string): readonly Block[] => [
  { kind: 'title', text, under: number || '（　　　　〔　　　　〕　　号）' },
  { kind: 'gap', mm: 6 },
]

/** Several matters are counted 一、二、三、; one alone stands as it is. */
export function matters(problem: string): readonly string[] {
  const found = problem
    .split('\n')
    .map(text => text.trim())
    .filter(Boolean)
  if (found.length < 2) return found.map(ending)
  return found.map((text, i) => (/^[一二三四五六七八九十]+、/.test(text) ? ending(text) : `${ordinals[i] ?? String(i + 1)}、${ending(text)}`))
}
const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const contact = ({ recorder }: AdmonitionSheet): string => `联系人：${recorder || line}　联系电话：${line}`

/** 由谁研究, 报谁同意: an admonition does not go out without saying so. */
const approved = ({ kind }: AdmonitionSheet): string => (kind === 'admonish' ? '经研究，并报党委（党组）主要负责同志同意' : '根据有关规定，经研究')

/** 提醒函 */
export const reminderLetter = admonitionForm({
  name: 'reminderLetter',
  label: '提醒函',
  description: '对一人的书面提醒：事由、要求和落款取自登记。',
  serves: ['M011', 'M169'],
  paper: letterPaper,
  of: { type: 'admonition', only: { kind: ['remind'], way: ['letter', null] } },
  documentOf: (sheet, office) =>
    letter(
      titled('提醒函', sheet.number),
      salutation(`${sheet.name}同志`),
      sentences(
        `据了解，你在${sheet.category}方面存在需要引起注意的问题：`,
        ...matters(sheet.problem),
        `${approved(sheet)}，现对你予以提醒。请你对照检查，及时改正。`,
        ...(sheet.reportMonths > 0 ? [`请于收到本函之日起${sheet.reportMonths}个月后，将改正情况书面报${office}。`] : []),
        contact(sheet),
      ),
      signature(office, sheet.executedOn),
    ),
})

/** Until when an explanation is asked for: the day that the letter names, or so many working days. */
const term = ({ replyBy, replyDays }: AdmonitionSheet): string => {
  if (replyBy !== '') return `在${longDay(replyBy)}前`
  return replyDays > 0 ? `在收到本通知书之日起${replyDays}个工作日内` : `在${blankDay}前`
}

/** 函询通知书 with the slip that comes back. */
export const inquiryNotice = admonitionForm({
  name: 'inquiryNotice',
  label: '函询通知书（附回执）',
  description: '对一人的函询：函询的问题、回复期限和回执；再次函询的写明前一次。',
  serves: ['M011', 'M169'],
  paper: letterPaper,
  of: { type: 'admonition', only: { kind: ['inquiry'] } },
  documentOf(sheet, office) {
    const long = matters(sheet.problem).length > 1
    const again = sheet.earlier
      ? `${sheet.earlier.number === '' ? '' : `${sheet.earlier.number}`}函询（${longDay(sheet.earlier.sentOn)}）后，你的说明有的问题还不清楚。`
      : `收到关于你在${sheet.category}方面的反映。`
    const slip: readonly Block[] = [
      { kind: 'paragraph', text: '………………………（沿此线裁开，回执由本人填写后退回）………………………', align: 'center', size: 'small', keep: true },
      { kind: 'paragraph', text: '函询通知书回执', align: 'center', bold: true, size: 'heading', keep: true },
      { kind: 'paragraph', text: `${office}：`, size: 'body', keep: true },
      {
        kind: 'paragraph',
        text: `${sheet.number}《函询通知书》于${blankDay}　　时收到。我将按要求于${blankDay}前作出书面说明，并对说明的真实性负责。`,
        indent: true,
        size: 'body',
        keep: true,
      },
      { kind: 'paragraph', text: `签　名：${'　'.repeat(8)}`, align: 'right', size: 'body', keep: true },
      { kind: 'paragraph', text: `单位及职务：${sheet.postThen || '　'.repeat(6)}`, align: 'right', size: 'body', keep: true },
      { kind: 'paragraph', text: '年　　月　　日', align: 'right', size: 'body' },
    ]
    return letter(
      titled('函询通知书', sheet.number),
      salutation(`${sheet.name}同志`),
      sentences(
        `${again}${approved(sheet)}，现就下列问题${sheet.earlier ? '再次' : ''}向你进行函询：`,
        ...matters(sheet.problem),
        `请你${term(sheet)}，就上述问题${long ? '逐项' : ''}如实作出书面说明，由本人签名后密封报${office}；所在单位党组织主要负责人应当在说明材料上签署意见。`,
        ...(long ? ['对函询问题不得追查反映人或者打击报复，不得串供、隐匿、伪造证据；故意隐瞒、编造事实的，按有关规定处理。'] : []),
        contact(sheet),
      ),
      signature(office, sheet.executedOn),
      { kind: 'gap', mm: 6 },
      slip,
    )
  },
})

/** 诫勉书 */
export const admonitionLetter = admonitionForm({
  name: 'admonitionLetter',
  label: '诫勉书',
  description: '对一人的诫勉：问题、审批、书面检查和整改报告的期限、影响期和签收。',
  serves: ['M011', 'M169'],
  paper: letterPaper,
  of: { type: 'admonition', only: { kind: ['admonish'] } },
  documentOf: (sheet, office) =>
    letter(
      titled('诫勉书', sheet.number),
      salutation(`${sheet.name}同志`),
      sentences(
        `经了解核实，你在${sheet.category}方面存在下列问题：`,
        ...matters(sheet.problem),
        `${approved(sheet)}，决定对你进行诫勉。请你深刻反思，认真整改${duties(sheet)}。`,
        `影响期自${longDay(sheet.executedOn)}至${sheet.barUntil === '' ? blankDay : longDay(sheet.barUntil)}，期间的要求按有关规定执行。`,
      ),
      signature(office, sheet.executedOn),
      { kind: 'gap', mm: 8 },
      { kind: 'paragraph', text: `本诫勉书已收到。被诫勉人（签名）：${'　'.repeat(5)}${blankDay}`, size: 'cell' },
    ),
})

/** What is to be handed in, with the numbers in force. */
export function duties({ selfCriticismDays, reportMonths }: AdmonitionSheet): string {
  const asked = [
    ...(selfCriticismDays > 0 ? [`在${selfCriticismDays}个工作日内提交书面检查`] : []),
    ...(reportMonths > 0 ? [`${reportMonths}个月后提交整改情况报告`] : []),
  ]
  return asked.length === 0 ? '' : `，${asked.join('，')}`
}
