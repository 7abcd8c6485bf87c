import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app } from 'electron'

/**
 * End-to-end tests can't click the system's file dialog: an unpackaged run that was started with ZUGONG_DIALOG_DIR takes the answer from `answer.json`
 * in that folder, once: `{ "path": "…" }`, or `{ "path": null }` for a closed dialog. A packaged program never looks.
 */
export async function preparedAnswer(): Promise<{ path: string | null } | undefined> {
  const folder = process.env['ZUGONG_DIALOG_DIR']
  if (app.isPackaged || !folder) return undefined
  const file = join(folder, 'answer.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  await rm(file)
  const answer: unknown = JSON.parse(text)
  if (typeof answer !== 'object' || answer === null || !('path' in answer)) throw new Error('answer.json has no path')
  return { path: typeof answer.path === 'string' ? answer.path : null }
}
