import { expect, test } from 'vitest'
import { withLocal, withRecorded } from '../../shared/procedures/in-force.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { voteRemarks } from '../../shared/procedures/vote-remarks.ts'
import type { Member } from '../../shared/rules/procedure-people.ts'
import { workCalendar } from '../../shared/rules/workdays.ts'
import { begun, codesIn, done, saidIn, standingOn, stepIn, steps2026 } from '../support/standings.ts'

test('a step that was sent back twice is open again even where the first sending back was withdrawn', () => {
  const again = standingOn('2026-11-23', [done('consent', '2026-10-20', { turn: 2, result: 'returned' })])
  expect([stepIn(again, 'consent').on, again.turn, stepIn(again, 'consent').since]).toEqual([null, 3, 3])
})

test('a round never falls back: after a sending back was withdrawn, what is recorded next comes after what was recorded in its round', () => {
  const records = [done('consultation', '2026-10-01'), done('consultation', '2026-10-25', { turn: 2 })]
  expect(standingOn('2026-11-23', records).turn).toBe(2)
})

test('a day before one that lies further back is told, though the step between has no record', () => {
  const records = [done('application', '2026-05-20'), done('candidate', '2026-03-01')]
  expect(saidIn(standingOn('2026-11-23', records), 'candidate')).toEqual([
    '确定为发展对象已办，拟列发展对象公示没有记录',
    '确定为发展对象 2026-03-01 早于递交入党申请书 2026-05-20',
  ])
})

test('a step that is only begun is held against its days too', () => {
  const records = [done('consent', '2026-10-12', { result: 'agreed' }), begun('candidateNotice', '2026-10-09')]
  expect(codesIn(standingOn('2026-10-14', records), 'candidateNotice')).toEqual(['order'])
  expect(codesIn(standingOn('2026-10-08', [begun('candidateNotice', '2026-10-09')]), 'candidateNotice')).toEqual(['future'])
})

test('细则第十三条: a posting of 2026-09-29 that still hangs has to hang until 2026-10-12, over 国庆; in a year without its notice that is 暂算', () => {
  const posted = (day: string, more = {}) =>
    stepIn(standingOn(day, [done('consent', day, { result: 'agreed' }), begun('candidateNotice', day)], more), 'candidateNotice')
  expect(posted('2026-09-29')).toMatchObject({ state: 'open', lastsUntil: '2026-10-12', provisional: [] })
  expect(posted('2027-09-29')).toMatchObject({ state: 'open', lastsUntil: '2027-10-06', provisional: [2027] })
  const down = [done('candidateNotice', '2027-10-05', { startedOn: '2027-09-29', result: 'clear' })]
  expect(saidIn(standingOn('2027-11-01', down), 'candidateNotice')).toContain(
    '拟列发展对象公示时间不够：2027-09-29 至 2027-10-05，至少到 2027-10-06（公示期不少于五个工作日，缺 2027 年放假通知，暂算）',
  )
})

test('half-yearly inspections are counted from the day someone became an activist, not from one that was put down for before', () => {
  const records = [done('recommendation', '2026-03-31'), done('inspection', '2026-01-10')]
  expect(stepIn(standingOn('2026-11-23', records), 'inspection').until).toBe('2026-09-30')
})

const full: Member = {
  category: 'full',
  fullMemberOn: '2020-06-01',
  membershipState: null,
  membershipOn: null,
  mobility: null,
  mobilityOn: null,
  correcting: [],
}
const fellow = (more: Partial<Member>): ReadonlyMap<string, readonly Member[]> => new Map([['唐立', [{ ...full, ...more }]]])

test.each<[string, Partial<Member>, string | null]>([
  ['a full member', {}, null],
  ['one who became a full member on that day', { fullMemberOn: '2026-04-02' }, null],
  ['one who became a full member the day after', { fullMemberOn: '2026-04-03' }, '到 2026-04-03 才转正'],
  ['a probationary member', { category: 'probationary' }, '在花名册里不是正式党员'],
  ['one whose membership is suspended', { membershipState: 'suspended', membershipOn: '2026-04-02' }, '自 2026-04-02 停止党籍'],
  ['one whose membership was suspended the day after', { membershipState: 'suspended', membershipOn: '2026-04-03' }, null],
  ['one who had left', { membershipState: 'left', membershipOn: '2026-01-01' }, '已于 2026-01-01 出党'],
  ['one who was lost', { mobility: 'lost', mobilityOn: '2026-01-01' }, '自 2026-01-01 失联'],
  ['one under 限期改正', { correcting: [{ from: '2026-01-01', until: '2026-04-02' }] }, '自 2026-01-01 限期改正'],
  ['one whose 限期改正 was over', { correcting: [{ from: '2026-01-01', until: '2026-04-01' }] }, null],
])('细则第九条: 培养联系人 of 2026-04-02 are full members; %s', (_who, more, why) => {
  const records = [done('contacts', '2026-04-02', { people: '周敏、唐立' })]
  const said = saidIn(standingOn('2026-11-23', records, { members: fellow(more) }), 'contacts').filter(message => message.includes('唐立'))
  expect(said).toEqual(why === null ? [] : [`指定培养联系人：唐立${why}，应为正式党员`])
})

test('of two people with one name it is enough that one is a full member; a name the roster does not know is not judged', () => {
  const two = new Map([['唐立', [{ ...full, category: 'activist' }, full]]])
  const records = [done('sponsors', '2026-04-22', { people: '唐立、何雨晴' })]
  expect(saidIn(standingOn('2026-11-23', records, { members: two }), 'sponsors').filter(message => message.includes('正式党员'))).toEqual([])
})

test('细则第十四条: the same name twice is one sponsor', () => {
  expect(codesIn(standingOn('2026-11-23', [done('sponsors', '2026-04-22', { people: '唐立、唐立' })]), 'sponsors')).toContain('people')
})

const meeting = steps2026.find(({ key }) => key === 'meeting')
const vote = (result: string, agree: number | null, present: number | null = 22) =>
  meeting
    ? voteRemarks(meeting, { eligible: 24, present, agree, against: null, abstain: null, doneOn: '2026-06-18', result }).map(({ message }) => message)
    : []

test('细则第二十条: a vote that was lost need not reach the half; one that reached it and was put down as lost is told', () => {
  expect(vote('failed', 12)).toEqual([])
  expect(vote('failed', 13)).toEqual(['支部党员大会讨论：赞成 13 人已超过半数，结果写的是“支部大会未通过”'])
  expect(vote('passed', 12)[0]).toMatch(/至少 13 人/)
})

test('细则第十九条: over half of 应到 must be there whatever comes of it; where nothing was voted on no figures are asked for', () => {
  expect(vote('failed', 6, 12)[0]).toMatch(/^支部党员大会讨论：12 人，至少 13 人/)
  expect(vote('again', null, null)).toEqual([])
  expect(vote('passed', null)).toEqual(['支部党员大会讨论：没有填齐应到、实到和赞成人数'])
})

test('a local step that the office has withdrawn since stays in a case in which it was recorded, where it stood, and asks for nothing', () => {
  const local = {
    id: '7',
    kind: 'step' as const,
    label: '测评',
    afterStep: 'consultation',
    withinDays: 10,
    workingDays: null,
    clause: '本单位',
    startsOn: '2025-01-01',
  }
  const steps = withRecorded(steps2026, new Set(['local:7']), membership, [local])
  const at = steps.findIndex(({ key }) => key === 'local:7')
  expect([steps[at - 1]?.key, steps[at]?.label, steps.length]).toEqual(['consultation', '测评', steps2026.length + 1])
  const result = standingOn('2026-11-23', [done('local:7', '2026-05-01')], { steps })
  expect(stepIn(result, 'local:7')).toMatchObject({ state: 'done', on: '2026-05-01', remarks: [] })
  expect(stepIn(standingOn('2026-11-23', [], { steps }), 'local:7').state).toBe('off')
})

test('a step of other rules stays in the case in which it was recorded, where those rules have it', () => {
  const old = membership.rules[0]?.steps ?? []
  const steps = withRecorded(old, new Set(['candidateNotice', 'unheardOf']), membership, [])
  expect(steps.map(({ key }) => key).slice(old.findIndex(({ key }) => key === 'consent'))).toMatchObject({ 0: 'consent', 1: 'candidateNotice', 2: 'candidate' })
  expect(steps.at(-1)).toMatchObject({ key: 'unheardOf', label: 'unheardOf', outside: true })
})

test('what a case recorded before stays: a begun step that the way no longer leads to is shown as begun', () => {
  const { steps } = procedures.disposal.rules[0] ?? { steps: [] }
  expect(stepIn(standingOn('2026-11-23', [begun('recheck', '2026-11-01')], { steps }), 'recheck').state).not.toBe('off')
})

test('an ending that was sent back for another round has not ended the case', () => {
  const records = [done('meeting', '2026-06-01', { result: 'failed' }), done('meeting', '2026-06-02', { result: 'again' })]
  expect(standingOn('2026-11-23', records).ended).toBe(null)
})

test('a local step of the most days that may be asked for is reckoned at the last day a date may have', () => {
  const local = [
    { id: '1', kind: 'step' as const, label: '张榜', afterStep: 'application', withinDays: 3660, workingDays: 250, clause: '本单位', startsOn: '2000-01-01' },
  ]
  const steps = withLocal(steps2026, local, '2200-12-31')
  const records = [done('application', '2200-12-31'), begun('local:1', '2200-12-31')]
  expect(stepIn(standingOn('2200-12-31', records, { steps, calendar: workCalendar([]) }), 'local:1')).toMatchObject({
    until: '2211-01-08',
    lastsUntil: '2201-12-16',
  })
})
