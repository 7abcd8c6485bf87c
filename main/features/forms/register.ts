import { z } from 'zod'
import type { FormName, FormParams, formsApi } from '../../../shared/api/forms.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { forms } from '../../../shared/forms/index.ts'
import type { ActionScope, ReadScope } from '../../app/scopes.ts'

const ways = ['print', 'pdf', 'xlsx'] as const
export type Way = (typeof ways)[number]

/** What is kept of a print or export besides who, when and at which PC. */
interface Issue {
  readonly way: Way
  readonly about: string
  readonly count: number
  readonly pages?: number
  readonly files?: readonly string[]
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
  const detail = { label: forms[form].label, unit: forms[form].unit, ...issue, params: { ...rest, ...people } }
  await scope.write(async ({ store }) => store.note({ recordType: 'form', recordId: form, detail }))
}

const kept = z.object({
  label: z.string(),
  way: z.enum(ways),
  about: z.string().optional(),
  count: z.int().optional(),
  unit: z.string().optional(),
  pages: z.int().optional(),
  files: z.array(z.string()).optional(),
  watermark: z.boolean().optional(),
  rows: z.int().optional(),
})

type Register = (typeof formsApi)['forms.register']

/** Every print and export of forms and lists, newest first, from the audit. */
export async function register({ db }: ReadScope, { offset, limit }: InputOf<Register>): Promise<OutputOf<Register>> {
  const issued = db.selectFrom('audit').where('recordType', 'in', ['form', 'export'])
  const { total } = await issued.select(e => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await issued.select(['seq', 'at', 'actor', 'after', 'machine']).orderBy('seq', 'desc').offset(offset).limit(limit).execute()
  return {
    total,
    rows: rows.map(({ after, ...row }) => {
      const issue = kept.safeParse(after === null ? null : JSON.parse(after))
      if (!issue.success) throw new Error(`audit line ${row.seq} does not say what was printed or exported`)
      return { ...row, what: issue.data.label, way: issue.data.way, detail: detailOf(issue.data) }
    }),
  }
}

function detailOf({ about, count, unit, pages, files, watermark, rows }: z.infer<typeof kept>): string {
  const parts = [
    about,
    count === undefined ? undefined : `${count} ${unit ?? ''}`,
    rows === undefined ? undefined : `${rows} 行`,
    pages === undefined ? undefined : `${pages} 页`,
    files?.join('、'),
    watermark === false ? '无水印' : undefined,
  ]
  return parts.filter(part => part !== undefined).join('，')
}
