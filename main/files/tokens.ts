import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'

/** Paths that the user chose in a dialog. The renderer only ever holds the token. */
export class FileTokens {
  readonly #paths = new Map<string, string>()

  offer(path: string): string {
    const token = randomUUID()
    this.#paths.set(token, path)
    return token
  }

  /** The path behind a token, or `file.token` when it was never offered in this session. */
  pathOf(token: string): string {
    const path = this.#paths.get(token)
    if (path === undefined) throw new AppError('file.token', {})
    return path
  }
}
