import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { chromiumPrinter } from '../../build/chromium-host/printer.ts'
import { caseFlow } from '../../shared/forms/case-flow.ts'
import { caseMaterials } from '../../shared/forms/case-materials.ts'
import { caseProgress } from '../../shared/forms/case-progress.ts'
import { caseRecord } from '../../shared/forms/case-record.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { smallOffice } from '../support/office.ts'

/** The steps of the ordinary way. */
const steps = membership.rules.at(-1)?.steps.filter(({ detour }) => !detour) ?? []

/** A case that has come to its end, every step with its day and materials. */
async function finished(options: Parameters<typeof smallOffice>[0] = {}) {
  const office = await smallOffice({ today: '2029-03-05', ...options })
  const { call, member, add } = office
  const personId = await member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null, workPost: '实训中心教师' })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: '周敏', personIds: [personId] })
  const [caseId = ''] = caseIds
  for (const [i, { key, asks = [], results = [], materials = [] }] of steps.entries()) {
    const doneOn = `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-15`
    const given = Object.fromEntries(
      asks.flatMap(({ kind }): [string, unknown][] => {
        if (kind === 'vote') return Object.entries({ eligible: 24, present: 22, agree: 21, against: 1, abstain: 0 })
        if (kind === 'hours') return [['hours', 24]]
        if (kind === 'people') return [['people', '陆知行、霍景和']]
        if (kind === 'number') return [['number', `院委〔2026〕${i} 号`]]
        return kind === 'place' ? [['place', '公告栏']] : kind === 'opinion' ? [['opinion', '同意。']] : []
      }),
    )
    await call('case.record', { caseIds: [caseId], step: key, draft: { ...given, doneOn, result: results[0]?.key ?? null } })
    for (const { key: material, label } of materials.filter(({ oneOf }, at) => oneOf === undefined || at === 0))
      if (!(key === 'talk')) await add('caseMaterial', { caseId, step: key, material, name: label, madeOn: doneOn, pages: 2, file: null })
  }
  return { ...office, caseId }
}

test('the 25 steps of a finished case fill the 纪实表: days, people, numbers, votes, materials, by phase', async () => {
  const { call, caseId } = await finished()
  const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds: [caseId] } })
  const [document] = caseRecord.props.parse(props).cases
  const lines = document?.phases.flatMap(({ lines: own }) => own) ?? []
  expect(document).toMatchObject({
    title: '发展党员全程纪实表',
    name: '沈听澜',
    branch: '第一党支部',
    workPost: '实训中心教师',
    outcome: '2028-04-15 转为正式党员',
  })
  expect(document?.phases.map(({ label }) => label)).toEqual([...membership.phases])
  expect(lines.filter(({ when }) => when === '')).toEqual([])
  expect(new Set(lines.map(({ no }) => Number(no)))).toEqual(new Set([...steps.map(({ no }) => no), 19]))
  expect(lines.find(({ step }) => step === '确定入党介绍人')).toMatchObject({ no: '11', said: '入党介绍人：陆知行、霍景和' })
  expect(lines.find(({ step }) => step === '支部党员大会讨论')).toMatchObject({
    no: '15',
    said: '结果：通过；表决：赞成 21，不赞成 1，弃权 0（应到 24，实到 22）',
    materials: '支部大会会议记录；票决结果汇总表',
  })
})

test('a step that was taken again stands with both rounds, what was withdrawn not at all, what is still to come is left for the pen', async () => {
  const { call, member } = await smallOffice()
  const personId = await member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: null, personIds: [personId] })
  const record = (step: string, draft: Record<string, unknown>) => call('case.record', { caseIds, step, draft })
  await record('consent', { doneOn: '2026-10-12', result: 'returned', number: '退 1' })
  await record('consent', { doneOn: '2026-11-02', result: 'agreed', number: '院委 3' })
  await record('talk', { doneOn: '2026-10-01', people: '周敏' })
  const taken = (await call('case.get', { caseId: caseIds[0] ?? '' })).records.find(found => found['step'] === 'talk')
  await call('records.void', { type: 'caseStep', id: String(taken?.['id']), version: Number(taken?.['version']), reason: '登记有误' })
  const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds } })
  const lines = caseRecord.props.parse(props).cases[0]?.phases.flatMap(({ lines: own }) => own) ?? []
  expect(lines.filter(({ step }) => step === '报上级党委同意').map(({ when, said }) => [when, said])).toEqual([
    ['2026.10.12', '第 1 轮；结果：退回继续培养；批复文号：退 1'],
    ['2026.11.02', '结果：同意拟列为发展对象；批复文号：院委 3'],
  ])
  expect(lines.find(({ step }) => step === '党组织派人谈话')).toMatchObject({ when: '', said: '' })
})

test('材料清单 lists what is on file and what a step that was taken lacks, and adds up; as a workbook too', async () => {
  const { call, caseId, tokens, folder } = await finished()
  const { props } = await call('forms.preview', { form: 'caseMaterials', params: { caseIds: [caseId] } })
  const [document] = caseMaterials.props.parse(props).cases
  expect(document?.rows.filter(({ state }) => state === '缺')).toMatchObject([
    { step: '党组织派人谈话', name: '入党申请人谈话记录' },
    { step: '政治审查', name: '函调信和回函或谈话、查档、走访记录' },
  ])
  expect(document).toMatchObject({ lacking: 2, filed: (document?.rows.length ?? 0) - 2, pages: 2 * (document?.filed ?? 0) })
  const path = join(folder, '清单.xlsx')
  const { rows } = await call('forms.xlsx', { form: 'caseMaterials', params: { caseIds: [caseId] }, file: tokens.offer(path) })
  const book = new Workbook()
  await book.xlsx.readFile(path)
  expect(rows).toBe(document?.rows.length)
  expect(book.worksheets[0]?.name).toBe('材料清单')
})

test('a form of cases wants to know of which', async () => {
  const { call } = await smallOffice()
  await expect(call('forms.preview', { form: 'caseRecord', params: {} })).rejects.toMatchObject({ facts: { issues: [{ message: '先选一个卷宗' }] } })
})

test('both print on A4 with the heading on every page', { timeout: 120_000 }, async () => {
  const printer = await chromiumPrinter()
  try {
    const { call, caseId, tokens, folder } = await finished({ printer: { pdf: printer.pdf, paper: () => Promise.reject(new Error('no paper here')) } })
    for (const [form, words, pages] of [
      ['caseRecord', ['发展党员全程纪实表', '票决结果汇总表', '转正申请书', '填表人：周敏'], 2],
      ['caseMaterials', ['发展党员材料清单', '接收预备党员批复', '移交人（签名）'], 2],
    ] as const) {
      const path = join(folder, `${form}.pdf`)
      expect((await call('forms.pdf', { form, params: { caseIds: [caseId] }, file: tokens.offer(path), job: 'j' })).pages).toBe(pages)
      if (process.env['KEEP_PDF']) execFileSync('cp', [path, process.env['KEEP_PDF']])
      const texts = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
      for (const word of words) expect(texts.replaceAll(/\s/g, '')).toContain(word)
    }
  } finally {
    await printer.close()
  }
})

test('进度表 says where the open cases of a body stand, what is due first; those that have ended are not on it', async () => {
  const { call, member, second, tokens, folder } = await smallOffice()
  const way = (name: string, more: object = {}) => member({ name, category: 'applicant', joinedOn: null, fullMemberOn: null, ...more })
  const personIds = [await way('沈听澜'), await way('霍景和'), await way('陆知行', { organizationId: second })]
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-06-01', owner: '周敏', personIds })
  const [first = '', late = ''] = caseIds
  await call('case.record', { caseIds: [late], step: 'application', draft: { doneOn: '2026-10-01' } })
  const form = 'caseProgress' as const
  const read = async (params: object) => caseProgress.props.parse((await call('forms.preview', { form, params })).props)
  const whole = await read({})
  expect(whole.rows.map(({ name, branch, step, state, dueOn, missing }) => [name, branch, step, state, dueOn, missing])).toEqual([
    ['霍景和', '第一党支部', '党组织派人谈话', '逾期', '2026.11.01', 1],
    ['沈听澜', '第一党支部', '递交入党申请书', '进行中', '', 0],
    ['陆知行', '第二党支部', '递交入党申请书', '进行中', '', 0],
  ])
  expect(whole).toMatchObject({ overdue: 1, byPhase: ['申请入党 3 人', '入党积极分子 0 人', '发展对象 0 人', '接收预备党员 0 人', '预备党员转正 0 人'] })
  expect((await read({ organizationId: second })).rows.map(({ name }) => name)).toEqual(['陆知行'])
  expect((await read({ caseIds: [first] })).rows.map(({ name }) => name)).toEqual(['沈听澜'])
  await call('case.end', { caseId: first, version: 1, closedOn: '2026-11-20', outcome: '本人撤回' })
  const path = join(folder, '进度.xlsx')
  expect(await call('forms.xlsx', { form, params: {}, file: tokens.offer(path) })).toEqual({ rows: 2 })
  await expect(read({ caseIds: [first] })).rejects.toMatchObject({ code: 'form.empty' })
})

test('流程图和时间节点表 has every step of the way once: done with its day, due with its last day and article, waiting with what is known', async () => {
  const { call, member } = await smallOffice({ today: '2026-11-10' })
  const personId = await member({ name: '沈听澜', category: 'applicant', joinedOn: null, fullMemberOn: null })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-10-30', owner: '周敏', personIds: [personId] })
  await call('case.record', { caseIds, step: 'application', draft: { doneOn: '2026-10-30' } })
  const { props } = await call('forms.preview', { form: 'caseFlow', params: { caseIds } })
  const [document] = caseFlow.props.parse(props).cases
  const nodes = document?.phases.flatMap(phase => phase.nodes) ?? []
  expect(nodes.map(({ label }) => label)).toEqual(steps.map(({ label }) => label))
  expect(nodes[0]).toMatchObject({ no: '1', when: '2026.10.30', state: '已办', done: true })
  expect(nodes[1]).toEqual({
    no: '2',
    label: '党组织派人谈话',
    when: '不晚于2026.11.30',
    state: '可办',
    done: false,
    rests: '收到入党申请书后一个月内（第七条）',
  })
  expect(nodes[2]).toMatchObject({ when: '', state: '等前面的步骤', rests: '第八条' })
})
