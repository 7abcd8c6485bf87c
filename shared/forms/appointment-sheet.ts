import { z } from 'zod'
import { defineForm } from './form.ts'
import { type Block, type Cell, filled, type Grid, type GridRow, label, type WrittenDocument } from './written.ts'

const text = z.string()
const education = z.object({ level: text, school: text })
const relative = z.object({ relation: text, name: text, born: text, politics: text, work: text })

const sheet = z.object({
  name: text,
  sex: text,
  /** 1985.03 and, on a line below, （41岁） */
  born: text,
  nation: text,
  nativePlace: text,
  birthPlace: text,
  joined: text,
  startedWork: text,
  health: text,
  title: text,
  speciality: text,
  fullTime: education,
  inService: education,
  currentPost: text,
  proposedPost: text,
  removedPost: text,
  /** A line a period, the text behind a tab. */
  resume: text,
  rewards: text,
  yearGrades: text,
  reason: text,
  family: z.array(relative),
  reportedBy: text,
  filledOn: text,
  filledBy: text,
  approval: text,
  administration: text,
  /** JPEG as base64. */
  photo: z.string().nullable(),
})
export type SheetProps = z.infer<typeof sheet>

const props = z.object({ watermark: z.string().nullable(), sheets: z.array(sheet) })
export type AppointmentSheetProps = z.infer<typeof props>

/** Where the text of a period begins, in characters. */
const afterDates = 9.5
const own = { size: 'body', shrinks: true, close: true } as const

const named = (words: string, more: Omit<Cell, 'text' | 'label'> = {}): Cell => label(words, { size: 'body', close: true, ...more })
const said = (words: string, more: Omit<Cell, 'text'> = {}): Cell => filled(words, { ...own, ...more })

/** The face: who it is, the posts, 简历. Widths and heights are those of the official template; the columns are its finest division. */
function front(s: SheetProps): Grid {
  const post = (words: string, value: string): GridRow => ({
    height: 12.5,
    cells: [named(words, { span: 3 }), said(value, { span: 5, align: 'left' })],
  })
  const photo: Cell =
    s.photo === null
      ? filled('照　片', { down: 4 })
      : { text: '', down: 4, image: { type: s.photo.startsWith('iVBOR') ? 'png' : 'jpg', data: s.photo, width: 32, height: 40 } }
  return {
    kind: 'grid',
    columns: [13.8, 4.2, 23, 18.8, 23, 23.2, 23.5, 36],
    framed: true,
    rows: [
      {
        height: 12.5,
        cells: [named('姓　名', { span: 2 }), said(s.name), named('性　别'), said(s.sex), named('出生年月\n(　 岁)'), said(s.born, { align: 'center' }), photo],
      },
      { height: 12.2, cells: [named('民　族', { span: 2 }), said(s.nation), named('籍　贯'), said(s.nativePlace), named('出 生 地'), said(s.birthPlace)] },
      {
        height: 12,
        cells: [named('入　党\n时　间', { span: 2 }), said(s.joined), named('参加工\n作时间'), said(s.startedWork), named('健康状况'), said(s.health)],
      },
      { height: 12.5, cells: [named('专业技\n术职务', { span: 2 }), said(s.title, { span: 2 }), named('熟悉专业\n有何专长'), said(s.speciality, { span: 2 })] },
      {
        height: 12.2,
        cells: [
          named('学　历\n学　位', { span: 2, down: 2 }),
          named('全日制\n教　育'),
          said(s.fullTime.level, { span: 2, align: 'center' }),
          named('毕业院校\n系及专业'),
          said(s.fullTime.school, { span: 2, align: 'left', size: 'cell' }),
        ],
      },
      {
        height: 12.2,
        cells: [
          named('在　职\n教　育'),
          said(s.inService.level, { span: 2, align: 'center' }),
          named('毕业院校\n系及专业'),
          said(s.inService.school, { span: 2, align: 'left', size: 'cell' }),
        ],
      },
      post('现　任　职　务', s.currentPost),
      post('拟　任　职　务', s.proposedPost),
      post('拟　免　职　务', s.removedPost),
      { height: 125.8, cells: [named('简\n\n\n\n历'), said(s.resume, { span: 7, top: true, hang: afterDates })] },
    ],
  }
}

/** Lines of 家庭成员 that the back has room for as they are printed; more share that room. */
const familyRows = 7
const familyRoom = 86.1

/** The back: rewards, grades, reason, family, who reports and who approves. */
function back(s: SheetProps): Grid {
  const rows = Math.max(familyRows, s.family.length)
  const free = { relation: '', name: '', born: '', politics: '', work: '' }
  const size = rows > familyRows ? 'note' : 'cell'
  const members = Array.from({ length: rows }, (_, i): GridRow => {
    const { relation, name, born, politics, work } = s.family[i] ?? free
    return {
      height: familyRoom / rows,
      cells: [
        said(relation, { size, align: 'center' }),
        said(name, { size, align: 'center' }),
        said(born, { size, align: 'center' }),
        said(politics, { size, span: 2, align: 'center' }),
        said(work, { size, span: 2, align: 'left' }),
      ],
    }
  })
  const wide = { span: 7, align: 'left' } as const
  return {
    kind: 'grid',
    columns: [13.1, 19.3, 22.5, 20.2, 8.9, 6.1, 7.8, 68.1],
    framed: true,
    rows: [
      { height: 25, cells: [named('奖惩情况', { vertical: true }), said(s.rewards, wide)] },
      { height: 18, cells: [named('年度考\n核结果', { vertical: true }), said(s.yearGrades, wide)] },
      { height: 24, cells: [named('任免理由', { vertical: true }), said(s.reason, wide)] },
      {
        height: 11.4,
        cells: [
          named('家庭主要成员及重要社会关系', { vertical: true, down: rows + 1 }),
          named('称　谓'),
          named('姓　名'),
          named('出　生\n年　月'),
          named('政 治\n面 貌', { span: 2 }),
          named('工 作 单 位 及 职 务', { span: 2 }),
        ],
      },
      ...members,
      { height: 33, cells: [named('呈报单位', { vertical: true }), filled('', { span: 7, size: 'body', sign: [`${s.reportedBy}　　`, `${s.filledOn}　　`] })] },
      {
        height: 35.6,
        cells: [
          named('审批机关\n意　　见', { vertical: true }),
          said(s.approval, { span: 4, align: 'left', sign: approval }),
          named('行政机关\n任免意见', { vertical: true, span: 2 }),
          said(s.administration, { align: 'left', sign: approval }),
        ],
      },
    ],
  }
}

const approval = ['（盖章）　　　', '年　　月　　日　　']

const documentOf = (s: SheetProps): WrittenDocument => {
  const blocks: readonly Block[] = [
    { kind: 'gap', mm: 4 },
    { kind: 'title', text: [...'干部任免审批表'].join('\u2002') },
    { kind: 'gap', mm: 4 },
    front(s),
    { kind: 'pageBreak' },
    { kind: 'gap', mm: 17.5 },
    back(s),
    { kind: 'spread', parts: [`填表人：${s.filledBy}`], size: 'body' },
  ]
  return { blocks, numbers: 'none', song: true }
}

/** 干部任免审批表: one leaf, both sides, from a cadre's records; 简历 shrinks, it never goes on. */
export const appointmentSheet = defineForm({
  name: 'appointmentSheet',
  label: '干部任免审批表',
  description: '每人一张，正反两面：取自干部信息、简历、家庭成员和年度考核，年龄按打印当天计算。',
  serves: ['M029'],
  paper: { size: 'A4', landscape: false, margins: { top: 11.1, right: 21.5, bottom: 10, left: 22 } },
  needs: ['organization'],
  watermark: false,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  written: ({ sheets }) => sheets.map(documentOf),
})
