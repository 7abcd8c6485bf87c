import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ZodError } from 'zod'
import { root } from '../../../build/root.ts'
import { strips } from '../../../renderer/print/index.tsx'
import { formNames } from '../../../shared/api/forms.ts'
import { RecoveryCodeSheet } from '../../../renderer/print/RecoveryCodeSheet.tsx'
import { archiveColumns, type StudyArchiveProps } from '../../../shared/forms/study-archive.ts'
import type { PolicyTableProps } from '../../../shared/forms/policy-table.ts'
import type { SignInProps } from '../../../shared/forms/sign-in.ts'
import { signInColumns } from '../../../shared/forms/sign-in.ts'
import { shortColumns, type StudyShortProps } from '../../../shared/forms/study-short.ts'
import { noHours } from '../../../shared/forms/study-kinds.ts'
import { type StudySummaryProps, summaryColumns, type SummaryRow, totalOf } from '../../../shared/forms/study-summary.ts'

const markup = (template: string, props: object) => renderToStaticMarkup(strips(template, props))
/** The texts of the cells, row by row, of the table that flows. */
const cells = (html: string) =>
  [...(html.split('data-flow=""')[1]?.split('</table>')[0] ?? '').matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*?(?:>(.*?)<\/t[dh]>|\/>)/g)].map(([, text = '']) => text.replaceAll('<br/>', '')),
  )

const member = (given: Partial<SummaryRow>): SummaryRow => ({
  number: 1,
  name: '尹齐',
  post: '机关第一党支部党员',
  category: '党员',
  target: 32,
  done: 0,
  hours: noHours,
  verdict: '未达标',
  remark: '',
  ...given,
})

function summary(rows: readonly SummaryRow[], given: Partial<StudySummaryProps> = {}): StudySummaryProps {
  return {
    watermark: null,
    unit: '机关党委',
    year: 2025,
    rows: [...rows],
    total: totalOf(rows),
    omitted: 0,
    author: '秦以墨',
    filledOn: '2025-12-31',
    notes: ['甲', '乙'],
    ...given,
  }
}

test('08a: headings in two levels, zero printed as 0, the exempt with their reason, totals once at the end', () => {
  const html = markup(
    'studySummary',
    summary([
      member({ number: 1, done: 42.5, hours: { ...noHours, rotation: 24, branch: 18.5 }, verdict: '达标' }),
      member({ number: 2, name: '凌采薇', target: null, verdict: '免', remark: '年老体弱' }),
    ]),
  )
  expect(cells(html)).toEqual([
    ['序号', '姓　名', '时任单位（党支部）及职务', '对象类别', '年度学习任务', '已完成学时数', '完成百分比', '各类培训完成学时数', '是否达标', '备注'],
    ['上级调训', '集中轮训', '党校培训', '支部学习', '网络学习'],
    ['1', '尹　齐', '机关第一党支部党员', '党员', '32', '42.5', '132.8%', '0', '24', '0', '18.5', '0', '达标', ''],
    ['2', '凌采薇', '机关第一党支部党员', '党员', '—', '0', '—', '0', '0', '0', '0', '0', '免', '年老体弱'],
    ['合　计', '32', '42.5', '132.8%', '0', '24', '0', '18.5', '0', '1人', '免1人'],
  ])
  expect(html.match(/data-total/g)).toHaveLength(1)
  expect(html).toContain('填报单位（盖章）：机关党委')
  expect(html).toContain('填报日期：2025年12月31日')
  expect(html).not.toContain('审核人：秦以墨')
})

test('08a: a preview that leaves rows out says so', () => {
  expect(markup('studySummary', summary([member({})], { omitted: 512 }))).toContain('预览略去其余 512 人')
  expect(markup('studySummary', summary([member({})]))).not.toContain('预览')
})

const short = (branches: StudyShortProps['branches']): StudyShortProps => ({
  watermark: null,
  office: '青岚县委组织部',
  year: 2025,
  until: '2025-11-30',
  author: '秦以墨',
  printedOn: '2025-12-01',
  notes: ['甲'],
  branches,
})
const shortRow = { number: 1, name: '卓舟', category: '党员', target: 32, done: 12.5, missing: 19.5, reason: '缺席集中轮训 1 次' }

test('08c: one list for each branch, 补学措施 and 签收 left for the pen, its own sum', () => {
  const html = markup(
    'studyShort',
    short([
      { branch: '第一党支部', rows: [shortRow, { ...shortRow, number: 2, missing: 0.33 }] },
      { branch: '第二党支部', rows: [shortRow] },
    ]),
  )
  expect(html.match(/<article/g)).toHaveLength(2)
  expect(cells(html)[1]).toEqual(['1', '卓　舟', '党员', '32', '12.5', '19.5', '缺席集中轮训 1 次', '', ''])
  expect(html).toContain('共 2 人，合计差 19.83 学时')
  expect(html).toContain('共 1 人，合计差 19.5 学时')
  expect(html).toContain('统计截止：2025年11月30日')
  expect(html).toContain('支部书记（签名）：　')
})

const archive: StudyArchiveProps['people'][number] = {
  name: '方远',
  sex: '男',
  born: '1985.03',
  joined: '2008.06',
  category: '支部书记',
  post: '县档案馆党支部书记',
  phone: '0999-5550131',
  target: '56 学时',
  done: 26,
  percent: '46.4%',
  lines: [
    { number: 1, span: '03.10—03.14', title: '书记轮训班', kind: '集中轮训', organizer: '县直机关工委', hours: 24, completed: '—', remark: '签到' },
    { number: 2, span: '04.10', title: '党课', kind: '党课', organizer: '', hours: 2, completed: '—', remark: '补学' },
  ],
}

test('08b: one archive for each person, the lines, their total, room for three opinions', () => {
  const html = markup('studyArchive', { watermark: null, year: 2025, people: [archive, { ...archive, lines: [], done: 0 }] })
  expect(html.match(/<article/g)).toHaveLength(2)
  expect(cells(html).slice(1)).toEqual([
    ['1', '03.10—03.14', '书记轮训班', '集中轮训', '县直机关工委', '24', '—', '签到'],
    ['2', '04.10', '党课', '党课', '', '2', '—', '补学'],
    ['合　计', '26', ''],
  ])
  expect(html).toContain('方　远')
  expect(html).toContain('本年度没有计入学时的培训记录')
  for (const opinion of ['以上学习记录属实。', '支部书记（签名）：', '审核人（签名）：']) expect(html.split(opinion)).toHaveLength(3)
})

test('08d: numbered down, then right; a page break before the 41st; blank places have a number and no name', () => {
  const props: SignInProps = {
    watermark: null,
    title: '主题党日',
    span: '2025年7月1日',
    place: '',
    organizer: '',
    hours: '4 学时',
    names: ['尹齐', ...Array.from({ length: 40 }, (_, i) => `党员${i}`)],
    blanks: 2,
  }
  const html = markup('signIn', props)
  const rows = cells(html)
  expect(rows[1]).toEqual(['1', '尹　齐', '', '', '21', '党员19', '', ''])
  expect(rows.at(-1)).toEqual(['42', '', '', '', ''])
  expect(html.match(/data-break/g)).toHaveLength(1)
  expect(html).toContain('应到 41 人')
})

test('a watermark lies on the document, its text whole; without one there is no layer', () => {
  const text = '青岚县委组织部　经办人 秦以墨　2026-11-23 15:20　内部资料'
  expect(markup('studyArchive', { watermark: text, year: 2025, people: [archive] }).split(text).length).toBeGreaterThan(10)
  expect(markup('studyArchive', { watermark: null, year: 2025, people: [archive] })).not.toContain('form-watermark')
})

test('a name of more than five characters is set smaller, so that its row keeps its height', () => {
  expect(markup('studySummary', summary([member({ name: '阿卜杜拉·买买提江' })]))).toContain('<td class="tight">阿卜杜拉·买买提江</td>')
})

test('text is text: nothing a record holds becomes markup', () => {
  expect(markup('studySummary', summary([member({ name: '<b>甲</b>' })]))).toContain('&lt;b&gt;甲&lt;/b&gt;')
})

test.each([
  ['08a', summaryColumns, 277],
  ['08b', archiveColumns, 170],
  ['08c', shortColumns, 174],
  ['08d', signInColumns, 170],
])('%s: the columns fill the type area, less the rule at its edge', (_, columns, width) => {
  const sum = columns.reduce((total, column) => total + column.mm, 0)
  expect(width - sum).toBeGreaterThanOrEqual(0)
  expect(width - sum).toBeLessThanOrEqual(0.5)
})

test('props that are not those of the form are refused before anything is printed', () => {
  expect(() => markup('studySummary', { year: '2025' })).toThrow()
  expect(() => markup('ballot', {})).toThrow('no print template named ballot')
})

test('恢复码: the six groups in order, office and day, a register of openings', () => {
  const html = renderToStaticMarkup(<RecoveryCodeSheet office="临江工业职业学院党委" code="A7KQ2-MNP4R-T8WXZ-3BCDE-FGH6J-9LSUV" on="2026年11月23日" />)
  expect([...html.matchAll(/<small>(\d)<\/small><span>(\w+)<\/span>/g)].map(([, n, group]) => `${n}${group}`)).toEqual([
    '1A7KQ2',
    '2MNP4R',
    '3T8WXZ',
    '43BCDE',
    '5FGH6J',
    '69LSUV',
  ])
  for (const text of ['台账：临江工业职业学院党委', '建立日期：2026年11月23日', '启封日期', '遗失不补']) expect(html).toContain(text)
})

test('the stylesheet carries no rule that could reach the screen outside forms', () => {
  const css = readFileSync(join(root, 'renderer/print/forms.css'), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '')
  const selectors = [...css.matchAll(/^([^\s@}][^{]*)\{/gm)].map(([, selector = '']) => selector.trim())
  expect(selectors.filter(s => !/^\.form\b|^body\b.*form-/.test(s))).toEqual([])
})

test('制度落实对照表: a table for each document, with how many clauses stand how', () => {
  const row = { code: 'M043', phrase: '集体教育时间', number: '12 / 6 个工作日', text: '累计不少于12个工作日', servedBy: '指标：学时', state: '欠缺 3' }
  const documents = [
    { title: '长效机制文件意见', totals: '欠缺 1', rows: [row] },
    { title: '五个好党员实施意见', totals: '尚无 1', rows: [{ ...row, code: 'M089', servedBy: '', state: '尚无' }] },
  ]
  const common = { watermark: null, office: '机关党委', author: '秦以墨', printedOn: '2026-11-23', notes: ['甲'] }
  const html = markup('policyTable', { ...common, documents } satisfies PolicyTableProps)
  expect(html.split('<article').length - 1).toBe(2)
  expect(cells(html)).toEqual([
    ['编　号', '机　制', '数　量', '条　文', '由谁承接', '状　态'],
    ['M043', '集体教育时间', '12 / 6 个工作日', '累计不少于12个工作日', '指标：学时', '欠缺 3'],
  ])
  expect(html).toContain('共 1 条：欠缺 1')
})

const reminderRow = {
  number: 1,
  title: '10 月主题党日',
  asks: '每月 1 次',
  now: '没有记录',
  due: '10月31日',
  left: '逾期 23 天',
  late: true,
  clause: '第十六条',
}

test('工作提醒单: a letter to each organization with its own table, what is overdue counted in its words', () => {
  const html = markup('reminderSheet', {
    watermark: null,
    office: '机关党委',
    author: '秦以墨',
    printedOn: '2026-11-23',
    answerBy: '2026-11-30',
    bodies: [
      { body: '第一党支部', leader: '卓舟', rows: [reminderRow, { ...reminderRow, number: 2, late: false, left: '剩 7 天' }] },
      { body: '机关党委', leader: '', rows: [{ ...reminderRow, late: false }] },
    ],
  })
  expect(html.match(/<article/g)).toHaveLength(2)
  expect(html).toContain('第一党支部：')
  expect(html).toContain('你支部有下列 2 项工作已逾期或临近到期，其中逾期 1 项。请于2026年11月30日前办理')
  expect(html).toContain('你单位有下列 1 项工作临近到期。')
  expect(cells(html).slice(1)[0]?.slice(0, 4)).toEqual(['1', '10 月主题党日', '每月 1 次', '没有记录'])
  expect(html).toContain('收件人：卓舟')
})

test.each(formNames)('%s can be printed: it has a template, or says what is written on it', name => {
  // What it is given is refused by the form itself, not for want of a template.
  expect(() => strips(name, null)).toThrow(ZodError)
})
