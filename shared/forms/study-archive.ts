import { z } from 'zod'
import { defineForm, type FormColumn } from './form.ts'

const archiveLine = z.object({
  number: z.int(),
  span: z.string(),
  title: z.string(),
  kind: z.string(),
  organizer: z.string(),
  hours: z.number(),
  completed: z.string(),
  remark: z.string(),
})
export type ArchiveLine = z.infer<typeof archiveLine>

const archivePerson = z.object({
  name: z.string(),
  sex: z.string(),
  born: z.string(),
  joined: z.string(),
  category: z.string(),
  post: z.string(),
  phone: z.string(),
  target: z.string(),
  done: z.number(),
  percent: z.string(),
  lines: z.array(archiveLine),
})
export type ArchivePerson = z.infer<typeof archivePerson>

const props = z.object({ watermark: z.string().nullable(), year: z.int(), people: z.array(archivePerson) })
export type StudyArchiveProps = z.infer<typeof props>

export const archiveColumns = [
  { key: 'number', label: '序\n号', mm: 9 },
  { key: 'span', label: '培训时间', mm: 26 },
  { key: 'title', label: '培训班（学习内容）名称', mm: 49.5, left: true },
  { key: 'kind', label: '培训类型', mm: 20 },
  { key: 'organizer', label: '主办单位', mm: 28 },
  { key: 'hours', label: '学时', mm: 13 },
  { key: 'completed', label: '是否\n结业', mm: 12 },
  { key: 'remark', label: '备注', mm: 12 },
] as const satisfies readonly FormColumn[]

/** 个人学习档案: what counted for one person in one year, line by line, to be confirmed and filed. */
export const studyArchive = defineForm({
  name: 'studyArchive',
  label: '党员个人学习档案',
  description: '每人一份，各有页码：当年计入学时的每一次培训，留出本人、党支部和上级签章。',
  serves: ['M129', 'M176'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 20, left: 20 } },
  needs: ['year', 'organization', 'people'],
  watermark: true,
  unit: '份',
  preview: 5,
  batch: 500,
  props,
})
