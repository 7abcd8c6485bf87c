import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { goTo, look, startAtCollege } from '../support/user.ts'

test('an applicant by keyboard: a case opened, the application put down, what comes next with its day, a mistake withdrawn and taken back, the form of the next step as PDF and Word', async () => {
  const app = await startAtCollege()
  const { page } = app
  await goTo(page, '组织与人员')
  await page.getByRole('grid', { name: '人员列表' }).getByRole('row').nth(1).waitFor()
  await page.keyboard.press('n')
  const person = page.getByRole('dialog', { name: '新增人员' })
  await person.getByRole('textbox', { name: '姓名' }).fill('沈听澜')
  await person.getByRole('textbox', { name: '公民身份号码' }).fill('110105199912310022')
  await person.getByRole('combobox', { name: '人员类别' }).click()
  await page.getByRole('option', { name: '入党申请人' }).click()
  await person.getByRole('combobox', { name: '所在党支部' }).fill('jgdy')
  await page
    .getByRole('option', { name: /机关第一党支部/ })
    .first()
    .click()
  await person.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已新增沈听澜').waitFor()

  await goTo(page, '发展党员')
  await page.getByText(/还没有在办的卷宗。$/).waitFor()
  await page.keyboard.press('n')
  const opening = page.getByRole('dialog', { name: '立卷' })
  await opening.getByRole('searchbox').fill('stl')
  await opening
    .getByRole('row', { name: /沈听澜/ })
    .getByRole('checkbox')
    .click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: '沈听澜' }).waitFor()
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
