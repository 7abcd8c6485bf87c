import '../chromium-host/register.ts'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../chromium-host/app.ts'
import { openPage } from '../chromium-host/browser.ts'
import type { WebContents } from '../chromium-host/contents.ts'
import { chromiumPrinter } from '../chromium-host/printer.ts'
import type { Ports } from '../../main/app/ports.ts'
import type { FormName, FormParams } from '../../shared/api/forms.ts'
import { type Effort, type Figure, type Result, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, county, officeOf, type OpenOffice, openOffice, year } from './offices.ts'

/** The page as it stands, with its styles in it and without its scripts. */
const snapshot = `(() => {
  const page = document.documentElement.cloneNode(true)
  for (const gone of page.querySelectorAll('script, link, style')) gone.remove()
  const style = document.createElement('style')
  style.textContent = [...document.styleSheets].flatMap(sheet => [...sheet.cssRules].map(rule => rule.cssText)).join('\\n')
  page.querySelector('head').append(style)
  return '<!doctype html>' + page.outerHTML
})()`

interface Asked {
  readonly form: FormName
  readonly params: FormParams
  /** What is printed, for the log. */
  readonly what: string
}

/**
 * A form into PDF, from the records to the finished files. Floor: the same browser opens the same finished pages as files, batch by batch,
 * and prints them.
 */
async function beside(name: string, limit: number, { rounds, say }: Effort, ask: (office: OpenOffice) => Promise<Asked>): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zugong-print-'))
  const copy = copyOf(await officeOf(county, say))
  let contents: WebContents | undefined
  app.on('web-contents-created', (_event: unknown, created: WebContents) => (contents = created))
  const chromium = await chromiumPrinter()
  const batches: string[] = []
  let collecting = true
  const printer: Ports['printer'] = {
    async pdf(job, signal) {
      const bytes = await chromium.pdf(job, signal)
      if (collecting) {
        batches.push(join(folder, `${batches.length}.html`))
        await writeFile(batches.at(-1) ?? '', String(await contents?.executeJavaScript(snapshot)))
      }
      return bytes
    },
    paper: () => Promise.reject(new Error('no paper here')),
  }
  const office = await openOffice(copy.folder, { printer })
  const { form, params, what } = await ask(office)
  let turn = 0
  // What a batch leaves beside the first file is never written over: each turn has a folder of its own.
  const print = async () => {
    const place = join(folder, `turn ${++turn}`)
    await mkdir(place)
    return office.call('forms.pdf', { form, params, file: office.tokens.offer(join(place, 'all.pdf')), job: 'bench' })
  }
  const { pages } = await print()
  collecting = false
  const page = await openPage()
  const floor = async () => {
    for (const html of batches) {
      await page.goto(`file://${html}`, { waitUntil: 'load', timeout: 0 })
      await writeFile(html.replace(/html$/, 'pdf'), await page.pdf({ printBackground: true, preferCSSPageSize: true, tagged: false }))
    }
  }
  await floor()
  const pagesOf = async (files: readonly string[]) =>
    (await Promise.all(files.map(async file => (await readFile(file, 'latin1')).match(/\/Type\s*\/Page\b/g)?.length ?? 0))).reduce((sum, n) => sum + n, 0)
  const place = join(folder, 'turn 1')
  const counted = [await pagesOf((await readdir(place)).map(file => join(place, file))), await pagesOf(batches.map(html => html.replace(/html$/, 'pdf')))]
  if (counted[0] !== counted[1]) throw new Error(`${counted.join(' and ')} pages differ`)
  say(`  ${what} on ${pages} pages`)
  const measured = await compare(
    Math.min(rounds, 3),
    () => timed(print),
    () => timed(floor),
  )
  await office.close()
  await chromium.close()
  copy.remove()
  await rm(folder, { recursive: true })
  return [times(name, measured, limit)]
}

/** 个人学习档案 of 500 people. */
export const archives: Figure = {
  name: 'print.archives',
  measure: effort =>
    beside('print.archives', 1.3, effort, async ({ call }) => {
      const people = (await call('quota.people', { quota: 'study-hours', year: year - 1 })).people.filter(p => !p.exempt).slice(0, effort.quick ? 50 : 500)
      return { form: 'studyArchive', params: { year: year - 1, personIds: people.map(p => p.personId) }, what: `${people.length} archives` }
    }),
}

/** 测评票 for every voter of forty branches of about thirty, and the 汇总表 that they are counted on, in one job. */
export const ballotPapers: Figure = {
  name: 'print.ballots',
  measure: effort =>
    beside('print.ballots', 1.33, effort, async ({ call }) => {
      const branches = (await call('organization.tree', {})).filter(node => node.kind === 'branch')
      const nearThirty = branches.toSorted((a, b) => Math.abs(a.membersBelow - 30) - Math.abs(b.membersBelow - 30)).slice(0, effort.quick ? 6 : 40)
      const asked = { kind: 'memberAppraisal' as const, year, name: '打印测算', startsOn: null, endsOn: null, heldOn: null, schemeId: null }
      const { roundId, ballots, rows } = await call('ballot.startRound', { ...asked, organizationIds: nearThirty.map(node => node.id) })
      return {
        form: 'ballotPaper',
        params: { roundId, copies: 'voters', summary: true },
        what: `papers of ${ballots} branches with ${rows} members, and the sheets to count on`,
      }
    }),
}
