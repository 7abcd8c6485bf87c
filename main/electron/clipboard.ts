import { clipboard } from 'electron'

/** Long enough to paste it where it is needed. */
const seconds = 60
/** The page tells while it is copying; by then the system has it. */
const settled = 200

let waiting: { readonly timer: NodeJS.Timeout; readonly copied: string } | undefined

/** 身份号码 do not stay on the clipboard: it is emptied after a minute, unless something else lies there by then. */
export async function forgetCopied(after = seconds * 1000, settle = settled): Promise<{ seconds: number }> {
  clearTimeout(waiting?.timer)
  await new Promise(resolve => setTimeout(resolve, settle))
  const copied = await clipboard.readText()
  waiting = { timer: setTimeout(() => void forgetAtOnce(), after), copied }
  return { seconds: Math.round(after / 1000) }
}

/** The same when the program ends before the minute does. */
export async function forgetAtOnce(): Promise<void> {
  if (!waiting) return
  const { timer, copied } = waiting
  clearTimeout(timer)
  waiting = undefined
  if (copied !== '' && (await clipboard.readText()) === copied) clipboard.clear()
}
