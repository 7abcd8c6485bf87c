import { expect, test } from 'vitest'
import { categoryWithout, type Recorded } from '../../shared/procedures/follows.ts'
import { smallOffice } from '../support/office.ts'

/** A case of an applicant by the door, with short words for what is done with its steps. */
async function office() {
  const t = await smallOffice({ today: '2028-03-01' })
  const { call, read } = t
  const { personId, caseId } = await t.openCase('沈听澜')
  const whole = () => call('case.get', { caseId })
  const put = (step: string, draft: Record<string, unknown>) => call('case.record', { caseIds: [caseId], step, draft })
  const rowOf = async (step: string, voided = false) => {
    const found = (await whole()).records.find(row => row['step'] === step && (row['voidedAt'] !== null) === voided)
    if (!found) throw new Error(step)
    return { type: 'caseStep' as const, id: String(found['id']), version: Number(found['version']) }
  }
  const withdraw = async (step: string) => call('records.void', { ...(await rowOf(step)), reason: '登记错了' })
  const restore = async (step: string) => call('records.restore', { ...(await rowOf(step, true)), reason: '没有登记错' })
  const change = async (step: string, draft: Record<string, unknown>) => {
    const { id, version } = await rowOf(step)
    return call('case.change', { stepId: id, version, draft })
  }
  const ended = async () => {
    const { record } = await whole()
    return [record['closedOn'], record['outcome']]
  }
  const category = async () => (await read('person', personId))['category']
  return { ...t, personId, caseId, whole, put, withdraw, restore, change, ended, category }
}

const open = [null, null]

test('a step that ended the case by mistake is withdrawn: the case is open again; taken back into it, it ends it again; 撤销 goes either way', async () => {
  const { call, put, withdraw, restore, ended } = await office()
  await put('review', { doneOn: '2026-11-02', result: 'failed' })
  const over = ['2026-11-02', '政治审查不合格']
  expect(await ended()).toEqual(over)
  await withdraw('review')
  expect(await ended()).toEqual(open)
  await restore('review')
  expect(await ended()).toEqual(over)
  await call('undo.last', {})
  expect(await ended()).toEqual(open)
  await restore('review')
  await withdraw('review')
  await call('undo.last', {})
  expect(await ended()).toEqual(over)
})

test('a case that a person ended stays ended, whatever step is withdrawn or comes back', async () => {
  const { call, caseId, whole, put, withdraw, restore, ended } = await office()
  await put('review', { doneOn: '2026-11-02', result: 'failed' })
  const version = async () => Number((await whole()).record['version'])
  await call('case.end', { caseId, version: await version(), closedOn: null, outcome: null })
  await call('case.end', { caseId, version: await version(), closedOn: '2026-11-20', outcome: '本人撤回' })
  await withdraw('review')
  expect(await ended()).toEqual(['2026-11-20', '本人撤回'])
  await restore('review')
  expect(await ended()).toEqual(['2026-11-20', '本人撤回'])
})

test('of two steps that both end the case, withdrawing one leaves it ended', async () => {
  const { call, caseId, whole, put, withdraw, ended } = await office()
  await put('review', { doneOn: '2026-11-02', result: 'failed' })
  await call('case.end', { caseId, version: Number((await whole()).record['version']), closedOn: null, outcome: null })
  await put('candidateNotice', { startedOn: '2026-11-02', doneOn: '2026-11-10', result: 'affected' })
  await withdraw('review')
  expect(await ended()).toEqual(['2026-11-10', '公示后不再列为发展对象'])
})

test('of two steps that both end the case, the one that did is withdrawn: it is ended by the other, on its day and as it came out', async () => {
  const { put, withdraw, restore, ended } = await office()
  await put('review', { doneOn: '2026-11-02', result: 'failed' })
  await withdraw('review')
  await put('candidateNotice', { startedOn: '2026-11-02', doneOn: '2026-11-10', result: 'affected' })
  await restore('review')
  await withdraw('candidateNotice')
  expect(await ended()).toEqual(['2026-11-02', '政治审查不合格'])
})

test('of a voided case no step is withdrawn, which could not be followed: first the case comes back', async () => {
  const { call, caseId, whole, put, withdraw, ended } = await office()
  await put('review', { doneOn: '2026-11-02', result: 'failed' })
  const one = async () => ({ type: 'procedureCase' as const, id: caseId, version: Number((await whole()).record['version']) })
  await call('records.void', { ...(await one()), reason: '立错了' })
  await expect(withdraw('review')).rejects.toMatchObject({ code: 'record.voided' })
  await call('records.restore', { ...(await one()), reason: '没有立错' })
  expect(await ended()).toEqual(['2026-11-02', '政治审查不合格'])
  await withdraw('review')
  expect(await ended()).toEqual(open)
})

test('人员类别 follows: withdrawn, the person is what he was before; taken back, what the step makes of him; 撤销 gives it back', async () => {
  const { call, put, withdraw, restore, category } = await office()
  await put('recommendation', { doneOn: '2026-08-03' })
  await put('candidate', { doneOn: '2027-08-10' })
  expect(await category()).toBe('candidate')
  await withdraw('candidate')
  expect(await category()).toBe('activist')
  await restore('candidate')
  expect(await category()).toBe('candidate')
  await call('undo.last', {})
  expect(await category()).toBe('activist')
})

test('an earlier step that is withdrawn takes nothing from who is further on; once the later one goes too, it is what he was before both', async () => {
  const { put, withdraw, category } = await office()
  await put('recommendation', { doneOn: '2026-08-03' })
  await put('candidate', { doneOn: '2027-08-10' })
  await withdraw('recommendation')
  expect(await category()).toBe('candidate')
  await withdraw('candidate')
  expect(await category()).toBe('applicant')
})

test('what somebody has set in the roster since is left alone, and so is what the case did not set', async () => {
  const { call, personId, put, withdraw, category, read } = await office()
  await put('recommendation', { doneOn: '2026-08-03' })
  await call('records.update', { type: 'person', id: personId, version: Number((await read('person', personId))['version']), draft: { category: 'outside' } })
  await withdraw('recommendation')
  expect(await category()).toBe('outside')
  await call('records.update', { type: 'person', id: personId, version: Number((await read('person', personId))['version']), draft: { category: 'activist' } })
  await put('recommendation', { doneOn: '2026-08-03' })
  await withdraw('recommendation')
  expect(await category()).toBe('activist')
})

test('a step that is corrected to another result takes back what the first made of the person and of the case, and does what the second says', async () => {
  const { put, change, ended, category } = await office()
  await put('candidate', { doneOn: '2026-08-10' })
  await put('approval', { doneOn: '2026-11-02', result: 'approved' })
  expect(await category()).toBe('probationary')
  await change('approval', { result: 'failed' })
  expect([await category(), ...(await ended())]).toEqual(['candidate', '2026-11-02', '上级党委不予批准'])
  await change('approval', { result: 'approved' })
  expect([await category(), ...(await ended())]).toEqual(['probationary', ...open])
})

test('党章第七条: an approved cancellation that is withdrawn gives the person 预备党员 back and opens the case', async () => {
  const { put, withdraw, restore, ended, category } = await office()
  await put('approval', { doneOn: '2026-11-02', result: 'approved' })
  await put('conversionMeeting', { doneOn: '2027-12-10', result: 'cancelled' })
  await put('cancellationApproval', { doneOn: '2028-01-05', result: 'approved' })
  expect([await category(), ...(await ended())]).toEqual(['outside', '2028-01-05', '取消预备党员资格'])
  await withdraw('cancellationApproval')
  expect([await category(), ...(await ended())]).toEqual(['probationary', ...open])
  await restore('cancellationApproval')
  expect([await category(), ...(await ended())]).toEqual(['outside', '2028-01-05', '取消预备党员资格'])
})

test('two that each remember the other’s category as the one before come to an end all the same', () => {
  const one = (step: string, result: string | null, categoryBefore: Recorded['categoryBefore'], voidedAt: string | null): Recorded => ({
    step,
    doneOn: '2026-08-03',
    result,
    categoryBefore,
    voidedAt,
  })
  const others = [one('cancellationApproval', 'approved', 'activist', '2026-11-02'), one('recommendation', null, 'outside', '2026-11-02')]
  expect(categoryWithout('membership', one('recommendation', null, 'outside', null), others, 'activist')).toBe('outside')
})
