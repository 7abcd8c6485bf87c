import { z } from 'zod'
import { defineForm } from '../form.ts'
import { longDay, percentText } from '../text.ts'
import { type Block, filled, type Grid, label } from '../written.ts'
import { noticePaper } from '../written-notice.ts'

const unit = z.object({
  name: z.string(),
  planned: z.int().nullable(),
  inMonth: z.int(),
  received: z.int(),
  activists: z.int(),
  candidates: z.int(),
  lag: z.array(z.string()),
  /** 重点管理 that is on file: what is done, by whom, by when. */
  managed: z.array(z.object({ measures: z.string(), responsible: z.string(), dueOn: z.string() })),
})
export type BulletinUnit = z.infer<typeof unit>

const props = z.object({
  watermark: z.string().nullable(),
  /** Who issues it, and to whom: 各党总支、党支部. */
  office: z.string(),
  addressed: z.string(),
  year: z.int(),
  month: z.int(),
  until: z.string(),
  /** Of all: sentences in order. */
  overall: z.array(z.string()),
  /** By what a unit is said to lag. */
  rule: z.string(),
  units: z.array(unit),
  issuedOn: z.string(),
})
export type PlanBulletinProps = z.infer<typeof props>

const sentence = (text: string, more: { readonly keep?: boolean } = {}): Block => ({ kind: 'paragraph', text, indent: true, size: 'heading', ...more })
const heading = (text: string): Block => ({ kind: 'paragraph', text, indent: true, bold: true, size: 'heading', keep: true })

function progress(units: readonly BulletinUnit[]): Grid {
  const head = ['序号', '党组织', '年度\n计划', '本月\n接收', '累计\n接收', '完成\n计划', '积极\n分子', '发展\n对象']
  return {
    kind: 'grid',
    columns: [11, 49, 16, 16, 16, 18, 15, 15],
    head: 1,
    rows: [
      { height: 11, cells: head.map(text => label(text, { size: 'note' })) },
      ...units.map(({ name, planned, inMonth, received, activists, candidates }, i) => ({
        height: 8,
        cells: [
          String(i + 1),
          name,
          planned === null ? '—' : String(planned),
          String(inMonth),
          String(received),
          planned ? percentText(received, planned, received >= planned) : '—',
          String(activists),
          String(candidates),
        ].map((text, column) => filled(text, { size: 'note', ...(column === 1 ? { align: 'left' as const } : {}) })),
      })),
    ],
  }
}

const pen = '＿'.repeat(10)
/** On screen figures stand apart from the text; in an official document they do not. */
const solid = (text: string): string => text.replaceAll(' ', '')

/** What is done about a unit; where nothing is on file, room to write it. */
function managed({ name, lag, managed: records }: BulletinUnit): readonly Block[] {
  const what = records.map(({ measures, responsible, dueOn }) =>
    [`重点管理措施：${measures.replace(/。$/, '') || pen}`, responsible === '' ? '' : `责任人：${responsible}`, dueOn === '' ? '' : `限期：${longDay(dueOn)}`]
      .filter(Boolean)
      .join('；'),
  )
  return [
    sentence(
      `${name}：${solid(lag.join('；'))}。${what.length > 0 ? what.join('。') : `重点管理措施：${pen}；责任人：${'＿'.repeat(5)}；限期：${'＿'.repeat(4)}`}。`,
    ),
  ]
}

/** 发展党员工作月通报: how all stand, how each unit stands, and which lag, with what is done about them. */
export const planBulletin = defineForm({
  name: 'planBulletin',
  label: '发展党员月通报',
  description: '按公文排版：总体情况、各单位进度表、滞后单位和重点管理措施。可存为 Word 再改。',
  serves: ['M105'],
  paper: noticePaper,
  needs: ['year', 'month', 'organization'],
  watermark: false,
  unit: '份',
  preview: 1,
  batch: 1,
  props,
  written({ office, addressed, year, month, until, overall, rule, units, issuedOn }) {
    const lagging = units.filter(({ lag }) => lag.length > 0)
    return [
      {
        numbers: 'dashes',
        blocks: [
          { kind: 'title', text: `关于${year}年${month}月\n发展党员工作情况的通报` },
          { kind: 'gap', mm: 8 },
          { kind: 'paragraph', text: `${addressed}：`, indent: false, size: 'heading' },
          sentence(`现将截至${longDay(until)}的发展党员工作情况通报如下。`),
          heading('一、总体情况'),
          sentence(overall.join('')),
          heading('二、各单位进度'),
          progress(units),
          { kind: 'gap', mm: 4 },
          heading('三、滞后单位'),
          ...(lagging.length === 0
            ? [sentence(`${rule}截至${longDay(until)}，没有滞后单位。`)]
            : [sentence(`${rule}滞后的有${lagging.length}个：`, { keep: true }), ...lagging.flatMap(managed)]),
          { kind: 'gap', mm: 10 },
          { kind: 'paragraph', text: `${office}　　`, align: 'right', indent: false, size: 'heading', keep: true },
          { kind: 'paragraph', text: `${longDay(issuedOn)}　　`, align: 'right', indent: false, size: 'heading' },
        ],
      },
    ]
  },
})
