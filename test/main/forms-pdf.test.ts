import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumPrinter, chromiumPrinter } from '../../build/chromium-host/printer.ts'
import { activity } from '../../shared/domain/activity.ts'
import { organization } from '../../shared/domain/organization.ts'
import { person } from '../../shared/domain/person.ts'
import { checkCharacter } from '../../shared/rules/id-number.ts'
import { createTestApp } from '../support/app.ts'
import { draftOf } from '../support/sample.ts'

let printer: ChromiumPrinter

beforeAll(async () => {
  printer = await chromiumPrinter()
}, 300_000)
afterAll(() => printer.close())

const idNumber = (n: number) => {
  const first = `11010119850312${String(100 + n)}`
  return first + checkCharacter(first)
}

/** One branch with so many members, each with a line at every one of so many classes. */
async function office(members: number, classes: number) {
  const t = await createTestApp({ today: '2026-01-10', printer: { pdf: printer.pdf, paper: () => Promise.reject(new Error('no paper here')) } })
  const create = async (type: 'organization' | 'person' | 'activity', draft: Record<string, unknown>) =>
    String((await t.call('records.create', { type, draft })).id)
  const branch = await create('organization', draftOf(organization, { name: '机关第一党支部', kind: 'branch' }))
  const people: string[] = []
  for (let i = 0; i < members; i++)
    people.push(await create('person', draftOf(person, { name: `同志${i}`, idNumber: idNumber(i), category: 'full', organizationId: branch })))
  let activityId = ''
  for (let i = 0; i < classes; i++) {
    const day = `2025-03-${String(i + 1).padStart(2, '0')}`
    activityId = await create(
      'activity',
      draftOf(activity, {
        name: `支部理论学习第${i + 1}讲：基层治理与服务群众工作专题研讨`,
        kind: 'branchStudy',
        startsOn: day,
        endsOn: day,
        hours: 1,
        counts: true,
      }),
    )
    await t.call('attendance.save', { activityId, version: 1, lines: people.map(personId => ({ personId, state: 'present', hours: 1 })) })
  }
  const pdf = async (form: 'studySummary' | 'studyArchive' | 'studyShort' | 'signIn', params = {}) => {
    const path = join(t.folder, `${form}.pdf`)
    const { pages } = await t.call('forms.pdf', { form, params: { year: 2025, ...params }, file: t.tokens.offer(path), job: 'j' })
    const texts = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
    return { pages, texts, bytes: readFileSync(path, 'latin1') }
  }
  return { ...t, activityId, people, pdf }
}

const plain = (text: string | undefined) => (text ?? '').replaceAll(/\s/g, '')
const sizesOf = (bytes: string) => [
  ...new Set(
    [...bytes.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => `${Math.round(Number(w) / 2.8346)}×${Math.round(Number(h) / 2.8346)}`),
  ),
]

test('the summary prints on A4 across, headings on every page, totals on the last only, each page numbered', async () => {
  const { pdf } = await office(40, 2)
  const { pages, texts, bytes } = await pdf('studySummary')
  expect(sizesOf(bytes)).toEqual(['297×210'])
  expect(pages).toBe(3)
  expect(texts).toHaveLength(3)
  for (const [i, text] of texts.entries()) {
    expect(plain(text)).toContain(`第${i + 1}页共3页`)
    expect(plain(text)).toContain('各类培训完成学时数')
    expect(plain(text).includes('合计')).toBe(i === 2)
    expect(plain(text).includes('填报单位')).toBe(i === 0)
  }
  const all = texts.join('\n')
  for (let i = 0; i < 40; i++) expect(all.match(new RegExp(`同志${i}\\b`, 'g')), `同志${i}`).toHaveLength(1)
  expect(plain(texts[2])).toMatch(/合计1280806\.3%0008000人免0人/)
}, 60_000)

test('archives print in one job, each numbered from its own first page', async () => {
  const { pdf } = await office(3, 12)
  const { pages, texts, bytes } = await pdf('studyArchive', { watermark: false })
  expect(sizesOf(bytes)).toEqual(['210×297'])
  expect(pages).toBe(6)
  expect(texts.map(text => /第\d+页共\d+页/.exec(plain(text))?.[0])).toEqual([
    '第1页共2页',
    '第2页共2页',
    '第1页共2页',
    '第2页共2页',
    '第1页共2页',
    '第2页共2页',
  ])
  for (const [i, text] of texts.entries()) expect(plain(text).includes('本人')).toBe(i % 2 === 1)
  expect(texts.join('')).not.toContain('内部资料')
}, 60_000)

test('a watermark stands on every page, and a sheet of 74 names takes two pages', async () => {
  const { pdf, activityId } = await office(74, 1)
  const { pages, texts } = await pdf('signIn', { activityId, blankRows: 0 })
  expect(pages).toBe(2)
  for (const text of texts) expect(plain(text)).toContain('内部资料')
  expect(plain(texts[0])).toMatch(/序号姓名签名备注序号姓名签名备注1同志\d+.*21同志\d+/)
  expect(plain(texts[1])).toContain('应到74人')
}, 60_000)
