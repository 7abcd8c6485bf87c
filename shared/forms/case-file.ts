import { z } from 'zod'
import { caseSubject } from './case-record.ts'
import { defineForm } from './form.ts'
import { longDay } from './text.ts'
import { filled, label, type WrittenDocument } from './written.ts'

const part = z.object({
  title: z.string(),
  /** The step that it belongs to, and its day; empty for what the program prints itself. */
  step: z.string(),
  madeOn: z.string(),
  /** The page it begins on; null where it has none: on paper only, or numbered by hand. */
  at: z.int().nullable(),
  /** 没有扫描件, 不能排进. */
  remark: z.string(),
})
export type CaseFilePart = z.infer<typeof part>

const absent = z.object({ title: z.string(), step: z.string(), madeOn: z.string(), file: z.string(), why: z.string() })
export type AbsentPart = z.infer<typeof absent>

const document = z.object({
  ...caseSubject,
  title: z.string(),
  office: z.string(),
  printedOn: z.string(),
  parts: z.array(part),
  /** All its pages; null where they are numbered by hand. */
  total: z.int().nullable(),
  /** What has a leaf in its place that names it. */
  absent: z.array(absent),
})
export type CaseFileDocument = z.infer<typeof document>

const props = z.object({ watermark: z.string().nullable(), cases: z.array(document) })
export type CaseFileProps = z.infer<typeof props>

const columns = [12, 58, 44, 24, 14, 22] as const

const coverOf = (found: CaseFileDocument): WrittenDocument => ({
  numbers: 'none',
  blocks: [
    { kind: 'gap', mm: 60 },
    { kind: 'title', text: found.title },
    { kind: 'gap', mm: 32 },
    {
      kind: 'cover',
      lines: [
        ...(found.matter
          ? [
              { label: '选拔事项', value: found.name },
              { label: '人选', value: found.matter.names },
              { label: '单位', value: found.branch },
            ]
          : [
              { label: '姓名', value: found.name },
              { label: '党组织', value: found.branch },
            ]),
        { label: '立卷日期', value: longDay(found.openedOn) },
        { label: '结束', value: found.outcome },
        { label: '承办人', value: found.owner },
        { label: '全卷', value: found.total === null ? '共　　页' : `共 ${found.total} 页` },
      ],
    },
    { kind: 'gap', mm: found.matter ? 18 : 40 },
    { kind: 'paragraph', align: 'center', text: found.office },
    { kind: 'paragraph', align: 'center', text: longDay(found.printedOn) },
    { kind: 'pageBreak' },
    { kind: 'title', text: '卷内目录' },
    {
      kind: 'grid',
      columns,
      head: 1,
      rows: [
        { height: 9, cells: ['序号', '题　　名', '步　　骤', '日　期', '页　号', '备　注'].map(text => label(text, { size: 'note' })) },
        ...found.parts.map(({ title, step, madeOn, at, remark }, i) => ({
          height: 8,
          cells: [
            filled(String(i + 1), { size: 'note' }),
            filled(title, { align: 'left', size: 'note' }),
            filled(step, { align: 'left', size: 'note' }),
            filled(madeOn, { size: 'note' }),
            filled(at === null ? '' : String(at), { size: 'note' }),
            filled(remark, { size: 'small' }),
          ],
        })),
      ],
    },
  ],
})

const leafOf = ({ title, step, madeOn, file, why }: AbsentPart): WrittenDocument => ({
  numbers: 'none',
  blocks: [
    { kind: 'gap', mm: 78 },
    { kind: 'title', text: title },
    { kind: 'gap', mm: 10 },
    { kind: 'paragraph', align: 'center', text: [step, madeOn].filter(Boolean).join('　') },
    { kind: 'gap', mm: 10 },
    { kind: 'paragraph', align: 'center', text: `原件：${file}` },
    { kind: 'paragraph', align: 'center', text: why },
  ],
})

/** 卷宗封面和卷内目录; after them, for what cannot be shown, a leaf each that names it. */
export const caseFile = defineForm({
  name: 'caseFile',
  label: '卷宗封面和卷内目录',
  description: '每个卷宗一份：封面和卷内文件目录，目录按步骤和日期排列。单独打印时页号留空手填；整卷存为 PDF 时页号自动编好。',
  serves: ['M107'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 18, bottom: 18, left: 18 } },
  needs: ['case'],
  watermark: false,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  written: ({ cases }) => cases.flatMap(found => [coverOf(found), ...found.absent.map(leafOf)]),
})
