import { expect, test } from 'vitest'
import { procedures } from '../../shared/procedures/index.ts'
import { materialCondition, stepCondition } from '../../shared/procedures/said.ts'
import { begun, done, standingOn, stepIn } from '../support/standings.ts'

const asked =
  (...given: Parameters<typeof standingOn>) =>
  (key: string) => {
    const { step, missing } = stepIn(standingOn(...given), key)
    return { asked: (step.materials ?? []).map(({ label }) => label), missing }
  }

test('a paper that only one way out asks for is asked for there and nowhere else', () => {
  const fine = asked('2026-11-23', [done('candidateNotice', '2026-11-09', { startedOn: '2026-11-02', result: 'clear' })])
  expect(fine('candidateNotice').asked).toEqual(['公示', '公示情况'])
  const affected = asked('2026-11-23', [done('candidateNotice', '2026-11-09', { startedOn: '2026-11-02', result: 'affected' })])
  expect(affected('candidateNotice').missing).toContain('反映问题的查核报告')
})

test('延长审批 asks for its reasons as soon as a longer time is granted, before the approval itself', () => {
  expect(asked('2026-11-23', [begun('approval', '2026-11-02')])('approval').missing).toEqual(['接收预备党员批复'])
  expect(asked('2026-11-23', [begun('approval', '2026-11-02', { extension: '还在查核' })])('approval').missing).toContain('延长审批的情况说明')
})

test('延长预备期: what the upper committee answered belongs in the file of its approval, and is not missing once it is there', () => {
  const records = [
    done('meeting', '2025-06-18', { result: 'passed' }),
    done('conversionMeeting', '2026-06-20', { result: 'extended', extendedTo: '2026-12-18' }),
  ]
  expect(asked('2026-11-23', records)('extensionApproval').missing).toEqual(['上级党委关于延长预备期的批复'])
  const approved = [...records, done('extensionApproval', '2026-07-20', { turn: 2, result: 'approved' })]
  const later = [...approved, done('conversionMeeting', '2026-12-20', { turn: 2, result: 'passed' })]
  const filed = new Set(['conversionMeeting/minutes', 'conversionMeeting/tally', 'extensionApproval/reply'])
  for (const key of ['conversionMeeting', 'extensionApproval']) expect(asked('2026-12-23', later, { materials: filed })(key).missing).toEqual([])
})

const conditionsOf = (procedure: 'membership' | 'selection', key: string) => {
  const step = procedures[procedure].rules.at(-1)?.steps.find(found => found.key === key)
  return (step?.materials ?? []).map(material => [material.label, step ? materialCondition(material, step) : ''])
}

test('of a material that is not always asked for it is said when it is', () => {
  expect(conditionsOf('membership', 'candidateNotice')).toEqual([
    ['公示', ''],
    ['公示情况', ''],
    ['反映问题的查核报告', '结果为“有反映，查实影响发展”时才要'],
  ])
  expect(conditionsOf('membership', 'approval')).toEqual([
    ['接收预备党员批复', ''],
    ['延长审批的情况说明', '延长审批时才要'],
  ])
  expect(conditionsOf('membership', 'review')).toEqual([
    ['综合性政治审查报告', ''],
    ['函调信和回函', '与“谈话、查档、走访记录”有一份即可'],
    ['谈话、查档、走访记录', '与“函调信和回函”有一份即可'],
  ])
  expect(conditionsOf('selection', 'probation')).toEqual([['试用期满考核表', '每名人选一份']])
})

test('of a step that only some results lead to it is said which', () => {
  const steps = procedures.membership.rules.at(-1)?.steps ?? []
  const said = steps.flatMap(step => (stepCondition(step, steps) === '' ? [] : [[step.label, stepCondition(step, steps)]]))
  expect(said).toEqual([
    ['上级党委审批转正', '“支部党员大会讨论转正”的结果为“按期转正”时才办'],
    ['上级党委审批延长预备期', '“支部党员大会讨论转正”的结果为“延长预备期”时才办'],
    ['上级党委审批取消资格', '“支部党员大会讨论转正”的结果为“取消预备党员资格”时才办'],
    ['材料归档', '“支部党员大会讨论转正”的结果为“按期转正”时才办'],
  ])
})
