import { expect, test } from 'vitest'
import { draftFrom } from '../../main/records/rows.ts'
import { rowOf } from '../../shared/domain/ballot.ts'
import { sanction } from '../../shared/domain/sanction.ts'
import { smallOffice } from '../support/office.ts'
import { appraise } from '../support/appraise.ts'
import { dossierOffice } from '../support/dossier.ts'

const granted = ['sanction', 'admonition'] as const

/** 党内警告 of 2026-03-10, which lasts until 2027-03-09; the office's day is 2026-11-23. */
const warned = (personId: string) => ({ personId, kind: 'partyWarning', approvedOn: '2026-03-10', document: '纪〔2026〕3 号' })

test('selection: 处分, 诫勉 and 能下 speak before 动议 and again before 讨论决定, each with its length, what it bars, its clause and its record', async () => {
  const { add, call, caseId, wen, deng, ids, whole } = await dossierOffice({ granted })
  const warning = await add('sanction', warned(wen))
  const admonition = await add('admonition', { personId: deng, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-09-01' })
  const bars = async () => (await whole()).findings.filter(({ code }) => code === 'bar')
  const expected = [
    {
      message: '温启明有影响期记录：党内警告，至 2027-03-09，不得提拔职务、进一步使用、被推荐担任高于原任职务的党外职务，请核实',
      clause: expect.stringMatching(/第二十四条第六项；《中国共产党纪律处分条例》（2023）第十条/),
      evidence: { type: 'sanction', id: warning },
    },
    {
      message: '邓文涛有影响期记录：诫勉，至 2027-02-28，不得提拔职务、进一步使用、晋升职务、职级、衔级和级别，请核实',
      evidence: { type: 'admonition', id: admonition },
    },
  ]
  expect(await bars()).toMatchObject(expected)
  await call('selection.advance', { caseId, stage: 'proposed', candidateIds: await ids(), otherwise: null, on: null })
  expect(await bars()).toMatchObject(expected)
  expect((await whole()).gates.find(({ key }) => key === 'bar')).toMatchObject({ state: 'warn', says: '有记录，请核实' })
  expect((await call('selection.list', {})).rows[0]?.findings).toBeGreaterThanOrEqual(2)
})

test('selection: what is over, revoked, or voided says nothing', async () => {
  const { add, call, wen, deng, whole } = await dossierOffice({ granted })
  await add('sanction', { ...warned(wen), approvedOn: '2025-11-23' })
  await add('sanction', { ...warned(deng), revision: 'revoked', revisedOn: '2026-05-01' })
  const mistaken = await add('sanction', { ...warned(deng), kind: 'demerit' })
  const bars = async () => (await whole()).findings.filter(({ code }) => code === 'bar').map(({ message }) => message)
  expect(await bars()).toEqual(['邓文涛有影响期记录：记过，至 2027-03-09，不得晋升职务、职级、衔级和级别，请核实'])
  await call('records.void', { type: 'sanction', id: mistaken, version: 1, reason: '记错人' })
  expect(await bars()).toEqual([])
})

test('awards: whoever is entered for one in the year of a sanction or while it runs is warned of, in other years not', async () => {
  const { add, call, member } = await smallOffice({ granted })
  const personId = await member({ name: '高志远' })
  await add('sanction', warned(personId))
  const of = async (...years: number[]) =>
    (await call('bars.ask', { purpose: 'excellent', personIds: [personId], years })).map(({ year, message }) => `${year} ${message}`)
  const sentence = '高志远有影响期记录：党内警告，至 2027-03-09，不得评优评先，请核实'
  expect(await of(2025, 2026, 2027, 2028)).toEqual([`2026 ${sentence}`, `2027 ${sentence}`])
  expect(await of()).toEqual([`2026 ${sentence}`])
  await add('parameter', { key: 'effect.excellent', value: 1, startsOn: '2026-11-01', clause: '本单位规定', basis: 'policy' })
  expect(await of(2026, 2027)).toEqual([`2026 ${sentence}`])
  expect(await call('bars.ask', { purpose: 'excellent', personIds: [await member()], years: [2026] })).toEqual([])
  // It is a warning: the award can be entered.
  expect(await add('award', { personId, name: '优秀共产党员', kind: 'member', awardedOn: '2026-07-01' })).not.toBe('')
})

test('民主评议: whoever has a 影响期 in the year is warned of on the list and beside the result, and may be given 优秀 all the same', async () => {
  const office = await smallOffice({ granted })
  const { add, call, member, first } = office
  const gao = await member({ name: '高志远', fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  for (const name of ['程雅琴', '邓文涛']) await member({ name, fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  const warning = await add('sanction', warned(gao))
  const ballotId = (await appraise(call, [first])).of(first)
  const { bars, rows } = await call('ballot.get', { ballotId })
  const row = rows.find(({ line }) => line.personId === gao)?.line.number ?? 0
  const message = '高志远有影响期记录：党内警告，至 2027-03-09，不得评优评先，请核实'
  expect(bars).toMatchObject([{ row, message, evidence: { type: 'sanction', id: warning } }])
  const tallies = rows.map(({ line }) => ({ groupCode: 'members', row: line.number, item: 'overall', option: 'excellent', votes: 3, points: null }))
  const { countId, version } = await call('ballot.count', {
    ballotId,
    firstTeller: '唐立',
    secondTeller: '何雨晴',
    scrutineer: '许文博',
    returns: [{ groupCode: 'members', issued: 3, returned: 3, valid: 3, invalid: 0 }],
    tallies,
  })
  await call('ballot.close', { countId, version, closedOn: '2026-11-21' })
  const result = await call('ballot.result', { ballotId })
  expect(result.rows.filter(({ findings }) => findings.some(({ code }) => code === 'bar')).map(({ number }) => number)).toEqual([row])
  expect(result.rows.find(({ number }) => number === row)?.findings).toContainEqual(expect.objectContaining({ code: 'bar', tone: 'warn', message }))
  expect(await call('ballot.decide', { ballotId, decidedOn: '2026-11-22', decisions: [{ row, grade: 'excellent' }] })).toEqual({ changed: 1 })
})

test('换届: a candidate in 影响期 is warned of, and a member in 留党察看 has no vote until the rights are restored', async () => {
  const { add, call, member, first } = await smallOffice({ granted })
  const gao = await member({ name: '高志远', fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  const cheng = await member({ name: '程雅琴', fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  const deng = await member({ name: '邓文涛', fullMemberOn: '2015-01-01', joinedOn: '2014-01-01' })
  await add('sanction', warned(gao))
  const probation = await add('sanction', { personId: cheng, kind: 'partyProbation', approvedOn: '2025-06-01', probationYears: 1 })
  await add('sanction', { ...warned(deng), kind: 'admonished' })
  const draft = { name: '第一党支部换届选举', kind: 'election', organizationId: first, year: 2026, heldOn: '2026-11-23' }
  const row = rowOf({ number: 1, personId: gao, name: '高志远', section: '委员', places: 1 })
  const { id: ballotId } = await call('ballot.create', { draft, rows: [row] })
  const bars = async () => (await call('ballot.get', { ballotId })).bars
  expect(await bars()).toMatchObject([
    { row: 1, message: expect.stringMatching(/^高志远有影响期记录：党内警告，至 2027-03-09，不得提拔职务/) },
    {
      row: null,
      message: '程雅琴有影响期记录：留党察看，没有恢复党员权利，不得行使表决权、选举权和被选举权，请核实',
      clause: expect.stringContaining('《中国共产党基层组织选举工作条例》（2020）第五条'),
      evidence: { type: 'sanction', id: probation },
    },
  ])
  const { record } = await call('records.get', { type: 'sanction', id: probation })
  await call('records.update', {
    type: 'sanction',
    id: probation,
    version: 1,
    draft: { ...draftFrom(sanction, sanction.stored.parse(record)), restoredOn: '2026-11-23' },
  })
  expect(record['restoredOn']).toBeNull()
  expect((await bars()).map(({ row: of }) => of)).toEqual([1])
})

test('发展党员: 培养联系人 and 入党介绍人 under a sanction are warned of at their step, and an applicant who was expelled within five years at the first', async () => {
  const { add, call, member, first } = await smallOffice({ granted })
  const [contact, namesake] = [await member({ name: '高志远', fullMemberOn: '2015-01-01' }), await member({ name: '高志远', organizationId: first })]
  await call('records.void', { type: 'person', id: namesake, version: 1, reason: '重复' })
  await member({ name: '程雅琴', fullMemberOn: '2015-01-01' })
  const applicant = await member({ name: '江申请', category: 'applicant' })
  const warning = await add('sanction', warned(contact))
  await add('sanction', { personId: applicant, kind: 'partyExpelled', approvedOn: '2022-01-10' })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-01-10', owner: null, personIds: [applicant] })
  const caseId = caseIds[0] ?? ''
  await call('case.record', { caseIds, step: 'contacts', draft: { doneOn: '2026-02-10', people: '高志远、程雅琴' } })
  const said = async () =>
    (await call('case.get', { caseId })).steps.flatMap(({ key, remarks }) =>
      remarks.flatMap(({ code, message }) => (code === 'bar' ? [`${key} ${message}`] : [])),
    )
  expect(await said()).toEqual([
    expect.stringMatching(/^\w+ 江申请有影响期记录：开除党籍，至 2027-01-09，不得重新入党，请核实$/),
    expect.stringMatching(/^contacts 高志远有影响期记录：党内警告，至 2027-03-09，/),
  ])
  await call('records.void', { type: 'sanction', id: warning, version: 1, reason: '记错人' })
  expect(await said()).toHaveLength(1)
})

test('whoever was not granted 处分 learns everywhere only that there is something to verify: no kind, no day, no record', async () => {
  const office = await dossierOffice({ granted })
  const { add, call, member, first, caseId, wen, deng, whole, regrant } = office
  for (const personId of [wen, deng]) await add('sanction', warned(personId))
  await add('sanction', { ...warned(wen), kind: 'partySevereWarning' })
  await add('admonition', { personId: wen, kind: 'admonish', category: 'duty', problem: '履职不力', executedOn: '2026-09-01' })
  const applicant = await member({ name: '江申请', category: 'applicant' })
  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-01-10', owner: null, personIds: [applicant] })
  await call('case.record', { caseIds, step: 'contacts', draft: { doneOn: '2026-02-10', people: '温启明' } })
  const draft = { name: '第一党支部换届选举', kind: 'election', organizationId: first, year: 2026, heldOn: '2026-11-23' }
  const { id: ballotId } = await call('ballot.create', { draft, rows: [rowOf({ number: 1, personId: wen, name: '温启明', section: '委员', places: 1 })] })

  await regrant([])
  const only = (name: string) => ({ message: `${name}有影响期记录，请核实`, evidence: null })
  expect((await whole()).findings.filter(({ code }) => code === 'bar')).toMatchObject([only('温启明'), only('邓文涛')])
  for (const years of [[2020], [2026], [2030]])
    expect(await call('bars.ask', { purpose: 'excellent', personIds: [wen], years })).toMatchObject([{ ...only('温启明'), personId: wen }])
  for (const purpose of ['appointing', 'election', 'voting', 'sponsor', 'rejoin'] as const)
    expect(await call('bars.ask', { purpose, personIds: [wen] })).toMatchObject([only('温启明')])
  expect((await call('ballot.get', { ballotId })).bars).toMatchObject([
    { row: 1, ...only('温启明'), clause: '' },
    { row: null, ...only('邓文涛'), clause: '' },
  ])
  const steps = (await call('case.get', { caseId: caseIds[0] ?? '' })).steps
  expect(steps.flatMap(({ remarks }) => remarks).filter(({ code }) => code === 'bar')).toMatchObject([{ message: '温启明有影响期记录，请核实' }])
  const told = JSON.stringify([await whole(), await call('ballot.get', { ballotId }), steps, await call('case.get', { caseId })])
  for (const secret of ['警告', '诫勉', '2027-03-09', '2027-02-28', '第十条', '纪〔2026〕']) expect(told).not.toContain(secret)

  // Who was granted one class is told of that, and of the rest only that there is something.
  await regrant(['admonition'])
  expect((await whole()).findings.flatMap(({ code, message }) => (code === 'bar' ? [message] : []))).toEqual([
    '温启明有影响期记录，请核实',
    expect.stringMatching(/^温启明有影响期记录：诫勉，至 2027-02-28/),
    '邓文涛有影响期记录，请核实',
  ])
})

test('回避: of himself even who was granted 处分 is told only that there is something', async () => {
  const { add, call, member, regrant } = await smallOffice({ granted })
  const other = await member({ name: '高志远' })
  await add('sanction', warned(other))
  // Until somebody has said by number who he is, everyone of his name may be he; it is asked when he comes in.
  const self = await member({ name: '经办人' })
  await add('sanction', warned(self))
  await regrant(granted)
  const of = async (personId: string) => (await call('bars.ask', { purpose: 'appointing', personIds: [personId] })).map(({ message }) => message)
  expect(await of(other)).toEqual([expect.stringMatching(/^高志远有影响期记录：党内警告/)])
  expect(await of(self)).toEqual(['经办人有影响期记录，请核实'])
})
