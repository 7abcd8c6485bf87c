import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { readPdf } from '../support/pdf.ts'
import { look, openApplicantsCase, startAtCollege } from '../support/user.ts'

/** A hundred pages, each with its number. */
async function scan(pages: number): Promise<Uint8Array> {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (let i = 1; i <= pages; i += 1) made.addPage([595, 842]).drawText(`scan ${i}`, { x: 80, y: 700, size: 40, font })
  return made.save()
}

test('a scan is kept with its case, leafed through inside the program, and printed with everything else as one numbered file', async () => {
  const app = await startAtCollege()
  const { page, folder } = app
  const violations: string[] = []
  page.on('console', message => message.text().includes('Content Security Policy') && violations.push(message.text()))
  await openApplicantsCase(page)

  const path = join(folder, '申请书扫描.pdf')
  writeFileSync(path, await scan(100))
  await app.chooseNextFile(path)
  await page.getByRole('region', { name: '递交入党申请书' }).getByRole('button', { name: '登记', exact: true }).first().click()
  const filing = page.getByRole('dialog', { name: '登记“入党申请书”' })
  await filing.getByRole('button', { name: '选择文件' }).click()
  await filing.getByText('申请书扫描.pdf').waitFor()
  await filing.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已登记材料“入党申请书”').waitFor()

  await page.getByRole('button', { name: '查看“入党申请书”' }).click()
  const viewer = page.getByRole('dialog', { name: '入党申请书' })
  await viewer.locator('canvas[data-drawn]').first().waitFor()
  await viewer.getByText('与入库时一致').waitFor()
  await look(app, 'viewer-pdf')
  for (let n = 0; n < 60; n += 1) await page.keyboard.press('PageDown')
  await viewer.locator('[data-page="61"] canvas[data-drawn]').waitFor()
  // Pages that were passed have given their pixels back.
  expect(await viewer.locator('canvas[data-drawn]').count()).toBeLessThan(6)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'detached' })

  const whole = join(folder, '整卷.pdf')
  await app.chooseNextSave(whole)
  await page.keyboard.press('p')
  const asked = page.getByRole('dialog', { name: '整卷存为 PDF' })
  await asked.waitFor()
  await look(app, 'whole-file')
  await page.keyboard.press('Control+Enter')
  const said = page.getByText(/^已存整卷“整卷\.pdf”，\d+ 页/)
  await said.waitFor({ timeout: 60_000 })
  const pages = Number(/(\d+) 页/.exec(await said.innerText())?.[1])
  const { texts } = readPdf(whole)
  if (texts) {
    expect(texts).toHaveLength(pages)
    expect(texts.at(-1)).toBe(`scan100${pages}/${pages}`)
    expect(texts[0]).toContain('发展党员卷宗')
  }
  expect(violations).toEqual([])
}, 180_000)
