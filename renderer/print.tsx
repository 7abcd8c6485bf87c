import './api/zod.ts'
import { call } from './api/client.ts'
import { layOut } from './print/lay-out.ts'
import './print/forms.css'

declare global {
  interface Window {
    /** How many pages there are, once they stand as they will be printed. */
    printReady: Promise<number>
  }
}

const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))

async function prepare(): Promise<number> {
  const job = await call('shell.printJob', {})
  if (!job) throw new Error('this window has nothing to print')
  // What the system's print queue and a PDF reader show.
  document.title = job.title
  const pages = await layOut(job.template, job.props, document)
  document.body.append(...pages)
  await document.fonts.ready
  await frame()
  await frame()
  return pages.length
}

window.printReady = prepare()
