import { expect, test } from 'vitest'
import { importer } from '../support/importing.ts'
import { password } from '../support/app.ts'

/** An office with its organizations in, and something to do each time the import of the roster reports. */
async function whileImporting(act: (t: Awaited<ReturnType<typeof importer>>) => void) {
  const t = await importer()
  await t.write('organizations', t.fixture('organizations.xlsx'))
  t.listeners.add(push => {
    if (push.event === 'job' && push.job.state === 'running') act(t)
  })
  return { ...t, imported: () => t.write('people', t.fixture('roster.xlsx')) }
}

test('lists answer while an import writes, and never show half of it', async () => {
  const answers: Promise<{ total: number; found: number }>[] = []
  const t = await whileImporting(({ call }) => {
    const list = call('records.list', { type: 'person' })
    const search = call('search.all', { text: '党' })
    answers.push(Promise.all([list, search]).then(([{ total }, hits]) => ({ total, found: hits.filter(h => h.kind === 'person').length })))
  })
  await t.imported()
  const seen = await Promise.all(answers)
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen.map(s => s.total))).toEqual(new Set([0]))
  expect(seen.every(s => s.found === 0)).toBe(true)
  expect((await t.call('records.list', { type: 'person' })).total).toBe(150)
  expect((await t.call('search.all', { text: '王', limit: 50 })).length).toBeGreaterThan(0)
})

test('an office locked in the middle of an import is locked at once, and complete when it is opened again', async () => {
  let locking: Promise<unknown> | undefined
  const t = await whileImporting(({ call }) => (locking ??= call('lobby.lock', {})))
  const importing = t.imported()
  await expect.poll(() => t.pushes.some(p => p.event === 'session' && p.state === 'locked')).toBe(true)
  await expect(t.call('records.list', { type: 'person' })).rejects.toMatchObject({ code: 'session.locked' })
  const unlocking = t.call('lobby.unlock', { user: '经办人', password })
  expect(await importing).toMatchObject({ created: 150, written: true })
  await locking
  await unlocking
  expect((await t.call('records.list', { type: 'person' })).total).toBe(150)
  expect(await t.call('audit.verify', {})).toMatchObject({ ok: true })
})

test('two jobs under one name are both cancelled', async () => {
  const t = await importer()
  await t.write('organizations', t.fixture('organizations.xlsx'))
  t.listeners.add(push => {
    if (push.event === 'job' && push.job.state === 'running') void t.call('jobs.cancel', { id: 'job' })
  })
  const both = await Promise.allSettled([t.write('people', t.fixture('roster.xlsx')), t.write('people', t.fixture('roster.xlsx'))])
  expect(both).toMatchObject([{ reason: { code: 'import.cancelled' } }, { reason: { code: 'import.cancelled' } }])
  expect((await t.call('records.list', { type: 'person' })).total).toBe(0)
})
