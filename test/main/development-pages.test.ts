import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chromiumPrinter } from '../../build/chromium-host/printer.ts'
import { developed } from '../support/development.ts'
import { smallOffice } from '../support/office.ts'

const printed = [
  ['talkRecord', 1, ['入党申请人谈话记录表', '以上记录属实']],
  ['activistFiling', 1, ['入党积极分子备案表', '院委组备〔2026〕7号']],
  ['cultivationRecord', 5, ['培养教育考察登记表', '第二次', '公示情况']],
  // 暂算: 2027 has no notice on file, and the note at the head takes two lines.
  ['candidateNotice', 2, ['关于拟列为发展对象的公示', '0999-5550112']],
  ['inquiryLetter', 4, ['政治审查函调信', '函调回执', '中共南屏乡委员会']],
  ['reviewReport', 2, ['综合性政治审查报告', '纪明远']],
  ['previewForm', 1, ['发展对象（接收预备党员）预审表']],
  ['admissionNotice', 1, ['关于拟接收预备党员的公示']],
  ['admissionLetter', 1, ['接收预备党员审批通知书']],
  ['probationRecord', 4, ['预备党员考察表', '转正情况']],
  ['conversionNotice', 1, ['关于预备党员拟转正的公示']],
  ['conversionLetter', 1, ['预备党员转正审批通知书']],
] as const

test('every form of a case prints on as many pages as it has', { timeout: 240_000 }, async () => {
  const printer = await chromiumPrinter()
  try {
    const office = await smallOffice({ today: '2028-12-05', printer: { pdf: printer.pdf, paper: () => Promise.reject(new Error('no paper here')) } })
    const { call, tokens, folder } = office
    const { caseId } = await developed(office, {})
    const counted: [string, number][] = []
    for (const [form, , words] of printed) {
      const path = join(folder, `${form}.pdf`)
      counted.push([form, (await call('forms.pdf', { form, params: { caseIds: [caseId] }, file: tokens.offer(path), job: form })).pages])
      if (process.env['KEEP_PDF']) execFileSync('cp', [path, process.env['KEEP_PDF']])
      const texts = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
      for (const word of words) expect(texts.replaceAll(/\s/g, '')).toContain(word.replaceAll(/\s/g, ''))
    }
    expect(counted).toEqual(printed.map(([form, pages]) => [form, pages]))
  } finally {
    await printer.close()
  }
})
