import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'
import type { cadreFilesApi } from '../../../shared/api/cadre-files.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { AppointmentSheet } from '../../../shared/domain/appointment-sheet.ts'
import { AppError } from '../../../shared/errors.ts'
import { addMonths } from '../../../shared/rules/days.ts'
import { retirementSteps } from '../../../shared/rules/retirement.ts'
import { readSheetDate } from '../../../shared/rules/sheet-dates.ts'
import { sheetWarnings } from '../../../shared/rules/sheet-limits.ts'
import type { ActionScope, ReadScope } from '../../app/scopes.ts'
import { attachedBytes, wholeCadres } from '../../cadres/read.ts'
import { sheetOf } from '../../cadres/sheet.ts'
import { type Said, writeLrmx } from '../../files/lrmx/lrmx.ts'
import { putNoted } from '../../files/noted-file.ts'
import { parametersIn } from '../../records/parameters.ts'
import { saidBy } from './said.ts'
import { type StagedFile, stageFile } from '../../files/whole-file.ts'

type Api = typeof cadreFilesApi

/** Sheets are read so many at a time: a thousand photos need not be in memory together. */
const atOnce = 100
/** How long a sheet may lie before it is worth a word. */
const freshMonths = 6

export async function fileWarnings(scope: ReadScope, { cadreIds }: InputOf<Api['cadre.fileWarnings']>): Promise<OutputOf<Api['cadre.fileWarnings']>> {
  const files = await filesOf(scope, cadreIds)
  return files.flatMap(({ sheet }) => {
    const messages = [...sheetWarnings(sheet).map(({ message }) => message), ...agedSheet(sheet, scope.today)]
    return messages.length > 0 ? [{ name: sheet.name ?? '', messages }] : []
  })
}

/** A sheet that was filled in long ago goes out with the ages of then. */
function agedSheet({ filledOn, agesOn }: AppointmentSheet, today: string): readonly string[] {
  const old = [agesOn, filledOn].map(written => readSheetDate(written)?.day ?? null).filter(day => day !== null && addMonths(day, freshMonths) < today)
  const [first] = old
  return first ? [`填表或计算年龄时间是 ${first}，年龄按那天计算；要按今天的，在“基本信息”的“本次任免呈报”里清空`] : []
}

interface File {
  readonly sheet: AppointmentSheet
  readonly said: Said | undefined
}

/** Their sheets of today, with the ID number: the editor knows people by it. What was read from a file goes back into it. */
async function filesOf({ db, today, office, actor }: ReadScope, cadreIds: readonly string[]): Promise<readonly File[]> {
  const by = { reportedBy: office.name, filledBy: actor }
  const parameters = await parametersIn(db)
  const whole = await wholeCadres(db, cadreIds)
  const kept = await attachedBytes(
    db,
    whole.flatMap(({ record }) => record.sheetFile ?? []),
  )
  return whole.map(one => {
    const sheet = sheetOf(one, { on: today, withNumber: true, by })
    const bytes = kept.get(one.record.sheetFile ?? '')
    const from = bytes && saidBy(bytes, { today, by, idNumber: one.idNumber, stepsOf: group => retirementSteps(parameters, group, today) })
    return from ? { sheet: { ...sheet, version: from.said.sheet.version, original: from.original }, said: from.said } : { sheet, said: undefined }
  })
}

/** Writes the files: all of them with their audit line, or none. */
export async function exportFiles(scope: ActionScope, input: InputOf<Api['cadre.exportFiles']>): Promise<OutputOf<Api['cadre.exportFiles']>> {
  return scope.jobs.run(input.job, '导出任免表文件', async ({ step }) => {
    const { cadreIds, folder, save } = input
    const place = scope.tokens.pathOf(folder ?? save ?? '')
    const names = new FileNames()
    const staged: StagedFile[] = []
    const alone = folder === undefined && cadreIds.length === 1 && extname(place).toLowerCase() === '.lrmx'
    const zip = folder === undefined && !alone ? new ZipFile() : undefined
    let warned = 0
    try {
      for (let at = 0; at < cadreIds.length; at += atOnce) {
        await step(at, cadreIds.length, '正在写文件')
        for (const { sheet, said } of await scope.read(read => filesOf(read, cadreIds.slice(at, at + atOnce)))) {
          const name = names.of(sheet)
          if (sheetWarnings(sheet).length > 0) warned += 1
          if (zip) zip.add(name, writeLrmx(sheet, said))
          else if (alone) staged.push(await stageFile(place, writeLrmx(sheet, said)))
          else if (existsSync(join(place, name))) throw new AppError('file.unwritable', { name, why: '文件夹里已有这个文件，请换一个文件夹' })
          else staged.push(await stageFile(join(place, name), writeLrmx(sheet, said)))
        }
      }
      if (names.all.length === 0) throw new AppError('form.empty', { what: '所选的干部信息都已作废' })
      if (zip) staged.push(await stageFile(place, zip.finish()))
      await step(cadreIds.length, cadreIds.length)
      const where = zip || alone ? { files: [basename(place)], folder: dirname(place) } : { folder: place }
      const detail = { label: '干部任免审批表', way: 'lrmx', count: names.all.length, unit: '人', ...where }
      await putNoted(staged, () => scope.write(async ({ store }) => store.note({ recordType: 'export', recordId: 'cadreFiles', detail })))
      return { files: names.all.length, warned }
    } catch (cause) {
      for (const file of staged) await file.drop()
      throw cause
    }
  })
}

/** 姓名.lrmx; of the same name the month of birth, and then a number. */
class FileNames {
  readonly all: string[] = []
  readonly #taken = new Set<string>()

  of({ name, born }: AppointmentSheet): string {
    const plain = (name ?? '').replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_') || '未填姓名'
    const dated = born === null ? plain : `${plain}（${born}）`
    let chosen = this.#taken.has(plain) ? dated : plain
    for (let number = 2; this.#taken.has(chosen); number += 1) chosen = `${dated}（${number}）`
    this.#taken.add(chosen)
    this.all.push(`${chosen}.lrmx`)
    return `${chosen}.lrmx`
  }
}

/** A zip, file by file. */
class ZipFile {
  readonly #pieces: Uint8Array[] = []
  readonly #zip = new Zip((cause, piece) => {
    if (cause) throw cause
    this.#pieces.push(piece)
  })

  add(name: string, bytes: Uint8Array): void {
    const file = new ZipDeflate(name, { level: 3 })
    this.#zip.add(file)
    file.push(bytes, true)
  }

  finish(): Uint8Array {
    this.#zip.end()
    return Buffer.concat(this.#pieces)
  }
}
