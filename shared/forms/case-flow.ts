import { z } from 'zod'
import { caseSubject, subjectGrid } from './case-record.ts'
import { defineForm } from './form.ts'
import { type Block, type Cell, filled, type Grid, type GridRow, label, type WrittenDocument } from './written.ts'

const node = z.object({
  no: z.string(),
  label: z.string(),
  /** The day it was done; or from when and until when it is to be done, as far as that is known. */
  when: z.string(),
  state: z.string(),
  done: z.boolean(),
  /** What its days rest on, with the article; without days the article alone. */
  rests: z.string(),
})
export type CaseFlowNode = z.infer<typeof node>

const document = z.object({ ...caseSubject, title: z.string(), asOf: z.string(), phases: z.array(z.object({ label: z.string(), nodes: z.array(node) })) })
export type CaseFlowDocument = z.infer<typeof document>

const props = z.object({ watermark: z.string().nullable(), cases: z.array(document) })
export type CaseFlowProps = z.infer<typeof props>

const abreast = 4
/** The label of a phase, then so many boxes in a row. */
const flowColumns: readonly number[] = [17.6, 39, 39, 39, 39]

/** The flow chart: a band a phase, its steps from left to right and then the next row; what is done is ticked. */
const chartOf = ({ phases }: CaseFlowDocument): Grid => ({
  kind: 'grid',
  columns: flowColumns,
  rows: phases.flatMap(({ label: phase, nodes }): readonly GridRow[] => {
    const rows = Array.from({ length: Math.ceil(nodes.length / abreast) }, (_, i) => nodes.slice(i * abreast, (i + 1) * abreast))
    return rows.map((boxes, i) => ({
      height: 15,
      keep: i < rows.length - 1,
      cells: [
        ...(i === 0 ? [label(phase, { down: rows.length, size: 'note' })] : []),
        ...boxes.map(boxOf),
        ...(boxes.length < abreast ? [filled('', { span: abreast - boxes.length })] : []),
      ],
    }))
  }),
})

const boxOf = ({ no, label: step, when, done }: CaseFlowNode): Cell =>
  filled(`${done ? '✓' : '→'} ${no === '' ? '' : `${no} `}${step}\n${when}`, { align: 'center', size: 'note' })

/** 时间节点: every step with its day or window, how it stands, and the article. */
const tableOf = ({ phases }: CaseFlowDocument): Grid => ({
  kind: 'grid',
  columns: [10, 46, 49, 24, 44.6],
  head: 1,
  rows: [
    { height: 8, cells: ['步', '节　点', '时　间', '状　态', '依　据'].map(text => label(text, { size: 'note' })) },
    ...phases.flatMap(({ nodes }) =>
      nodes.map(({ no, label: step, when, state, rests }): GridRow => ({
        height: 7,
        cells: [filled(no), filled(step, { align: 'left' }), filled(when), filled(state), filled(rests, { align: 'left' })].map(cell => ({
          ...cell,
          size: 'note',
        })),
      })),
    ),
  ],
})

function documentOf(found: CaseFlowDocument): WrittenDocument {
  const blocks: readonly Block[] = [
    { kind: 'title', text: found.title },
    subjectGrid(found),
    { kind: 'gap', mm: 3 },
    chartOf(found),
    { kind: 'spread', parts: [`说明：按${found.rules}办理；“✓”为已办，其余按现有记录推算，截至${found.asOf}。`], size: 'note' },
    { kind: 'gap', mm: 3 },
    tableOf(found),
  ]
  return { blocks }
}

/** 流程图和时间节点表: the way of a case with the day of each step, done or due, how it stands, and the article. */
export const caseFlow = defineForm({
  name: 'caseFlow',
  label: '流程图和时间节点表',
  description: '每个卷宗一份：各阶段的步骤按顺序画出，写明已办和应办的时间、状态和条款，日期由程序推算。',
  serves: ['M108'],
  paper: { size: 'A4', landscape: false, margins: { top: 16, right: 18, bottom: 16, left: 18 } },
  needs: ['case'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  written: ({ cases }) => cases.map(documentOf),
})
