import { existsSync } from 'node:fs'
import { mkdir, rmdir } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { putNoted } from '../../files/noted-file.ts'
import { reasonOf, type StagedFile, stageFile } from '../../files/whole-file.ts'

/** Where whole cases are put: the one file that the user named, or a folder with one for each. Files that nobody named are never written over. */
export class Shelf {
  readonly #place: { readonly file: string } | { readonly folder: string }
  readonly #staged: StagedFile[] = []
  readonly #names = new Set<string>()
  readonly #folders: string[] = []
  /** How many originals lie beside the cases. */
  beside = 0

  constructor(place: { readonly file: string } | { readonly folder: string }) {
    this.#place = place
  }

  get folder(): string {
    return 'file' in this.#place ? dirname(this.#place.file) : this.#place.folder
  }

  get names(): readonly string[] {
    return [...this.#names]
  }

  /** The file that a case will have: 张三 发展党员卷宗.pdf. */
  pathFor(name: string): string {
    const path = 'file' in this.#place ? this.#place.file : this.#free(this.folder, `${name}.pdf`)
    this.#names.add(basename(path))
    return path
  }

  /** Writes a case beside its place. */
  async add(path: string, bytes: Uint8Array): Promise<void> {
    this.#staged.push(await stageFile(path, bytes))
  }

  /** An original that no page could be made of goes into a folder named after its case. */
  async addBeside(casePath: string, name: string, bytes: Uint8Array): Promise<void> {
    const folder = `${casePath.slice(0, casePath.length - extname(casePath).length)}（原件）`
    if (!this.#folders.includes(folder)) {
      try {
        if ((await mkdir(folder, { recursive: true })) !== undefined) this.#folders.push(folder)
      } catch (cause) {
        throw new AppError('file.unwritable', { name: basename(folder), why: reasonOf(cause) })
      }
    }
    const path = this.#free(folder, name)
    this.#names.add(join(basename(folder), basename(path)))
    this.#staged.push(await stageFile(path, bytes))
    this.beside += 1
  }

  /** Puts everything in its place, with the audit line that says so; or nothing. */
  async put(note: () => Promise<void>): Promise<void> {
    await putNoted(this.#staged, note)
  }

  /** What was cancelled or failed leaves neither files nor folders. */
  async discard(): Promise<void> {
    for (const file of this.#staged.splice(0)) await file.drop()
    for (const folder of this.#folders.splice(0)) await rmdir(folder).catch(() => undefined)
  }

  #free(folder: string, name: string): string {
    const ending = extname(name)
    const bare = name.slice(0, name.length - ending.length).replaceAll(/[\\/:*?"<>|]/g, '_')
    for (let n = 1; ; n += 1) {
      const path = join(folder, `${bare}${n === 1 ? '' : `（${n}）`}${ending}`)
      if (!existsSync(path) && !this.#staged.some(file => file.path === path)) return path
    }
  }
}
