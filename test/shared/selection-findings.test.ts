import { expect, test } from 'vitest'
import type { CandidateFacts, DossierFacts } from '../../shared/rules/selection-facts.ts'
import { selectionFindings } from '../../shared/rules/selection-findings.ts'
import { gatesOf } from '../../shared/rules/selection-gates.ts'

const asked = { askedOn: '2026-11-10', answeredOn: '2026-11-16', conclusion: 'clear', signedBy: null } as const
const clearChecks: CandidateFacts['checks'] = [
  { id: 'k1', matter: 'archive', ...asked },
  { id: 'k2', matter: 'personalMatters', ...asked },
  { id: 'k3', matter: 'discipline', ...asked },
  { id: 'k4', matter: 'petitions', ...asked },
  { id: 'k5', matter: 'integrity', ...asked, signedBy: '何书记、冯纪委' },
]

const known = (more: Partial<CandidateFacts> = {}, candidate: Partial<CandidateFacts['candidate']> = {}): CandidateFacts => ({
  candidate: { id: 'c1', personId: 'p1', stage: 'assessed', exception: null, assessment: '考察材料', proposedPost: '甲局局长', postId: 'b1', ...candidate },
  name: '温启明',
  checks: clearChecks,
  objections: [],
  bars: [],
  yearGrades: [{ year: 2025, grade: 'competent' }],
  appraisal: null,
  hours: null,
  postSince: '2020-07-01',
  kin: [],
  held: [],
  postUnit: null,
  cadreId: 'g1',
  ...more,
})

const dossier = (candidates: readonly CandidateFacts[], more: Partial<DossierFacts> = {}): DossierFacts => ({
  selection: { id: 's1', kind: 'ordinary', places: 1, dual: false },
  candidates,
  attended: [],
  dualReply: null,
  today: '2026-11-23',
  tenureYears: 2,
  postYears: 10,
  postTerms: 2,
  ...more,
})

const said = (facts: DossierFacts) => selectionFindings(facts).map(({ message }) => message)
const of = (more: Partial<CandidateFacts>, dossierMore: Partial<DossierFacts> = {}) => selectionFindings(dossier([known(more)], dossierMore))

test('a candidate of whom everything is in order gives no warning', () => {
  expect(said(dossier([known()]))).toEqual([])
})

test('第二十四条第六项：可以看的说明种类、期限、不得做什么和出处，不可以看的只说请核实', () => {
  const evidence = { type: 'sanction', id: 'd1' }
  const clause = '《党政领导干部选拔任用工作条例》（2019）第二十四条第六项'
  const barred = [{ what: 'promote', until: '2026-11-23', clause: '第十条' }] as const
  const bar = { shown: true, label: '党内警告', state: 'running', until: '2026-11-23', barred, clause: '第十条', evidence } as const
  expect(of({ bars: [bar, { shown: false }] })).toEqual([
    {
      code: 'bar',
      tone: 'warn',
      candidateId: 'c1',
      message: '温启明有影响期记录：党内警告，至 2026-11-23，不得提拔职务，请核实',
      clause: `${clause}；第十条`,
      evidence,
    },
    { code: 'bar', tone: 'warn', candidateId: 'c1', message: '温启明有影响期记录，请核实', clause, evidence: null },
  ])
  const told = (more: object) => of({ bars: [{ ...bar, ...more }] })[0]?.message
  expect(told({ until: null, state: 'unrestored', label: '留党察看' })).toBe('温启明有影响期记录：留党察看，没有恢复党员权利，不得提拔职务，请核实')
  expect(told({ until: null, state: 'unknown', label: '其他' })).toBe('温启明有影响期记录：其他，期满日期没有登记，不得提拔职务，请核实')
  expect(told({ state: 'lasting' })).toBe('温启明有影响期记录：党内警告，期满仍影响使用，不得提拔职务，请核实')
})

test('第二十四条第三项：只看上一年度；基本称职和不称职提示，称职不提示，没有登记的等着补', () => {
  const grades = (...yearGrades: CandidateFacts['yearGrades']) => of({ yearGrades }).map(({ tone, message }) => `${tone} ${message}`)
  expect(grades({ year: 2025, grade: 'basic' })).toEqual(['warn 温启明 2025 年年度考核为基本称职，不得列为考察对象'])
  expect(grades({ year: 2025, grade: 'incompetent' })).toEqual(['warn 温启明 2025 年年度考核为不称职，不得列为考察对象'])
  expect(grades({ year: 2024, grade: 'basic' }, { year: 2025, grade: 'excellent' })).toEqual([])
  expect(grades({ year: 2024, grade: 'excellent' })).toEqual(['wait 温启明 2025 年年度考核等次没有登记'])
})

test('第三十一条：每一项没有办、没有回、没有结论、影响任用都各说各的，廉洁自律结论要两人签字', () => {
  const others = clearChecks.filter(({ matter }) => matter !== 'discipline' && matter !== 'integrity')
  const checks: CandidateFacts['checks'] = [
    ...others,
    { id: 'k3', matter: 'discipline', askedOn: '2026-11-18', answeredOn: null, conclusion: null, signedBy: null },
    { id: 'k5', matter: 'integrity', ...asked, signedBy: '何书记' },
  ]
  const found = of({ checks })
  expect(found.map(({ tone, message, evidence }) => [tone, message, evidence?.id])).toEqual([
    ['warn', '温启明：廉洁自律结论性意见应由党委（党组）书记和纪委书记（纪检监察组组长）两人签字', 'k5'],
    ['wait', '温启明：纪检监察意见必听未回，2026-11-18 发函，已 5 天', 'k3'],
  ])
  expect(new Set(found.map(({ clause }) => clause))).toEqual(new Set(['《党政领导干部选拔任用工作条例》（2019）第三十一条']))
  const hindered = clearChecks.map(check => (check.matter === 'petitions' ? { ...check, conclusion: 'hinders' as const } : check))
  expect(of({ checks: hindered })[0]).toMatchObject({ tone: 'warn', message: '温启明：信访举报必查结论为影响任用', evidence: { id: 'k4' } })
  expect(of({ checks: others.slice(0, 1) })[0]?.message).toBe('温启明还没有办：个人有关事项必核、纪检监察意见必听、信访举报必查、廉洁自律结论性意见')
})

test('someone who is only recommended is not asked for the checks, and who has fallen out is not spoken of at all', () => {
  expect(said(dossier([known({ checks: [] }, { stage: 'recommended' })]))).toEqual([])
  expect(said(dossier([known({ checks: [], yearGrades: [] }, { stage: 'out' })]))).toEqual([])
})

test('第五十三条：到会人员里有本人或者与家庭成员同名的人，说出是哪次会、什么关系', () => {
  const kin = [{ name: '钱二', relation: '妻子', work: null }]
  const meeting = { label: '党委（党组）会议到会人员', evidence: { type: 'caseStep', id: 'x9' } }
  const attended = [{ ...meeting, people: '何书记、钱二（副书记） 温启明' }]
  expect(of({ kin }, { attended }).map(({ message, evidence }) => [message, evidence?.id])).toEqual([
    ['党委（党组）会议到会人员有温启明本人，请核对回避', 'x9'],
    ['党委（党组）会议到会人员有钱二，与温启明的妻子同名，请核对回避', 'x9'],
  ])
  expect(of({ kin }, { attended: [{ ...meeting, people: '钱二三、何书记' }] })).toEqual([])
})

test('任现职刚满两年的当天不提示，差一天提示；写了破格理由的改提破格要报批', () => {
  expect(of({ postSince: '2024-11-23' })).toEqual([])
  expect(of({ postSince: '2024-11-24' })[0]).toMatchObject({ code: 'tenure', message: '温启明任现职自 2024-11-24，不满 2 年' })
  expect(of({ postSince: '2024-11-24' }, { tenureYears: 0 })).toEqual([])
  const exceptional = selectionFindings(dossier([known({ postSince: '2026-01-01' }, { exception: '急需' })]))
  expect(exceptional.map(({ code }) => code)).toEqual(['exception'])
})

test('第十八条：换届推荐的参考人选不多于职位数时提示差额；拟任人选多于职数也提示', () => {
  const term = { selection: { id: 's1', kind: 'term', places: 1, dual: false } } as const
  expect(said(dossier([known()], term))).toEqual(['换届会议推荐的参考人选应当差额：1 个职位，人选 1 人'])
  expect(said(dossier([known(), known({ name: '邓文涛' }, { id: 'c2', personId: 'p2' })], term))).toEqual([])
  const two = [known({}, { stage: 'proposed' }), known({ name: '邓文涛' }, { id: 'c2', personId: 'p2', stage: 'proposed' })]
  expect(said(dossier(two))).toEqual(['拟任人选 2 人，多于职数 1'])
})

test('学时没有完成的说差多少，公示反映没有查清的等着，影响任职的提示', () => {
  expect(of({ hours: { done: 49, target: 56, met: false } })[0]?.message).toBe('温启明今年学时 49，差 7（任务 56）')
  const objection = { id: 'o1', receivedOn: '2026-11-20' }
  expect(of({ objections: [{ ...objection, settledOn: null, conclusion: null }] })[0]).toMatchObject({ tone: 'wait', evidence: { id: 'o1' } })
  expect(of({ objections: [{ ...objection, settledOn: '2026-11-22', conclusion: 'hinders' }] })[0]).toMatchObject({ tone: 'warn' })
  expect(of({ objections: [{ ...objection, settledOn: '2026-11-22', conclusion: 'clear' }] })).toEqual([])
})

test('the gates count who has what, and a recommendation is good for a year and not a day longer', () => {
  const facts = dossier([known(), known({ name: '邓文涛', checks: [] }, { id: 'c2', personId: 'p2', assessment: null })])
  const gates = (recommendedOn: string | null) => gatesOf(facts, selectionFindings(facts), recommendedOn)
  expect(gates('2025-11-23').map(({ key, state, says }) => [key, state, says])).toEqual([
    ['archive', 'wait', '1 / 2 人'],
    ['personalMatters', 'wait', '1 / 2 人'],
    ['discipline', 'wait', '1 / 2 人'],
    ['petitions', 'wait', '1 / 2 人'],
    ['integrity', 'wait', '1 / 2 人'],
    ['report', 'wait', '1 / 2 人'],
    ['bar', 'good', '没有记录'],
    ['recommendation', 'good', '余 0 天'],
  ])
  expect(gates('2025-11-22').at(-1)).toMatchObject({ state: 'warn', says: '2026-11-22 已过' })
  expect(gates(null).at(-1)).toMatchObject({ state: 'wait' })
})

const longHeld = { id: 'h1', title: '乙局局长', postId: 'b2', startsOn: '2016-11-23', termYears: 5 }

test('同一职位任满十年应当交流；不满一天、没有年限的不提；拟任的还是这个职位的要先看', () => {
  expect(of({ held: [longHeld] })).toMatchObject([
    { code: 'rotation', tone: 'wait', message: '温启明任乙局局长自 2016-11-23，已满 10 年，属应当交流', evidence: { type: 'postHolding', id: 'h1' } },
  ])
  expect(of({ held: [{ ...longHeld, startsOn: '2016-11-24' }] })).toEqual([])
  expect(of({ held: [longHeld] }, { postYears: 0 })).toEqual([])
  expect(of({ postSince: '2015-01-01' })).toMatchObject([
    { code: 'rotation', message: '温启明任现职自 2015-01-01，已满 10 年，属应当交流', evidence: { type: 'cadre', id: 'g1' } },
  ])
  const [again] = of({ held: [{ ...longHeld, postId: 'b1', termYears: null }] })
  expect(again).toMatchObject({ code: 'rotation', tone: 'warn' })
  expect(again?.clause).toContain('条号待核')
})

test('同一职位连任满两届的，再提名同一职位要先看；另一职位、只满一届、没有任期的不提', () => {
  const held = { ...longHeld, postId: 'b1' }
  const terms = (more: Partial<typeof held> | { termYears: null }, dossierMore: Partial<DossierFacts> = {}) =>
    of({ held: [{ ...held, ...more }] }, { postYears: 0, ...dossierMore }).map(({ message }) => message)
  expect(terms({})).toEqual(['温启明任乙局局长已满 2 届（自 2016-11-23，每届 5 年），拟任的还是这个职位'])
  expect(terms({ startsOn: '2016-11-24' })).toEqual([])
  expect(terms({ postId: 'b2' })).toEqual([])
  expect(terms({ termYears: null })).toEqual([])
  expect(terms({}, { postTerms: 0 })).toEqual([])
})

test('亲属在拟任职位的单位工作或任职的，提示核对任职回避', () => {
  const postUnit = { unit: '甲局', holders: [{ id: 'h7', name: '温启亮', title: '甲局副局长' }] }
  const kin = [
    { name: '温启亮', relation: '弟弟', work: null },
    { name: '孙一', relation: '妻子', work: '甲局办公室科员' },
    { name: '温大', relation: '父亲', work: '乙局退休' },
  ]
  expect(of({ kin, postUnit })).toMatchObject([
    { code: 'kinPost', message: '温启明的弟弟温启亮与任甲局副局长的温启亮同名，拟任职位也在甲局，请核对任职回避', evidence: { type: 'postHolding', id: 'h7' } },
    { code: 'kinPost', message: '温启明的妻子孙一在甲局工作，拟任职位也在甲局，请核对任职回避', evidence: { type: 'cadre', id: 'g1' } },
  ])
  expect(of({ kin })).toEqual([])
})
