import { expect, test } from 'vitest'
import { smallOffice } from '../support/office.ts'

test('细则第十七条: the days and hours of 短期集中培训 stand in the study records; who was away has none of it', async () => {
  const { call, member, activity } = await smallOffice()
  const [there, away] = [await member({ name: '沈听澜', category: 'candidate' }), await member({ name: '顾小满', category: 'candidate' })]
  const given = { name: '发展对象培训班', kind: 'training', startsOn: '2026-05-06', endsOn: '2026-05-07', hours: 24, counts: false, place: '县委党校' }
  await activity(given, { [there]: 23.5 })
  await activity({ ...given, name: '专题报告', kind: 'lecture', startsOn: '2026-05-09', endsOn: '2026-05-09', hours: 3 }, { [there]: 3 })
  expect(await call('case.studied', { personId: there })).toEqual([
    expect.objectContaining({ name: '发展对象培训班', startsOn: '2026-05-06', endsOn: '2026-05-07', place: '县委党校', hours: 23.5 }),
  ])
  expect(await call('case.studied', { personId: away })).toEqual([])

  const { caseIds } = await call('case.open', { procedure: 'membership', openedOn: '2026-05-11', owner: null, personIds: [there] })
  const short = await call('case.record', { caseIds, step: 'course', draft: { startedOn: '2026-05-06', doneOn: '2026-05-07', hours: 23.5 } })
  expect(short.remarks.map(({ message }) => message).some(message => message.includes('短期集中培训时间不够'))).toBe(true)
})
