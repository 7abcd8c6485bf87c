import type { Written } from '../../shared/forms/form.ts'
import { layOutStrips } from '../../renderer/print/lay-out.ts'
import { WrittenForm } from '../../renderer/print/written.tsx'
import type { LaidOut } from './written-pages.ts'

declare global {
  interface Window {
    layOutWritten(written: Written): Promise<readonly (readonly LaidOut[])[]>
  }
}

/** Lays written documents out in this page as the print window does, one after the other, and says what stands on each page. */
window.layOutWritten = async written => {
  const laid: LaidOut[][] = []
  // Straight under body a screen would not show them.
  const desk = document.body.appendChild(document.createElement('div'))
  for (const one of written.documents) {
    const pages = await layOutStrips(<WrittenForm name="sample" written={{ ...written, documents: [one] }} />, document)
    desk.append(...pages)
    laid.push(pages.map(saysOf))
  }
  return laid
}

function saysOf(page: HTMLElement): LaidOut {
  const body = page.querySelector('.form-body')
  const foot = page.querySelector('footer')
  const { paddingTop } = getComputedStyle(page)
  const room = page.clientHeight - Number.parseFloat(paddingTop) - (foot?.clientHeight ?? 0)
  const texts = [...page.querySelectorAll('.form-body p, .form-body h1, .form-body span, .form-body dt, .form-body dd')].map(
    element => element.textContent ?? '',
  )
  const wide = [...page.querySelectorAll('td')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent ?? '')
  return { texts, foot: foot?.textContent ?? '', over: Math.max(0, (body?.scrollHeight ?? 0) - room), wide }
}
