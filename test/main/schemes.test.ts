import { expect, test } from 'vitest'
import { rowOf } from '../../shared/domain/ballot.ts'
import { schemeTemplates } from '../../shared/schemes/templates.ts'
import { groupsOf } from '../../shared/schemes/template.ts'
import { isReady, schemeFaults } from '../../shared/rules/schemes.ts'
import { smallOffice } from '../support/office.ts'

const draft = { name: '党员量化考核方案', year: 2026, target: 'member', excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60, trimmed: false }
const items = [
  { number: 1, area: '学习教育', name: '参加集中学习', points: 40, rule: '按时参加', evidence: '学时台账' },
  { number: 2, area: '岗位业绩', name: '本职工作实绩', points: 60 },
]
const groups = [
  { code: 'members', label: '党员互评', weight: 60, minimum: 66.67 },
  { code: 'leaders', label: '领导考评', weight: 40 },
]
const vetoes = [{ number: 1, matter: '受到党纪处分' }]

async function withScheme() {
  const t = await smallOffice()
  const { id } = await t.call('scheme.save', { draft, items, groups, vetoes })
  return { ...t, id }
}

/** A ballot that scores by the scheme, with a count that is open or closed. */
async function counted(t: Awaited<ReturnType<typeof withScheme>>) {
  const name = '机关党支部量化考核'
  return t.add('ballot', { name, kind: 'performance', organizationId: t.first, year: 2026, schemeId: t.id })
}

test('a scheme is kept with its items, groups and matters, and read back in the order of documents', async () => {
  const t = await withScheme()
  const kept = await t.call('scheme.get', { schemeId: t.id })
  expect(kept.scheme).toMatchObject(draft)
  expect(kept.items.map(({ name, points, rule }) => [name, points, rule])).toEqual([
    ['参加集中学习', 40, '按时参加'],
    ['本职工作实绩', 60, null],
  ])
  expect(kept.groups.map(({ label }) => label)).toEqual(['领导考评', '党员互评'])
  expect(kept.vetoes).toEqual(vetoes)
  expect(await t.call('scheme.list', { year: 2026 })).toMatchObject([
    { name: draft.name, items: 2, full: 100, vetoes: 1, short: 0, ballots: 0, counted: false },
  ])
  expect(await t.call('scheme.list', { year: 2025 })).toEqual([])
})

test('what is short of the document is kept and counted as short; what cannot be summed is refused with every reason', async () => {
  const t = await withScheme()
  const { version } = await t.call('scheme.save', { schemeId: t.id, version: 4, groups: [{ code: 'leaders', label: '领导考评', weight: 90 }] })
  expect(await t.call('scheme.list', { year: 2026 })).toMatchObject([{ short: 2 }])
  await expect(t.call('scheme.save', { schemeId: t.id, version, items: [{ number: 1, area: '学习', name: '学时', points: 0 }] })).rejects.toMatchObject({
    code: 'input.invalid',
    facts: { issues: [{ path: 'items.0.points', message: '“学时”的分值应大于 0，不超过 1000' }] },
  })
  await expect(t.call('scheme.save', { schemeId: t.id, version, draft: { qualifiedFrom: 95 } })).rejects.toMatchObject({
    facts: { issues: [{ message: '合格线应低于优秀线' }] },
  })
})

test('one change is one line to take back: 撤销 brings items and weights back together', async () => {
  const t = await withScheme()
  await t.call('scheme.save', {
    schemeId: t.id,
    version: 4,
    draft: { remark: '试行' },
    items: items.slice(0, 1),
    groups: [{ code: 'members', label: '党员互评', weight: 100 }],
  })
  await t.call('undo.last', {})
  const kept = await t.call('scheme.get', { schemeId: t.id })
  expect([kept.scheme['remark'], kept.items.length, kept.groups.length]).toEqual([null, 2, 2])
})

test('a save by someone who has not seen the last change is refused', async () => {
  const t = await withScheme()
  await t.call('scheme.save', { schemeId: t.id, version: 4, draft: { remark: '试行' } })
  await expect(t.call('scheme.save', { schemeId: t.id, version: 4, draft: { remark: '修订' } })).rejects.toMatchObject({ code: 'record.changedByOther' })
})

test('a copy for the next year has everything but the approval; a name that the year has is refused', async () => {
  const t = await withScheme()
  await t.call('scheme.save', { schemeId: t.id, version: 4, draft: { approvedOn: '2026-01-08' } })
  await expect(t.call('scheme.copy', { schemeId: t.id, year: 2026, name: draft.name })).rejects.toMatchObject({
    facts: { issues: [{ message: '2026 年已有“党员量化考核方案”，请换一个名称' }] },
  })
  const { id } = await t.call('scheme.copy', { schemeId: t.id, year: 2027, name: draft.name })
  const [before, after] = [await t.call('scheme.get', { schemeId: t.id }), await t.call('scheme.get', { schemeId: id })]
  expect(after.scheme).toMatchObject({ ...draft, year: 2027, approvedOn: null })
  expect([after.items, after.groups, after.vetoes]).toEqual([before.items, before.groups, before.vetoes])
})

test('a scheme by which papers have been counted is not changed from any screen; it is copied', async () => {
  const t = await withScheme()
  const ballotId = await counted(t)
  const row = rowOf({ number: 1, name: '张三' })
  await t.call('ballot.save', { ballotId, version: 1, rows: [row], groups: [{ code: 'all', label: '全体', weight: 100, eligible: null }] })
  await t.call('scheme.save', { schemeId: t.id, version: 4, draft: { remark: '计票前还能改' } })
  await t.call('ballot.count', { ballotId, way: 'totals', returns: [{ groupCode: 'all', issued: 3, returned: 3, valid: 3, invalid: 0 }] })
  const refused = { code: 'input.invalid', facts: { issues: [{ message: '“机关党支部量化考核”已按这个方案计票，方案没有改动。复制一份再改。' }] } }
  await expect(t.call('scheme.save', { schemeId: t.id, version: 5, draft: { basicFrom: 50 } })).rejects.toMatchObject(refused)
  await expect(t.call('records.update', { type: 'scheme', id: t.id, version: 5, draft: { ...draft, basicFrom: 50 } })).rejects.toMatchObject(refused)
  await expect(t.call('records.void', { type: 'scheme', id: t.id, version: 5, reason: '不用了' })).rejects.toMatchObject({ code: 'record.inUse' })
  expect((await t.call('scheme.get', { schemeId: t.id })).ballots).toMatchObject([{ name: '机关党支部量化考核', organization: '第一党支部', counted: true }])
  await t.call('scheme.copy', { schemeId: t.id, year: 2026, name: '党员量化考核方案（修订）' })
})

test.each(schemeTemplates)('the sample $name is whole, adds up, and can be kept as it comes', async template => {
  const lines = {
    items: template.items,
    groups: groupsOf(template, (_, otherwise) => otherwise),
    vetoes: template.vetoes.map((matter, i) => ({ number: i + 1, matter })),
  }
  expect(schemeFaults(lines)).toEqual([])
  expect(isReady({ ...template, ...template.cutOffs, ...lines })).toBe(true)
  expect(template.items.reduce((sum, { points }) => sum + points, 0)).toBe(100)
  const t = await smallOffice()
  const { name, target, source, remark } = template
  const { id } = await t.call('scheme.save', {
    draft: { name, year: 2026, target, source, remark, trimmed: false, ...template.cutOffs },
    items: [...lines.items],
    groups: lines.groups,
    vetoes: lines.vetoes,
  })
  expect((await t.call('scheme.get', { schemeId: id })).items).toHaveLength(template.items.length)
})

test('the standards of 五个好 are the document’s: 5 and 20 for organizations, 5 for members', () => {
  const [organization, member] = ['goodOrganizations', 'goodMembers'].map(code => schemeTemplates.find(t => t.code === code))
  const areas = Map.groupBy(organization?.items ?? [], ({ area }) => area)
  expect([...areas].map(([area, list]) => `${area} ${list.length}`)).toEqual([
    '领导班子好 5',
    '党员干部队伍好 5',
    '工作机制好 5',
    '工作业绩好 3',
    '基层和群众反映好 2',
  ])
  expect(member?.items.map(({ name }) => name)).toEqual(['政治素质好', '工作业绩好', '服务群众好', '履行义务好', '思想作风好'])
})
