import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { strips } from './index.tsx'
import { flowPages } from './flow-pages.ts'
import { samplesOf } from './measure.ts'
import { paginate, stripsIn } from './paginate.ts'

/** The finished pages of a form, as elements that nobody else holds. */
export const layOut = (template: string, props: unknown, document: Document): Promise<readonly HTMLElement[]> => layOutStrips(strips(template, props), document)

/** The same of strips. Waits for the fonts, because widths decide heights. */
export async function layOutStrips(wanted: ReactNode, document: Document): Promise<readonly HTMLElement[]> {
  // First, for what waits is out of the caller's own rendering: inside an effect React would flush nothing.
  await titleFont(document)
  const rendered = document.createElement('div')
  // The pages take the strips apart, so the root is never rendered or unmounted again.
  flushSync(() => createRoot(rendered).render(wanted))
  const written = [...rendered.querySelectorAll<HTMLElement>(':scope > .written')]
  const documents = stripsIn(rendered)
  const samples = samplesOf(documents)
  const bench = document.createElement('div')
  bench.className = 'form-bench'
  bench.append(...samples.elements, ...written)
  document.body.append(bench)
  try {
    bench.getBoundingClientRect()
    await document.fonts.ready
    return [...paginate(documents, samples.heights()), ...written.flatMap(flowPages)]
  } finally {
    bench.remove()
  }
}

/** The one font that is loaded rather than found; where no face of it is installed, the list goes on. */
const titleFont = (document: Document) => document.fonts.load("22pt 'ZG-XBS'", '党').catch(() => [])
