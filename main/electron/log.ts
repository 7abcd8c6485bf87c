import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const kept = 5
const limit = 1024 * 1024

export interface Log {
  info(message: string): void
  error(message: string, cause: unknown): void
}

/** Five files of one megabyte at most, the newest is `zugong.log`. Callers never pass what a record holds. */
export function createLog(folder: string, now: () => Date = () => new Date()): Log {
  mkdirSync(folder, { recursive: true })
  const file = (n: number) => join(folder, n === 0 ? 'zugong.log' : `zugong.${n}.log`)
  const write = (level: string, text: string) => {
    try {
      if (existsSync(file(0)) && statSync(file(0)).size >= limit) {
        for (let n = kept - 1; n > 0; n--) if (existsSync(file(n - 1))) renameSync(file(n - 1), file(n))
      }
      appendFileSync(file(0), `${now().toISOString()} ${level} ${text}\n`)
    } catch {
      // A full disk must not take the program down with its log.
    }
  }
  return {
    info: message => write('info', message),
    error: (message, cause) => write('error', `${message}\n${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`),
  }
}
