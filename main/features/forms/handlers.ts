import { basename, dirname } from 'node:path'
import type { FormName, FormParams, formsApi } from '../../../shared/api/forms.ts'
import { noteOf } from '../../../shared/domain/ownership.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { formNeeds, paperLabel } from '../../../shared/forms/form.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ActionScope } from '../../app/scopes.ts'
import { writeNotedFile } from '../../files/noted-file.ts'
import type { JobControl } from '../../jobs/jobs.ts'
import { BatchFiles } from './batch-files.ts'
import { caseFiles } from './case-file-job.ts'
import type { Made, Slice } from './engine.ts'
import { engines } from './engines.ts'
import { formWorkbook } from './form-workbook.ts'
import { refuseSecretExport, mayExportSecret } from '../../records/secret-export.ts'
import { pdfPages } from './pdf-pages.ts'
import { exportRegister, recordIssue, register } from './register.ts'
import { watermarkText } from './watermark.ts'

interface Asked {
  readonly form: FormName
  readonly params: FormParams
}

export const formsHandlers: Handlers<keyof typeof formsApi> = {
  async 'forms.list'(scope) {
    const exporting = await mayExportSecret(scope)
    return Object.values(engines).map(({ form: { name, label, paper, needs, xlsx, docx, description, secret } }) => ({
      name,
      label,
      paper: paperLabel(paper),
      needs: needs.map(need => formNeeds[need]),
      xlsx: xlsx && (secret === undefined || exporting),
      docx: docx && (secret === undefined || exporting),
      description,
    }))
  },

  async 'forms.preview'(scope, asked) {
    const { job, paper, shown, total, about } = await make(scope, asked, { from: 0, size: engines[asked.form].form.preview }, { onScreen: true })
    await noteLook(scope, asked, about)
    return { template: job.template, props: job.props, landscape: paper.landscape, pages: null, shown, total }
  },

  async 'forms.pdf'(scope, { file, job: id, ...asked }) {
    const path = scope.tokens.pathOf(file)
    return scope.jobs.run(id, engines[asked.form].form.label, async job => {
      let files: BatchFiles | undefined
      let pages = 0
      try {
        const issued = await inBatches(scope, asked, job, numberOf(scope, asked), async (made, batches, stage) => {
          files ??= new BatchFiles(path, batches)
          const bytes = await scope.ports.printer.pdf(made.job, job.signal, laidOut => stage(`排好 ${laidOut} 页，正在生成 PDF，这一步最久`))
          pages += pdfPages(bytes)
          await files.add(bytes)
        })
        const names = files?.names ?? []
        await files?.put(() => recordIssue(scope, asked.form, { way: 'pdf', ...issued, pages, files: names, folder: dirname(path) }))
        return { pages }
      } catch (cause) {
        await files?.discard()
        throw cause
      }
    })
  },

  async 'forms.print'(scope, { job: id, ...asked }) {
    return scope.jobs.run(id, engines[asked.form].form.label, async job => {
      let printed = 0
      const number = numberOf(scope, asked)
      const record = (about: string) =>
        recordIssue(scope, asked.form, { way: 'print', about, number, count: printed, watermark: hasWatermark(asked), params: asked.params })
      let about = ''
      try {
        await inBatches(scope, asked, job, number, async made => {
          about = made.about
          if (!(await scope.ports.printer.paper(made.job))) throw new AppError('job.cancelled', {})
          printed += made.shown
        })
      } catch (cause) {
        // What has come out of the printer has left the office, whatever stopped the rest.
        if (printed > 0) await record(about)
        if (cause instanceof AppError && cause.code === 'job.cancelled') return { printed: printed > 0 }
        throw cause
      }
      await record(about)
      return { printed: true }
    })
  },

  async 'forms.xlsx'(scope, { file, ...asked }) {
    const path = scope.tokens.pathOf(file)
    await scope.read(reading => refuseSecretExport(reading, engines[asked.form].form.secret))
    const number = numberOf(scope, asked)
    const made = await make(scope, asked, { from: 0, size: Infinity }, { number })
    const sheet = made.sheet()
    if (!sheet) throw new AppError('form.unknown', { name: `${engines[asked.form].form.label}（Excel）` })
    const issue = { way: 'xlsx', about: made.about, number, count: made.shown, files: [basename(path)], folder: dirname(path), params: asked.params } as const
    await writeNotedFile(path, await formWorkbook(sheet, made.paper), () => recordIssue(scope, asked.form, issue))
    return { rows: sheet.rows.length }
  },

  async 'forms.docx'(scope, { file, ...asked }) {
    const path = scope.tokens.pathOf(file)
    const { form } = engines[asked.form]
    await scope.read(reading => refuseSecretExport(reading, form.secret))
    const number = numberOf(scope, asked)
    const made = form.docx ? await make(scope, asked, { from: 0, size: Infinity }, { number }) : null
    const written = made?.written()
    if (!made || !written) throw new AppError('form.unknown', { name: `${form.label}（Word）` })
    if (written.documents.length > documentsAtMost)
      throw refuse('params', 'tooMany', `超过 ${documentsAtMost} ${form.unit}，没有写文件。少选一些后再存，或者存为 PDF`)
    const { writtenDocx } = await import('./docx/document.ts')
    const bytes = await writtenDocx(written, { title: made.job.title, creator: scope.office.name })
    const issue = {
      way: 'docx',
      about: made.about,
      number,
      count: made.shown,
      files: [basename(path)],
      folder: dirname(path),
      watermark: hasWatermark(asked),
      params: asked.params,
    } as const
    await writeNotedFile(path, bytes, () => recordIssue(scope, asked.form, issue))
    return { documents: written.documents.length }
  },

  'case.file': caseFiles,

  'forms.register': register,
  'forms.exportRegister': exportRegister,
}

/** A Word document of more sections opens slowly, and nobody reads it. */
const documentsAtMost = 500

/** 监督资料 are never without it. */
const hasWatermark = ({ form, params }: Asked) => engines[form].form.secret !== undefined || (params.watermark ?? engines[form].form.watermark)

/** 打印号: one to each time 监督资料 go to paper or a file, behind the text and in the register. */
const numberOf = ({ today, ports }: ActionScope, { form }: Asked): string | undefined =>
  engines[form].form.secret === undefined ? undefined : `${today.replaceAll('-', '')}-${ports.newId().slice(-6).toUpperCase()}`

/** 监督资料 on the screen are looked at, however they came there; of a paper of single records each of them has its line, and of one about people each person shown. */
async function noteLook(scope: ActionScope, { form: name, params }: Asked, about: string): Promise<void> {
  const { secret, of, preview } = engines[name].form
  if (!secret) return
  const detail = { looked: 'forms.preview', about }
  const records = of ? (params.recordIds ?? []).map(recordId => ({ recordType: of.type, recordId })) : []
  const people = (params.personIds ?? []).slice(0, preview).map(recordId => ({ recordType: noteOf(secret), recordId }))
  await scope.write(async ({ store }) => {
    for (const one of [{ recordType: noteOf(secret), recordId: name }, ...records, ...people]) store.note({ ...one, detail })
  })
}

interface Making {
  readonly number?: string | undefined
  readonly onScreen?: boolean
}

/** One slice of a form, read in one snapshot. */
function make(scope: ActionScope, asked: Asked, slice: Slice, { number, onScreen = false }: Making): Promise<Made> {
  const watermark = hasWatermark(asked) ? watermarkText(scope, number) : null
  return scope.read(reading => engines[asked.form].make({ ...reading, watermark, onScreen }, asked.params, slice))
}

/** The whole form, batch by batch, so that neither memory nor one print job grows with the office. */
async function inBatches(
  scope: ActionScope,
  asked: Asked,
  job: JobControl,
  number: string | undefined,
  issue: (made: Made, batches: number, stage: (detail: string) => void) => Promise<void>,
) {
  const { batch, unit } = engines[asked.form].form
  let done = 0
  let total = 0
  let about = ''
  do {
    await job.step(done, total, done === 0 ? '正在取数' : `已完成 ${done} ${unit}`)
    const made = await make(scope, asked, { from: done, size: batch }, { number })
    ;({ total, about } = made)
    const batches = Math.ceil(total / batch)
    const which = batches > 1 ? `第 ${Math.floor(done / batch) + 1} 批，共 ${batches} 批：` : ''
    const [before, all] = [done, total]
    await job.step(before, all, `${which}正在排版 ${made.shown} ${unit}`)
    // What cancels is heard at the next step; here only the words change.
    await issue(made, batches, detail => void job.step(before, all, `${which}${detail}`).catch(() => undefined))
    done += made.shown
  } while (done < total)
  await job.step(done, total, `已完成 ${done} ${unit}`)
  return { about, number, count: done, watermark: hasWatermark(asked), params: asked.params }
}
