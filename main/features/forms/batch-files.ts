import { existsSync } from 'node:fs'
import { unlink } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { writeFileWhole } from '../../files/table-workbook.ts'

/**
 * The file the user chose, and one beside it for each further batch: 档案.pdf, 档案（2）.pdf … . A PDF of ten thousand
 * pages opens nowhere. Files the user did not name are never written over.
 */
export class BatchFiles {
  readonly #path: string
  readonly #written: string[] = []

  constructor(path: string, batches: number) {
    this.#path = path
    for (let batch = 2; batch <= batches; batch += 1) {
      const taken = this.#pathOf(batch)
      if (existsSync(taken)) throw new AppError('file.unwritable', { name: basename(taken), why: '要分成几个文件存放，而这个文件名已被占用' })
    }
  }

  get names(): readonly string[] {
    return this.#written.map(path => basename(path))
  }

  async write(bytes: Uint8Array): Promise<void> {
    const path = this.#pathOf(this.#written.length + 1)
    await writeFileWhole(path, bytes)
    this.#written.push(path)
  }

  /** Takes back what was written: a cancelled or failed export leaves nothing half done. */
  async discard(): Promise<void> {
    for (const path of this.#written.splice(0)) await unlink(path).catch(() => undefined)
  }

  #pathOf(batch: number): string {
    const suffix = extname(this.#path)
    return batch === 1 ? this.#path : `${this.#path.slice(0, this.#path.length - suffix.length)}（${batch}）${suffix}`
  }
}
