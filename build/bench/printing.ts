import '../chromium-host/register.ts'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../chromium-host/app.ts'
import { openPage } from '../chromium-host/browser.ts'
import type { WebContents } from '../chromium-host/contents.ts'
import { chromiumPrinter } from '../chromium-host/printer.ts'
import type { Ports } from '../../main/app/ports.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { county, officeOf, openOffice, year } from './offices.ts'

/** The page as it stands, with its styles in it and without its scripts. */
const snapshot = `(() => {
  const page = document.documentElement.cloneNode(true)
  for (const gone of page.querySelectorAll('script, link, style')) gone.remove()
  const style = document.createElement('style')
  style.textContent = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\\n')
  page.querySelector('head').append(style)
  return '<!doctype html>' + page.outerHTML
})()`

/**
 * 个人学习档案 of 500 people into one PDF file: from the records to the finished file. Floor: the same browser opens the same
 * finished pages as a file and prints them.
 */
export const archives: Figure = {
  name: 'print.archives',
  async measure({ rounds, quick, say }) {
    const folder = await mkdtemp(join(tmpdir(), 'zugong-print-'))
    const [pdf, html] = [join(folder, 'archives.pdf'), join(folder, 'archives.html')]
    let contents: WebContents | undefined
    app.on('web-contents-created', (_event: unknown, created: WebContents) => (contents = created))
    const chromium = await chromiumPrinter()
    const printer: Ports['printer'] = { pdf: (job, signal) => chromium.pdf(job, signal), paper: () => Promise.reject(new Error('no paper here')) }
    const { call, tokens, close } = await openOffice(await officeOf(county, say), { printer })
    const people = (await call('quota.people', { quota: 'study-hours', year: year - 1 })).people.filter(p => !p.exempt).slice(0, quick ? 50 : 500)
    const print = () =>
      call('forms.pdf', { form: 'studyArchive', params: { year: year - 1, personIds: people.map(p => p.personId) }, file: tokens.offer(pdf), job: 'bench' })
    const { pages } = await print()
    await writeFile(html, String(await contents?.executeJavaScript(snapshot)))
    const page = await openPage()
    const floor = async () => {
      await page.goto(`file://${html}`, { waitUntil: 'load', timeout: 0 })
      await writeFile(join(folder, 'floor.pdf'), await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: false }))
    }
    await floor()
    const pagesOf = async (file: string) => (await readFile(file, 'latin1')).match(/\/Type\s*\/Page\b/g)?.length
    const counted = [await pagesOf(pdf), await pagesOf(join(folder, 'floor.pdf'))]
    if (counted[0] !== counted[1]) throw new Error(`${counted.join(' and ')} pages differ`)
    say(`  ${people.length} archives on ${pages} pages`)
    const measured = await compare(
      Math.min(rounds, 3),
      () => timed(print),
      () => timed(floor),
    )
    await close()
    await chromium.close()
    await rm(folder, { recursive: true })
    return [times('print.archives', measured, 1.3)]
  },
}
