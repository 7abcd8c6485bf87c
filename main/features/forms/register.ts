import { basename, dirname } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { type FormName, type FormParams, type formsApi, issueWays, type RegisterQuestion } from '../../../shared/api/forms.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { refuse } from '../../../shared/errors.ts'
import { noteOf } from '../../../shared/domain/ownership.ts'
import type { Form } from '../../../shared/forms/form.ts'
import { forms } from '../../../shared/forms/index.ts'
import { secretClassNames } from '../../../shared/records/secrecy.ts'
import { endOf, momentOf, startOf } from '../../app/clock.ts'
import type { ActionScope, ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { writeNotedFile } from '../../files/noted-file.ts'
import { tableWorkbook } from '../../files/table-workbook.ts'
import { like } from '../../records/find.ts'

const ways = ['print', 'pdf', 'xlsx', 'docx'] as const
export type Way = (typeof ways)[number]

/** What is kept of a print or export besides who, when and at which PC. */
interface Issue {
  /** Where it is more than the form. */
  readonly label?: string
  readonly way: Way
  readonly about: string
  /** 打印号 of 监督资料. */
  readonly number?: string | undefined
  readonly count: number
  readonly pages?: number
  readonly files?: readonly string[]
  /** Where they were put. */
  readonly folder?: string
  /** A worksheet has none to speak of. */
  readonly watermark?: boolean
  readonly params: FormParams
}

/** People named one by one in an audit line; a larger selection is kept as a number. */
const namedAtMost = 500

/** The audit line of one print or export. */
export async function recordIssue(scope: ActionScope, form: FormName, { params, ...issue }: Issue): Promise<void> {
  const { personIds, ...rest } = params
  const people = personIds === undefined ? {} : personIds.length <= namedAtMost ? { personIds } : { people: personIds.length }
  const { secret }: Pick<Form, 'secret'> = forms[form]
  const detail = { label: forms[form].label, unit: forms[form].unit, ...issue, params: { ...rest, ...people } }
  await scope.write(async ({ store }) => store.note({ recordType: secret ? noteOf(secret) : 'form', recordId: form, detail }))
}

const kept = z.object({
  label: z.string(),
  way: z.enum([...ways, 'lrmx']),
  about: z.string().optional(),
  number: z.string().optional(),
  count: z.int().optional(),
  unit: z.string().optional(),
  pages: z.int().optional(),
  files: z.array(z.string()).optional(),
  folder: z.string().optional(),
  watermark: z.boolean().optional(),
  rows: z.int().optional(),
})
const savedAttachment = z
  .object({ saved: z.string(), folder: z.string().optional() })
  .transform(({ saved, folder }) => ({ label: '附件', way: 'file' as const, files: [saved], folder }))
const issued = z.union([kept, savedAttachment])

type Register = (typeof formsApi)['forms.register']

/** Every print and export of forms, lists and attachments that fits, newest first, from the audit. */
export async function register({ db }: ReadScope, { offset, limit, ...question }: InputOf<Register>): Promise<OutputOf<Register>> {
  const { total } = await fitting(db, question)
    .select(e => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await linesOf(db, question, offset, limit)
  const actors = await fitting(db, {}).select('actor').distinct().orderBy('actor').execute()
  return { total, actors: actors.map(({ actor }) => actor), rows }
}

/** The same as a workbook. What is written is one more line of the register. */
export async function exportRegister(scope: ActionScope, { file, ...question }: InputOf<(typeof formsApi)['forms.exportRegister']>): Promise<{ rows: number }> {
  const path = scope.tokens.pathOf(file)
  const lines = await scope.read(({ db }) => linesOf(db, question, 0, exportAtMost + 1))
  if (lines.length > exportAtMost) throw refuse('from', 'tooMany', `超过 ${exportAtMost} 行，没有写文件。缩短时间后再导出`)
  const bytes = await tableWorkbook({
    name: '打印与导出登记',
    title: `${scope.office.name}打印与导出登记（${scope.today}）`,
    columns: [
      { heading: '时间', width: 20 },
      { heading: '使用人', width: 12 },
      { heading: '方式', width: 8, align: 'center' },
      { heading: '内容', width: 26 },
      { heading: '说明', width: 50 },
      { heading: '存到', width: 36 },
      { heading: '电脑', width: 16 },
    ],
    rows: lines.map(line => [momentOf(line.at), line.actor, issueWays[line.way], line.what, line.detail, line.folder, line.machine]),
  })
  const detail = { label: '打印与导出登记', way: 'xlsx', rows: lines.length, files: [basename(path)], folder: dirname(path) }
  await writeNotedFile(path, bytes, () => scope.write(async ({ store }) => store.note({ recordType: 'export', recordId: 'register', detail })))
  return { rows: lines.length }
}

const exportAtMost = 100_000

type Db = ReadScope['db']

function fitting(db: Db, { from, until, actor, way, search }: RegisterQuestion) {
  const isIssue = sql<boolean>`(recordType IN ('form', 'export') OR action = 'attachment.save' OR (${among('recordType', secretClassNames.map(noteOf))} AND json_extract("after", '$.way') IS NOT NULL))`
  let lines = db.selectFrom('audit').where(isIssue)
  if (from !== undefined) lines = lines.where('at', '>=', startOf(from))
  if (until !== undefined) lines = lines.where('at', '<', endOf(until))
  if (actor) lines = lines.where('actor', '=', actor)
  if (way === 'file') lines = lines.where('action', '=', 'attachment.save')
  else if (way !== undefined) lines = lines.where(sql<boolean>`json_extract("after", '$.way') = ${way}`)
  const pattern = like(search ?? '')
  // In what the line says as JSON: names of lists, of people and units asked for, of files.
  if (search) lines = lines.where(sql<boolean>`("after" LIKE ${pattern} ESCAPE '\\' OR machine LIKE ${pattern} ESCAPE '\\')`)
  return lines
}

async function linesOf(db: Db, question: RegisterQuestion, offset: number, limit: number): Promise<OutputOf<Register>['rows']> {
  const rows = await fitting(db, question).select(['seq', 'at', 'actor', 'after', 'machine']).orderBy('seq', 'desc').offset(offset).limit(limit).execute()
  return rows.map(({ after, ...row }) => {
    const issue = issued.safeParse(after === null ? null : JSON.parse(after))
    if (!issue.success) throw new Error(`audit line ${row.seq} does not say what was printed or exported`)
    return { ...row, what: issue.data.label, way: issue.data.way, folder: issue.data.folder ?? null, detail: detailOf(issue.data) }
  })
}

function detailOf({ about, number, count, unit, pages, files, watermark, rows }: Partial<Omit<z.infer<typeof kept>, 'way'>>): string {
  const parts = [
    about,
    number === undefined ? undefined : `打印号 ${number}`,
    count === undefined ? undefined : `${count} ${unit ?? ''}`,
    rows === undefined ? undefined : `${rows} 行`,
    pages === undefined ? undefined : `${pages} 页`,
    files?.join('、'),
    watermark === false ? '无水印' : undefined,
  ]
  return parts.filter(part => part !== undefined).join('，')
}
