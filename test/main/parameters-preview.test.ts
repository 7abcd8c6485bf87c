import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

async function office() {
  const t = await smallOffice({ today: '2026-11-23', preset: 'national' })
  const [a, b] = [await t.member(), await t.member()]
  await t.activity({ name: '轮训', kind: 'rotation', startsOn: '2026-03-02', endsOn: '2026-03-06', hours: 36 }, { [a]: 36, [b]: 24 })
  const preview = (key: string, value: number, startsOn: string, replaces?: string) =>
    t.call('parameters.preview', { key, value, startsOn, ...(replaces && { replaces }) })
  return { ...t, preview }
}

test('a higher target says who would fall short this year, and leaves the last one', async () => {
  const { preview, call } = await office()
  const { bears, quotas } = await preview('study.member', 40, '2026-01-01')
  expect(bears).toBe('targets')
  const hours = quotas.find(q => q.quota === 'study-hours')
  expect(hours?.years.map(y => [y.year, y.before.met, y.after.met, y.after.short])).toEqual([
    [2025, 0, 0, 2],
    [2026, 1, 0, 2],
  ])
  const kept = (await call('quota.people', { quota: 'study-hours', year: 2026 })).people
  expect(kept.filter(p => p.met)).toHaveLength(1)
})

test('0 means that it is not asked for: nobody is required', async () => {
  const { preview } = await office()
  const { quotas } = await preview('study.member', 0, '2026-01-01')
  expect(quotas.find(q => q.quota === 'study-hours')?.years[1]).toMatchObject({ before: { required: 2 }, after: { required: 0, short: 0 } })
})

test('a value that begins next year moves neither this year nor the last', async () => {
  const { preview } = await office()
  const { quotas } = await preview('study.member', 40, '2027-01-01')
  for (const { years } of quotas) for (const { before, after } of years) expect(after).toEqual(before)
})

test('a correction is reckoned in place of what it corrects', async () => {
  const { preview, call } = await office()
  const record = (await call('records.list', { type: 'parameter', limit: 500 })).rows.find(r => r['key'] === 'study.member')
  const { quotas } = await preview('study.member', 20, String(record?.['startsOn']), String(record?.['id']))
  expect(quotas.find(q => q.quota === 'study-hours')?.years[1]?.after).toMatchObject({ required: 2, met: 2 })
})

test('what only reminds, and what sets no quota, says so', async () => {
  const { preview } = await office()
  expect(await preview('quota.warnDaysMonth', 5, '2026-01-01')).toEqual({ bears: 'reminders', quotas: [] })
  expect(await preview('security.idleMinutes', 5, '2026-01-01')).toEqual({ bears: 'other', quotas: [] })
})
