import type { AppointmentSheet } from '../../../shared/domain/appointment-sheet.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileToKeep } from '../../files/lrmx/lrmx.ts'
import { readSheets } from '../../files/lrmx/read.ts'
import { restOf } from '../../files/lrmx/rest.ts'
import type { FileTokens } from '../../files/tokens.ts'
import { Unreadable } from '../../files/zip.ts'
import { filesIn, type SourceFile, stampOf } from './sources.ts'

/** A file that was read, or why it could not be. */
export interface ReadFile {
  readonly file: string
  readonly sheet?: AppointmentSheet
  readonly fault?: string
  /** A `.lrmx` as it is kept beside the records. */
  readonly kept?: KeptFile
}

export interface KeptFile {
  readonly bytes: Uint8Array
  /** What the sheet has no place for. */
  readonly rest: readonly string[]
}

type Step = (done: number, total: number, detail?: string) => Promise<void>

interface Held {
  readonly stamp: string
  readonly files: readonly ReadFile[]
  readonly forget: NodeJS.Timeout
}

/** The files read last, so that pages of a preview and the writing read them once. Forgotten after ten idle minutes, as they hold people's data. */
const held = new WeakMap<FileTokens, Held>()
const keepMs = 10 * 60_000

/** The files behind these tokens, read one by one; again when one of them has changed. */
export async function readFiles(tokens: FileTokens, sources: readonly string[], step: Step): Promise<readonly ReadFile[]> {
  const paths = sources.map(token => tokens.pathOf(token))
  const stamp = await stampOf(paths)
  const last = held.get(tokens)
  if (last?.stamp === stamp) {
    last.forget.refresh()
    return last.files
  }
  forgetFiles(tokens)
  await step(0, 0, '正在找文件')
  const found = await filesIn(paths)
  const files: ReadFile[] = []
  for (const [i, file] of found.entries()) {
    if (i % 20 === 0) await step(i, found.length, '正在读文件')
    files.push(...(await readOne(file)))
  }
  const forget = setTimeout(() => held.delete(tokens), keepMs)
  forget.unref()
  held.set(tokens, { stamp, files, forget })
  return files
}

export function forgetFiles(tokens: FileTokens): void {
  const last = held.get(tokens)
  if (last) clearTimeout(last.forget)
  held.delete(tokens)
}

async function readOne(source: SourceFile): Promise<readonly ReadFile[]> {
  const { file } = source
  try {
    const sheets = await readSheets(await source.bytes(), await source.photo())
    return sheets.map(({ original, ...sheet }, i) => ({
      file: i === 0 ? file : `${file}（第 ${i + 1} 人）`,
      sheet,
      ...(original ? { kept: { bytes: fileToKeep(original), rest: restOf(original) } } : {}),
    }))
  } catch (cause) {
    if (cause instanceof Unreadable) return [{ file, fault: cause.why }]
    if (cause instanceof AppError || !(cause instanceof Error) || !('code' in cause)) throw cause
    return [{ file, fault: '文件不在，或没有读取的权限' }]
  }
}
