import { stat } from 'node:fs/promises'
import type { FileTokens } from '../files/tokens.ts'
import type { Plan } from './kind.ts'
import { readWorkbook, type Workbook } from '../files/workbook.ts'

interface Kept {
  readonly key: string
  readonly workbook: Promise<Workbook>
  readonly forget: NodeJS.Timeout
}

/** The last workbook read, so that the steps of the wizard read it once. Forgotten after ten idle minutes, as it holds people's data. */
const kept = new WeakMap<FileTokens, Kept>()
const keepMs = 10 * 60_000

/** The workbook behind a token; read again when the file has changed. */
export async function workbookOf(tokens: FileTokens, token: string): Promise<Workbook> {
  const path = tokens.pathOf(token)
  const facts = await stat(path).catch(() => undefined)
  const key = `${path}|${facts?.mtimeMs}|${facts?.size}`
  const last = kept.get(tokens)
  if (last?.key === key) {
    last.forget.refresh()
    return last.workbook
  }
  forgetWorkbook(tokens)
  const workbook = readWorkbook(path)
  const forget = setTimeout(() => kept.delete(tokens), keepMs)
  forget.unref()
  kept.set(tokens, { key, workbook, forget })
  workbook.catch(() => forgetWorkbook(tokens))
  return workbook
}

export function forgetWorkbook(tokens: FileTokens): void {
  const last = kept.get(tokens)
  if (last) clearTimeout(last.forget)
  kept.delete(tokens)
}

const plans = new WeakMap<Workbook, { readonly key: string; readonly plan: Promise<Plan> }>()

/** What was planned for a workbook last time, while neither the columns nor anything in the office has changed: pages of a preview are many. */
export function plannedOnce(workbook: Workbook, key: string, make: () => Promise<Plan>): Promise<Plan> {
  const last = plans.get(workbook)
  if (last?.key === key) return last.plan
  const plan = make()
  plans.set(workbook, { key, plan })
  plan.catch(() => plans.delete(workbook))
  return plan
}
