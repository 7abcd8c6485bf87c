import { describe, expect, test } from 'vitest'
import { presets } from '../../shared/domain/presets.ts'
import { shippedQuota } from '../../shared/quotas/index.ts'
import { parameterCatalogue, parameterOn } from '../../shared/rules/parameters.ts'
import { standingOf, targetOf } from '../../shared/rules/quota.ts'
import { partyRoleOf } from '../../shared/rules/roles.ts'

const member = { category: 'full', role: 'none', unitKind: null, leader: false, leaderLevel: null } as const
const studyHours = shippedQuota('study-hours') ?? raise()

function raise(): never {
  throw new Error('no quota')
}

describe('targets (党员教育管理工作条例 第二十条)', () => {
  test('a member owes 32 hours, a secretary or committee member 56', () => {
    expect(targetOf(studyHours, member, presets.college, '2025-12-31')?.amount).toBe(32)
    expect(targetOf(studyHours, { ...member, role: 'secretary' }, presets.college, '2025-12-31')?.amount).toBe(56)
  })

  test('of several roles the highest target binds', () => {
    const secretaryInAgency = { ...member, role: 'secretary', unitKind: 'agency' } as const
    expect(targetOf(studyHours, secretaryInAgency, presets.county, '2025-12-31')).toMatchObject({
      label: '机关事业单位党员',
      parameter: { value: 12 },
      amount: 96,
    })
  })

  test('a county asks 12 working days of agencies and 6 of others, at 8 hours a day', () => {
    expect(targetOf(studyHours, { ...member, unitKind: 'institution' }, presets.county, '2025-12-31')?.amount).toBe(12 * 8)
    expect(targetOf(studyHours, { ...member, unitKind: 'village' }, presets.county, '2025-12-31')?.amount).toBe(6 * 8)
  })

  test('the days come to fewer hours where the office counts fewer a day', () => {
    const sixHours = presets.county.map(p => (p.key === 'study.hoursPerDay' ? { ...p, value: 6 } : p))
    expect(targetOf(studyHours, { ...member, unitKind: 'agency' }, sixHours, '2025-12-31')).toMatchObject({ amount: 72 })
    // 6 days of 6 hours are 36, still more than the national 32.
    expect(targetOf(studyHours, member, sixHours, '2025-12-31')).toMatchObject({ amount: 36, parameter: { key: 'study.memberDays' } })
  })

  test('a new number leaves earlier years as they were', () => {
    const raised = [...presets.college, { key: 'study.member', value: 40, startsOn: '2026-01-01', clause: null, basis: 'policy' } as const]
    expect(targetOf(studyHours, member, raised, '2025-12-31')?.amount).toBe(32)
    expect(targetOf(studyHours, member, raised, '2026-12-31')?.amount).toBe(40)
  })

  test('before a rule began nobody was under it', () => expect(targetOf(studyHours, member, presets.college, '2018-12-31')).toBeUndefined())
})

test.each([
  ['the day before', '2019-05-05', undefined],
  ['the first day', '2019-05-06', 32],
  ['the day after', '2019-05-07', 32],
])('a parameter is in force from its first day on: %s', (_, day, value) => {
  expect(parameterOn(presets.national, 'study.member', day)?.value).toBe(value)
})

test.each(Object.entries(presets))('preset %s uses only known parameters within their bounds', (_, parameters) => {
  for (const { key, value } of parameters) {
    const meaning = parameterCatalogue[key]
    expect(meaning, key).toBeDefined()
    expect(value).toBeGreaterThanOrEqual(meaning?.min ?? Infinity)
    expect(value).toBeLessThanOrEqual(meaning?.max ?? -Infinity)
  }
})

const year = { from: '2025-01-01', until: '2025-12-31' }

test.each([
  [32, false, 'met', 0],
  [31.999_999_9, false, 'met', 0],
  [31.5, false, 'near', 0.5],
  [24, false, 'near', 8],
  [23.99, false, 'short', 8.01],
  [24, true, 'short', 8],
  [0, false, 'short', 32],
] as const)('%s of 32 hours, year over %s: %s, missing %s', (done, periodOver, state, missing) => {
  expect(
    standingOf({ done, target: 32, exempt: false, period: year }, { today: periodOver ? '2026-01-01' : '2025-12-31', warnWithin: 8, running: 'short' }),
  ).toMatchObject({ state, missing })
})

test('the exempt owe nothing, whatever they did', () => {
  expect(standingOf({ done: 0, target: 32, exempt: true, period: year }, { today: '2026-01-01', warnWithin: 8, running: 'short' })).toEqual({
    state: 'exempt',
    met: true,
    missing: 0,
  })
})

test.each([
  ['党支部书记', 'secretary'],
  ['支部副书记', 'committee'],
  ['组织委员', 'committee'],
  ['支部委员、工会主席', 'committee'],
  ['党支部副书记兼党总支书记', 'secretary'],
  ['党委委员', 'committee'],
  ['支委', 'committee'],
  ['党委常委', 'committee'],
  ['支部班子成员', 'committee'],
  ['支部书记（兼）', 'secretary'],
  ['支部书记（原组织委员）', 'secretary'],
  ['前进村党支部书记', 'secretary'],
  ['原支部书记', 'none'],
  ['原机电系党支部书记', 'none'],
  ['支部书记（原）', 'none'],
  ['（原）支部书记', 'none'],
  ['党支部书记（已卸任）', 'none'],
  ['前任支部书记', 'none'],
  ['曾任支部书记', 'none'],
  ['支部委员候选人', 'none'],
  ['书记助理', 'none'],
  ['团支部书记', 'none'],
  ['党小组组长', 'none'],
  ['', 'none'],
  [null, 'none'],
] as const)('%s counts as %s', (post, role) => {
  expect(partyRoleOf(post)).toBe(role)
})
