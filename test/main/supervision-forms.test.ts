import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FormName } from '../../shared/api/forms.ts'
import { forms } from '../../shared/forms/index.ts'
import type { Written } from '../../shared/forms/form.ts'
import { secretClassNames } from '../../shared/records/secrecy.ts'
import { smallOffice } from '../support/office.ts'
import { signedLetter } from '../support/petition.ts'

async function office() {
  const t = await smallOffice({ granted: secretClassNames })
  const person = await t.member({ name: '乔修远', workPost: '县某局副局长' })
  const inquiry = (given: object = {}) =>
    t.add('admonition', {
      personId: person,
      kind: 'inquiry',
      way: 'letter',
      category: 'centralism',
      problem: '三次工程变更的提出、论证和审批经过\n与承建单位负责人的交往情况',
      number: '青组函询〔2026〕3号',
      executedOn: '2026-09-07',
      ...given,
    })
  /** Everything that stands on a form, and what lies behind it. */
  const printed = async (form: FormName, params: object) => {
    const { props } = await t.call('forms.preview', { form, params })
    const written: Written | null = forms[form].writtenOf(props)
    return { text: JSON.stringify(written?.documents), watermark: written?.watermark ?? '' }
  }
  return { ...t, person, inquiry, printed, jobs: t.printed }
}

test('函询通知书 counts its questions, says how many working days there are, and carries the slip that comes back', async () => {
  const { inquiry, printed } = await office()
  const { text } = await printed('inquiryNotice', { recordIds: [await inquiry()] })
  for (const words of ['乔修远同志：', '一、三次工程变更', '二、与承建单位', '15个工作日内', '函询通知书回执', '2026年9月7日']) expect(text).toContain(words)
})

test('a second letter names the first and its day; a day of its own stands in place of the working days', async () => {
  const { inquiry, printed } = await office()
  const first = await inquiry({ repliedOn: '2026-09-20', replyState: 'unclear' })
  const again = await inquiry({ executedOn: '2026-10-12', number: '青组函询〔2026〕5号', earlierId: first, replyBy: '2026-10-30' })
  const { text } = await printed('inquiryNotice', { recordIds: [again] })
  expect(text).toContain('青组函询〔2026〕3号函询（2026年9月7日）后')
  expect(text).toContain('再次向你进行函询')
  expect(text).toContain('在2026年10月30日前')
  expect(text).not.toContain('个工作日内')
})

test('诫勉书 says who agreed and what is to be handed in, by the numbers in force on its day', async () => {
  const { call, inquiry, printed } = await office()
  await call('records.create', {
    type: 'parameter',
    draft: { key: 'supervision.selfCriticism', value: 7, startsOn: '2026-09-01', clause: null, basis: 'policy', remark: null },
  })
  const given = { kind: 'admonish', way: 'talk', number: null }
  const { text } = await printed('admonitionLetter', { recordIds: [await inquiry(given)] })
  expect(text).toContain('报党委（党组）主要负责同志同意')
  expect(text).toContain('7个工作日内提交书面检查，6个月后提交整改情况报告')
  expect(text).toContain('影响期自2026年9月7日至2027年3月')
  const before = await printed('admonitionLetter', { recordIds: [await inquiry({ ...given, executedOn: '2026-08-31' })] })
  expect(before.text).toContain('5个工作日内')
})

test('信访办理单 names who is written about and until when, and never who wrote', async () => {
  const { add, person, printed } = await office()
  const id = await add('petition', signedLetter(person, '2026-09-07', { contact: '13812346027' }))
  const { text } = await printed('petitionForm', { recordIds: [id] })
  expect(text).toContain('乔修远')
  expect(text).toContain('受理告知：2026年')
  expect(text).not.toMatch(/李志成|13812346027|138\*/)
})

test('整改台账 has what was found in the year and what is still open from before, and how long it is overdue', async () => {
  const { add, first, second, printed } = await office()
  const found = (given: object) => add('oversightMatter', { method: 'audit', category: 'integrity', foundOn: '2026-02-01', problem: '甲', ...given })
  await found({ organizationId: first, dueOn: '2026-11-13' })
  await found({ organizationId: first, foundOn: '2025-03-01', problem: '去年没改完', doneOn: '2026-01-10' })
  await found({ organizationId: first, foundOn: '2025-03-01', problem: '去年改完', doneOn: '2025-09-01' })
  await found({ organizationId: second, problem: '第二支部的' })
  const { text } = await printed('rectificationLedger', { year: 2026, organizationId: first })
  expect(text).toContain('共 2 项，未完成 1 项，逾期 1 项')
  expect(text).toContain('逾期 10 天')
  expect(text).toContain('去年没改完')
  expect(text).not.toMatch(/去年改完|第二支部的/)
})

test('what is printed of 监督资料 is marked and numbered whatever was asked for, and the register has the number', async () => {
  const { call, inquiry, jobs } = await office()
  const params = { recordIds: [await inquiry()], watermark: false }
  expect(await call('forms.print', { form: 'inquiryNotice', params, job: 'j1' })).toEqual({ printed: true })
  const [line] = (await call('forms.register', { offset: 0, limit: 10 })).rows
  expect(line).toMatchObject({ what: '函询通知书（附回执）', way: 'print', detail: expect.stringMatching(/打印号 20261123-[0-9A-Z]{6}/) })
  const number = /打印号 (\S+?)，/.exec(line?.detail ?? '')?.[1] ?? 'none'
  expect(JSON.stringify(jobs.at(-1)?.props)).toContain(`打印号 ${number}`)
  expect(line?.detail).not.toContain('无水印')
})

test('no Word document and no list of 监督资料 leaves the office until a parameter lets it', async () => {
  const { call, tokens, folder, inquiry } = await office()
  const params = { recordIds: [await inquiry()] }
  let files = 0
  const file = () => tokens.offer(join(folder, `函询${files++}.docx`))
  const refused = { facts: { issues: [expect.objectContaining({ code: 'secretExport' })] } }
  await expect(call('forms.docx', { form: 'inquiryNotice', params, file: file() })).rejects.toMatchObject(refused)
  await expect(call('records.export', { type: 'admonition', file: file() })).rejects.toMatchObject(refused)
  const ways = async () => (await call('forms.list', {})).find(({ name }) => name === 'inquiryNotice')
  expect(await ways()).toMatchObject({ docx: false })
  await call('records.create', {
    type: 'parameter',
    draft: { key: 'security.exportSecret', value: 1, startsOn: '2026-01-01', clause: null, basis: 'policy', remark: null },
  })
  expect(await ways()).toMatchObject({ docx: true })
  expect(await call('forms.docx', { form: 'inquiryNotice', params, file: file() })).toEqual({ documents: 1 })
  expect(await call('records.export', { type: 'admonition', file: file() })).toEqual({ rows: 1 })
})

test('who looks at a paper on the screen has looked at the record; it is for who was granted its class', async () => {
  const { call, inquiry, regrant } = await office()
  const id = await inquiry()
  const asked = { form: 'inquiryNotice' as const, params: { recordIds: [id] } }
  const looks = async () => (await call('records.history', { type: 'admonition', id })).filter(({ action }) => action === 'forms.preview').length
  expect(await looks()).toBe(0)
  await call('forms.preview', asked)
  expect(await looks()).toBe(1)
  await regrant(['petition'])
  await expect(call('forms.preview', asked)).rejects.toMatchObject({ code: 'session.forbidden' })
})
