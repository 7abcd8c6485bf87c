import { z } from 'zod'
import { formPerson } from './case-facts.ts'
import { dotted } from './parts.ts'
import { defineForm } from './form.ts'
import { spacedName } from './text.ts'
import { type Block, filled, type Grid, type GridRow, label, type WrittenDocument } from './written.ts'

const line = z.object({
  no: z.string(),
  step: z.string(),
  /** Empty where it has not been done: the paper is filled in by hand. */
  when: z.string(),
  said: z.string(),
  materials: z.string(),
})
export type CaseRecordLine = z.infer<typeof line>

const matter = z.object({ kind: z.string(), places: z.string(), candidates: z.string(), names: z.string() })
/** 选拔事项: what a case is about that is not about one person. */
export type CaseMatter = z.infer<typeof matter>

/** Whom a case is about, as it stands on every form of it. */
export const caseSubject = {
  ...formPerson,
  category: z.string(),
  branch: z.string(),
  workPost: z.string(),
  openedOn: z.string(),
  owner: z.string(),
  /** The rules that the case goes by. */
  rules: z.string(),
  outcome: z.string(),
  /** Null where it is about the person. */
  matter: matter.nullable(),
}
type CaseSubject = z.infer<z.ZodObject<typeof caseSubject>>

const document = z.object({ ...caseSubject, title: z.string(), phases: z.array(z.object({ label: z.string(), lines: z.array(line) })) })
export type CaseRecordDocument = z.infer<typeof document>

const props = z.object({ watermark: z.string().nullable(), cases: z.array(document) })
export type CaseRecordProps = z.infer<typeof props>

const height = 8.5

const closing = (s: CaseSubject, first: string, said: string): GridRow => ({
  height,
  cells: [label(first), filled(said), label('立　卷'), filled(dotted(s.openedOn)), label('结　果'), filled(s.outcome, { align: 'left' })],
})

const matterRows = (s: CaseSubject, { kind, places, candidates }: CaseMatter): readonly GridRow[] => [
  { height, cells: [label('选拔事项'), filled(s.name, { span: 3, align: 'left' }), label('选拔方式'), filled(kind)] },
  { height, cells: [label('单　位'), filled(s.branch, { span: 3, align: 'left' }), label('职　数'), filled(places)] },
  { height, cells: [label('人　选'), filled(candidates, { span: 5, align: 'left' })] },
  closing(s, '承办人', s.owner),
]

/** Whom or what the case is about: the same on every form of it. */
export const subjectGrid = (s: CaseSubject): Grid => ({
  kind: 'grid',
  columns: [22, 33, 20, 30, 24, 44.6],
  rows: (s.matter ? matterRows(s, s.matter) : personRows(s)).map(small),
})

const personRows = (s: CaseSubject): readonly GridRow[] => [
  { height, cells: [label('姓　名'), filled(spacedName(s.name)), label('性　别'), filled(s.sex), label('出生年月'), filled(s.bornOn)] },
  { height, cells: [label('民　族'), filled(s.nation), label('籍　贯'), filled(s.nativePlace), label('学　历'), filled(s.education)] },
  { height, cells: [label('党支部'), filled(s.branch, { span: 3, align: 'left' }), label('单位及职务'), filled(s.workPost, { align: 'left' })] },
  closing(s, '人员类别', s.category),
]

/** Long words in many boxes: set a size smaller than forms that are filled in by hand. */
const small = (row: GridRow): GridRow => ({ ...row, cells: row.cells.map(cell => ({ size: 'note', ...cell })) })

const lineRow = ({ no, step, when, said, materials }: CaseRecordLine): GridRow => ({
  height: 7.5,
  cells: [filled(no), filled(step, { align: 'left' }), filled(when), filled(said, { align: 'left' }), filled(materials, { align: 'left' })],
})

function documentOf(found: CaseRecordDocument): WrittenDocument {
  const steps: Grid = {
    kind: 'grid',
    columns: [10, 38, 25, 62, 38.6],
    head: 1,
    rows: [
      { height, cells: [label('步'), label('步　骤'), label('时　间'), label('办　理　情　况'), label('材　料')] },
      ...found.phases.flatMap(({ label: phase, lines }): readonly GridRow[] => [
        { height: 7, keep: true, cells: [label(phase, { span: 5, align: 'left' })] },
        ...lines.map(lineRow),
      ]),
    ].map(small),
  }
  const blocks: readonly Block[] = [
    { kind: 'title', text: found.title },
    subjectGrid(found),
    steps,
    { kind: 'spread', parts: [`说明：按${found.rules}办理。空着的是还没有办的步骤。`], size: 'note' },
    { kind: 'spread', parts: [`填表人：${found.owner}`, `党支部书记（签名）：${'　'.repeat(5)}`, '　　年　　月　　日'] },
  ]
  return { blocks }
}

/** 全程纪实表: every step of a case with its day, who, numbers, votes and materials, from the case itself. */
export const caseRecord = defineForm({
  name: 'caseRecord',
  label: '全程纪实表',
  description: '每人一份：从递交申请书到材料归档，各步的时间、办理人、文号、表决和材料都取自卷宗，不用再填。',
  serves: ['M107', 'M108'],
  paper: { size: 'A4', landscape: false, margins: { top: 16, right: 18, bottom: 16, left: 18 } },
  needs: ['case'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  written: ({ cases }) => cases.map(documentOf),
})
