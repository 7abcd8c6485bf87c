import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FormName } from '../../shared/api/forms.ts'
import { withChromium } from '../support/chromium.ts'
import { smallOffice } from '../support/office.ts'
import { selected } from '../support/selection.ts'

/** Pages of each form where little is written, for one who is proposed and another who was assessed; and where everything is written at length, for two. */
const pages = {
  recommendationSummary: [1, 1],
  assessmentNotice: [1, 2],
  assessmentTalk: [2, 4],
  opinionLetter: [3, 4],
  integrityForm: [2, 2],
  assessmentReport: [3, 5],
  decisionTally: [1, 1],
  appointmentNotice: [1, 2],
  appointmentLetter: [2, 2],
  appointmentTalk: [1, 2],
  trialForm: [2, 4],
  selectionRecord: [1, 4],
} as const satisfies Partial<Record<FormName, readonly [short: number, long: number]>>

test('every form of a selection prints on as many pages as it has; a short one on one leaf', { timeout: 240_000 }, () =>
  withChromium(async printer => {
    for (const [at, given] of [{}, { lengthy: true, both: true }].entries()) {
      const office = await smallOffice({ today: '2026-11-23', printer })
      const { caseId } = await selected(office, given)
      for (const form of Object.keys(pages) as (keyof typeof pages)[]) {
        const path = join(office.folder, `${form}.pdf`)
        const reply = await office.call('forms.pdf', { form, params: { caseIds: [caseId] }, file: office.tokens.offer(path), job: form })
        expect.soft(reply.pages, `${form} ${at === 0 ? 'short' : 'long'}`).toBe(pages[form][at])
        // No page of a signature alone: whoever signs stands below something that is written or asked.
        const [last = ''] = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f').slice(-2)
        expect.soft(last.replaceAll(/\s/g, '').length, `${form}: last page`).toBeGreaterThan(25)
      }
    }
  }),
)
