import { existsSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { putNoted } from '../../files/noted-file.ts'
import { type StagedFile, stageFile } from '../../files/whole-file.ts'

/**
 * The file the user chose, and one beside it for each further batch: 档案.pdf, 档案（2）.pdf … . A PDF of ten thousand
 * pages opens nowhere. Files the user did not name are never written over.
 */
export class BatchFiles {
  readonly #path: string
  readonly #staged: StagedFile[] = []

  constructor(path: string, batches: number) {
    this.#path = path
    for (let batch = 2; batch <= batches; batch += 1) {
      const taken = this.#pathOf(batch)
      if (existsSync(taken)) throw new AppError('file.unwritable', { name: basename(taken), why: '要分成几个文件存放，而这个文件名已被占用' })
    }
  }

  get names(): readonly string[] {
    return this.#staged.map(file => basename(file.path))
  }

  /** Adds a batch. It is in its place once all are. */
  async add(bytes: Uint8Array): Promise<void> {
    this.#staged.push(await stageFile(this.#pathOf(this.#staged.length + 1), bytes))
  }

  /** Puts every batch in its place, with the audit line that says so; or none. */
  async put(note: () => Promise<void>): Promise<void> {
    await putNoted(this.#staged, note)
  }

  /** A cancelled or failed export leaves nothing half done. */
  async discard(): Promise<void> {
    for (const file of this.#staged.splice(0)) await file.drop()
  }

  #pathOf(batch: number): string {
    const suffix = extname(this.#path)
    return batch === 1 ? this.#path : `${this.#path.slice(0, this.#path.length - suffix.length)}（${batch}）${suffix}`
  }
}
