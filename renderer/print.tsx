import './api/zod.ts'
import { call } from './api/client.ts'
import { layOut } from './print/lay-out.ts'
import './print/forms.css'

declare global {
  interface Window {
    /** Resolves when the pages stand as they will be printed. */
    printReady: Promise<true>
  }
}

const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))

async function prepare(): Promise<true> {
  const job = await call('shell.printJob', {})
  if (!job) throw new Error('this window has nothing to print')
  // What the system's print queue and a PDF reader show.
  document.title = job.title
  document.body.append(...(await layOut(job.template, job.props, document)))
  await document.fonts.ready
  await frame()
  await frame()
  return true
}

window.printReady = prepare()
