import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { look, openApplicantsCase, startAtCollege } from '../support/user.ts'

test('an applicant by keyboard: a case opened, the application put down, what comes next with its day, a mistake withdrawn and taken back, the form of the next step as PDF and Word', async () => {
  const app = await startAtCollege()
  const { page } = app
  await openApplicantsCase(page)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '日期' }).waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('已登记“递交入党申请书”').waitFor()
  await page.keyboard.press('ArrowDown')
  await page
    .getByRole('region', { name: '党组织派人谈话' })
    .getByText(/^不晚于 .*，还有 \d+ 天$/)
    .waitFor()
  await look(app, 'development-case')

  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByRole('textbox', { name: '理由' }).fill('登记有误')
  await page.keyboard.press('Control+Enter')
  const earlier = page.getByRole('region', { name: '以前的记录' })
  await earlier.getByText('登记有误').waitFor()
  await page.keyboard.press('Control+Z')
  await earlier.waitFor({ state: 'detached' })
  expect(await page.getByRole('option', { name: /递交入党申请书/ }).getAttribute('class')).toContain('done')

  await page.getByRole('option', { name: /党组织派人谈话/ }).click()
  for (const [way, name, says] of [
    ['存为 PDF', '谈话记录.pdf', '1 页'],
    ['存为 Word', '谈话记录.docx', '1 份'],
  ] as const) {
    await app.chooseNextSave(join(app.folder, name))
    await page.getByRole('button', { name: '入党申请人谈话记录表' }).click()
    await page.getByRole('menuitem', { name: way }).click()
    await page.getByText(`已存为“${name}”，${says}`).waitFor()
  }
  const { pages, texts } = readPdf(join(app.folder, '谈话记录.pdf'))
  expect(pages).toBe(1)
  if (texts) expect(texts[0]).toMatch(/入党申请人谈话记录表.*沈听澜/)
})
