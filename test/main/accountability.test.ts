import { expect, test } from 'vitest'
import { caseRecord } from '../../shared/forms/case-record.ts'
import { smallOffice } from '../support/office.ts'

/** A case whose talk was let slip, with who was held to account for it. */
async function office() {
  const t = await smallOffice()
  const { call, add, first } = t
  const { caseId } = await t.openCase('沈听澜')
  const given = {
    caseId,
    organizationId: first,
    liable: '唐立',
    link: '入党谈话',
    problem: '收到申请书后两个月没有谈话。',
    handling: '提醒谈话。',
    basis: '本单位五项制度第九条',
    decidedOn: '2026-11-16',
  }
  const id = await add('accountability', given)
  const lines = async () => {
    const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds: [caseId] } })
    return caseRecord.props.parse(props).cases[0]?.phases.find(({ label }) => label === '责任追究')?.lines
  }
  return { ...t, caseId, given, id, lines }
}

test('责任追究 is kept with the case, shown on it and in the 纪实表: who, at which step, what for, what became of it, by what rule', async () => {
  const { call, caseId, given, lines } = await office()
  expect((await call('case.get', { caseId })).accountabilities).toMatchObject([given])
  expect(await lines()).toEqual([
    {
      no: '',
      step: '入党谈话',
      when: '2026.11.16',
      said: '责任人：唐立；问题：收到申请书后两个月没有谈话；处理：提醒谈话；依据：本单位五项制度第九条',
      materials: '',
    },
  ])
})

test('it has a register of its own, by organization; one that was voided stays on the case with its reason and leaves the 纪实表', async () => {
  const { call, caseId, id, first, second, lines } = await office()
  const inRegister = async (organizationId: string) => (await call('records.list', { type: 'accountability', organizationId, limit: 10 })).total
  expect([await inRegister(first), await inRegister(second)]).toEqual([1, 0])
  await call('records.void', { type: 'accountability', id, version: 1, reason: '登记错了' })
  expect(await inRegister(first)).toBe(0)
  expect((await call('case.get', { caseId })).accountabilities).toMatchObject([{ voidReason: '登记错了' }])
  expect(await lines()).toBe(undefined)
})

test('a 纪实表 of a case that nobody was held to account for says nothing of it', async () => {
  const { call, openCase } = await office()
  const { caseIds } = await openCase('霍景和')
  const { props } = await call('forms.preview', { form: 'caseRecord', params: { caseIds } })
  expect(caseRecord.props.parse(props).cases[0]?.phases.map(({ label }) => label)).not.toContain('责任追究')
})

test('who, where, what for and what became of it are asked for; a case is not: it may be one that was never kept here', async () => {
  const { add } = await office()
  await expect(add('accountability', { liable: '唐立', decidedOn: '2026-11-16' })).rejects.toMatchObject({
    facts: { issues: [{ path: 'link' }, { path: 'problem' }, { path: 'handling' }] },
  })
  await add('accountability', { liable: '唐立', link: '公示', problem: '只贴了三天。', handling: '批评教育。', decidedOn: '2026-11-16' })
})
