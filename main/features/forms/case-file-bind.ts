import { hash } from 'node:crypto'
import type { FormName } from '../../../shared/api/forms.ts'
import type { CaseMaterial } from '../../../shared/domain/procedure-case.ts'
import { AppError } from '../../../shared/errors.ts'
import { type AbsentPart, caseFile, type CaseFilePart } from '../../../shared/forms/case-file.ts'
import { forms } from '../../../shared/forms/index.ts'
import type { ActionScope } from '../../app/scopes.ts'
import { fingerprintOf } from '../../records/attachments.ts'
import { Merger } from '../../pdf/merger.ts'
import type { PageFault, Part } from '../../pdf/messages.ts'
import { filedIn, headOf, partOf } from './case-file.ts'
import type { FormCase } from './cases.ts'
import { engines } from './engines.ts'
import { pdfPages } from './pdf-pages.ts'

/** What is said of a material that is not in the whole, or not as it was. */
export interface Missing {
  readonly name: string
  readonly material: string
  readonly why: string
}

export interface Bound {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly missing: readonly Missing[]
}

interface Around {
  readonly scope: ActionScope
  readonly signal: AbortSignal
  step(detail: string): Promise<void>
  /** An original that no page could be made of. */
  aside(name: string, bytes: Uint8Array): Promise<void>
}

const faults: Readonly<Record<PageFault, readonly [remark: string, why: string]>> = {
  locked: ['加密，未排进', '这份 PDF 加了密，没有排进来。去掉口令后换上，再存一次整卷。'],
  broken: ['损坏，未排进', '这份文件损坏，打不开，没有排进来。重新扫描后换上，再存一次整卷。'],
  kind: ['另附原件', '这类文件排不进 PDF，看原件。'],
}
const changed = '与入库时的指纹不一致，内容可能被改动过，照样排在卷里'

/** The forms that stand before the materials; a 纪实表 of a procedure's own comes first, one for each of those it is about. */
export function insetsOf({ case: { procedure, record }, candidates }: FormCase): readonly FormName[] {
  if (procedure.record === undefined) return ['caseMaterials', 'caseRecord', 'caseFlow']
  const nobody = record.personId === null && candidates.size === 0
  return [...(nobody ? [] : [procedure.record]), 'caseMaterials', 'caseFlow']
}

/** A stretch of the whole: its line in the table of contents, and how many pages it has; none where it has no scan. */
interface Piece {
  readonly key: string
  readonly line: CaseFilePart
  readonly pages: number
  readonly absent?: AbsentPart
}

/** 整卷: one case as one PDF, numbered through: cover and contents, the lists, then every material in the order of the steps and their days. */
export async function bindCase(found: FormCase, around: Around): Promise<Bound> {
  const { scope, signal } = around
  const merger = new Merger(signal)
  try {
    const missing: Missing[] = []
    const pieces: Piece[] = []
    for (const form of insetsOf(found)) {
      const label = forms[form].label
      await around.step(`排${label}`)
      const { record } = found.case
      const params = { caseIds: [record.id], procedure: record.procedure }
      const made = await scope.read(reading => engines[form].make({ ...reading, watermark: null, onScreen: false }, params, { from: 0, size: 1 }))
      const pages = await taken(merger, form, await scope.ports.printer.pdf(made.job, signal))
      pieces.push({ key: form, line: { title: label, step: '', madeOn: '', at: null, remark: '' }, pages })
    }
    for (const { material, step } of filedIn(found)) {
      await around.step(`取材料“${material.name}”`)
      pieces.push(await pieceOf(merger, found, material, step, around, missing))
    }
    await around.step('排封面和目录')
    const front = await printFront(found, pieces, around)
    await taken(merger, 'front', front.bytes)
    await around.step('合成一份 PDF，编页号')
    const bytes = await merger.finish({
      title: `${found.subject.name} ${found.case.procedure.caseLabel}`,
      author: scope.office.name,
      parts: partsOf(pieces, front.pages),
    })
    return { bytes, pages: front.pages + sum(pieces), missing }
  } finally {
    await merger.end()
  }
}

async function pieceOf(
  merger: Merger,
  { subject }: FormCase,
  material: CaseMaterial,
  step: string,
  { scope, aside }: Around,
  missing: Missing[],
): Promise<Piece> {
  const line = partOf(material, step)
  const key = material.id
  const say = (why: string) => void missing.push({ name: subject.name, material: material.name, why })
  const { file } = material
  if (file === null) return { key, line, pages: 0 }
  const kept = await scope.read(async ({ db }) => ({
    row: await db.selectFrom('attachmentFile').select(['name', 'bytes']).where('id', '=', file).limit(1).executeTakeFirst(),
    fingerprint: await fingerprintOf(db, file),
  }))
  if (!kept.row) throw new AppError('record.notFound', { label: '附件' })
  const { name, bytes } = kept.row
  const intact = hash('sha256', bytes) === kept.fingerprint
  if (!intact) say(changed)
  const reply = await merger.add(key, new Uint8Array(bytes))
  if ('pages' in reply) return { key, line: intact ? line : { ...line, remark: '与入库不一致' }, pages: reply.pages }
  const [remark, why] = faults[reply.fault]
  say(`${name}：${why}`)
  await aside(name, bytes)
  const { title, madeOn } = line
  return { key, line: { ...line, remark }, pages: 1, absent: { title, step, madeOn, file: name, why } }
}

/** Cover and contents, and a leaf for each that could not be taken in. How long the contents are is known once they are printed, so they may be printed twice. */
async function printFront(
  found: FormCase,
  pieces: readonly Piece[],
  { scope, signal }: Around,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const absent = pieces.flatMap(piece => piece.absent ?? [])
  for (let pages = 2; ;) {
    let at = pages + 1
    const parts = pieces.map(({ line, pages: own }) => {
      const part = { ...line, at: own === 0 ? null : at }
      at += own
      return part
    })
    const document = { ...headOf(found, scope.office.name, scope.today), parts, total: pages + sum(pieces), absent }
    const job = { template: caseFile.name, props: { watermark: null, cases: [document] }, title: caseFile.label }
    const bytes = await scope.ports.printer.pdf(job, signal)
    const printed = pdfPages(bytes) - absent.length
    if (printed === pages) return { bytes, pages }
    pages = printed
  }
}

function partsOf(pieces: readonly Piece[], front: number): readonly Part[] {
  let leaf = front
  return [
    { key: 'front', from: 0, count: front, bookmark: '封面和目录' },
    ...pieces.flatMap(({ key, line, pages, absent }): Part[] => {
      if (pages === 0) return []
      if (!absent) return [{ key, bookmark: line.title }]
      leaf += 1
      return [{ key: 'front', from: leaf - 1, count: 1, bookmark: line.title }]
    }),
  ]
}

/** What the program has printed itself is a PDF that can be read. */
async function taken(merger: Merger, key: string, bytes: Uint8Array): Promise<number> {
  const reply = await merger.add(key, new Uint8Array(bytes))
  if ('fault' in reply) throw new Error(`the printed ${key} could not be read`)
  return reply.pages
}

const sum = (pieces: readonly Piece[]): number => pieces.reduce((all, { pages }) => all + pages, 0)
