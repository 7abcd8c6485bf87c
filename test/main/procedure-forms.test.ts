import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withChromium } from '../support/chromium.ts'
import { smallOffice } from '../support/office.ts'

test(
  '介绍信 with its stub and receipt is one leaf, 处置审批表 two, filled from the case; the form of one procedure is not of another',
  { timeout: 120_000 },
  () =>
    withChromium(async printer => {
      const { call, member, tokens, folder } = await smallOffice({ printer })
      const personIds = [await member({ name: '沈听澜', phone: '13800001234' })]
      const open = async (procedure: 'disposal' | 'relationTransfer') =>
        (await call('case.open', { procedure, openedOn: '2026-06-01', owner: '周敏', personIds })).caseIds[0] ?? ''
      const transfer = await open('relationTransfer')
      const take = (caseId: string, step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [caseId], step, draft })
      await take(transfer, 'request', { doneOn: '2026-11-02', result: 'out', place: '江北机械厂党支部', number: '2026年11月' })
      await take(transfer, 'letter', { doneOn: '2026-11-03', number: '2026-018', place: '中共江北区委组织部', extendedTo: '2027-01-31' })
      const disposal = await open('disposal')
      await take(disposal, 'proposal', { doneOn: '2026-06-02', opinion: '连续 6 个月不参加组织生活' })
      await take(disposal, 'filing', { doneOn: '2026-06-12', result: 'filed', number: '院委组备 3 号' })
      await take(disposal, 'meeting', { doneOn: '2026-07-02', result: 'deadline', eligible: 24, present: 22, agree: 21, against: 1, abstain: 0 })
      const print = async (form: 'relationLetter' | 'disposalForm', caseId: string) => {
        const path = join(folder, `${form}.pdf`)
        const { pages } = await call('forms.pdf', { form, params: { caseIds: [caseId] }, file: tokens.offer(path), job: form })
        if (process.env['KEEP_PDF']) execFileSync('cp', [path, process.env['KEEP_PDF']])
        return { pages, text: execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '') }
      }
      const letter = await print('relationLetter', transfer)
      expect(letter.pages).toBe(1)
      for (const words of [
        '中共江北区委组织部：',
        '第2026-018号',
        '组织关系由第一党支部转到江北机械厂党支部',
        '沈听澜同志（女，1979年12月生，',
        '该同志党费已交到2026年11月',
        '有效期至2027年1月31日',
        '特此回复',
        '中共临江委员会（盖章）',
        '2026年11月3日',
      ])
        expect(letter.text).toContain(words)
      const form = await print('disposalForm', disposal)
      expect(form.pages).toBe(2)
      for (const words of ['院委组备3号', '连续6个月不参加组织生活', '决议：限期改正。', '赞成21']) expect(form.text).toContain(words)
      await expect(call('forms.preview', { form: 'relationLetter', params: { caseIds: [disposal] } })).rejects.toMatchObject({
        facts: { what: '这张表是组织关系转接的，沈听澜的卷宗是不合格党员组织处置' },
      })
    }),
)
