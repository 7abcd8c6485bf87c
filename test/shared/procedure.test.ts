import fc from 'fast-check'
import { expect, test } from 'vitest'
import { procedures } from '../../shared/procedures/index.ts'
import { membership } from '../../shared/procedures/membership.ts'
import { rulesFor, withLocal } from '../../shared/procedures/in-force.ts'
import { voteRemarks } from '../../shared/procedures/vote-remarks.ts'
import { addDays } from '../../shared/rules/days.ts'
import { type CaseFacts, standing, type StepRecord } from '../../shared/rules/procedure.ts'
import { workCalendar } from '../../shared/rules/workdays.ts'
import { publishedDays } from '../support/calendar.ts'

const steps = membership.rules.at(-1)?.steps ?? []
const published = workCalendar(publishedDays)
const blank = { turn: 1, startedOn: null, result: null, hours: null, people: null, extension: null, extendedTo: null }
const done = (step: string, doneOn: string, more: Partial<StepRecord> = {}): StepRecord => ({ ...blank, step, doneOn, ...more })

const on = (today: string, records: readonly StepRecord[], more: Partial<CaseFacts> = {}) =>
  standing({ steps, records, materials: new Set(), facts: { bornOn: '1990-02-28' }, today, calendar: published, countFirstDay: false, ...more })
const stepIn = (result: ReturnType<typeof on>, key: string) => {
  const found = result.steps.find(({ step }) => step.key === key)
  if (!found) throw new Error(key)
  return found
}
const codes = (result: ReturnType<typeof on>, key: string) => stepIn(result, key).remarks.map(({ code }) => code)

test.each([
  ['2026-06-01', '2026-07-01', 'open', 0],
  ['2026-06-01', '2026-07-02', 'overdue', 1],
  ['2026-01-31', '2026-02-28', 'open', 0],
  ['2026-01-31', '2026-03-01', 'overdue', 1],
  ['2024-01-31', '2024-02-29', 'open', 0],
])('细则第七条: who applied on %s is talked to within a month; on %s the step is %s', (applied, today, state, overdueBy) => {
  expect(stepIn(on(today, [done('application', applied)]), 'talk')).toMatchObject({ state, overdueBy })
})

test.each([
  ['2026-07-01', []],
  ['2026-07-02', ['late']],
  ['2026-05-31', ['order']],
])('细则第七条: a talk on %s, of someone who applied on 2026-06-01, is remarked on with %j', (talked, expected) => {
  expect(codes(on('2026-08-01', [done('application', '2026-06-01'), done('talk', talked, { people: '周敏' })]), 'talk')).toEqual(expected)
})

test.each([
  ['2008-06-01', '2026-05-31', ['early']],
  ['2008-06-01', '2026-06-01', []],
  ['2008-02-29', '2026-02-28', []],
  ['2008-02-29', '2026-02-27', ['early']],
])('细则第五条: born on %s, applying on %s: %j (年满十八岁)', (bornOn, applied, expected) => {
  expect(codes(on('2026-11-23', [done('application', applied)], { facts: { bornOn } }), 'application')).toEqual(expected)
})

const activist = [
  done('application', '2025-01-06'),
  done('talk', '2025-01-20', { people: '周敏' }),
  done('recommendation', '2025-03-31'),
  done('contacts', '2025-04-02', { people: '周敏、唐立' }),
  done('training', '2025-04-02'),
]

test.each([
  ['2025-09-30', 'open'],
  ['2025-10-01', 'overdue'],
])('细则第十一条: an activist of 2025-03-31 is inspected every half year; on %s the step is %s', (today, state) => {
  expect(stepIn(on(today, activist), 'inspection')).toMatchObject({ state, until: '2025-09-30' })
})

test('细则第十一条: the next inspection is half a year after the last, and a gap longer than that is told', () => {
  const inspected = [...activist, done('inspection', '2025-09-30'), done('inspection', '2026-03-30')]
  expect(stepIn(on('2026-04-10', inspected), 'inspection')).toMatchObject({ state: 'open', until: '2026-09-30', remarks: [] })
  const late = [...activist, done('inspection', '2025-10-08')]
  expect(stepIn(on('2025-11-01', late), 'inspection').remarks[0]?.message).toBe('半年考察间隔过长：2025-03-31 至 2025-10-08（每半年进行一次考察）')
})

test.each([
  ['2026-03-30', ['early']],
  ['2026-03-31', []],
])('细则第十三条: opinions are heard after a year; on %s: %j', (heard, expected) => {
  const records = [...activist, done('inspection', '2025-09-30'), done('inspection', '2026-03-30'), done('consultation', heard)]
  expect(codes(on('2026-05-01', records), 'consultation')).toEqual(expected)
})

const consented = [...activist, done('inspection', '2025-09-30'), done('consultation', '2026-04-02'), done('consent', '2026-04-10', { result: 'agreed' })]

test.each([
  ['2026-09-18', '2026-09-23', false, ['short']],
  ['2026-09-18', '2026-09-24', false, []],
  ['2026-09-18', '2026-09-22', true, ['short']],
  ['2026-09-18', '2026-09-23', true, []],
  ['2026-09-29', '2026-10-11', false, ['short']],
  ['2026-09-29', '2026-10-12', false, []],
  ['2026-04-30', '2026-05-10', false, ['short']],
  ['2026-04-30', '2026-05-11', false, []],
])('细则第十三条: posted on %s and taken down on %s (first day counted: %s) is five working days: %j', (startedOn, doneOn, countFirstDay, expected) => {
  const records = [...consented, done('candidateNotice', doneOn, { startedOn, result: 'clear' })]
  expect(codes(on('2026-11-23', records, { countFirstDay }), 'candidateNotice')).toEqual(expected)
})

test('working days of a year whose notice is not on file are reckoned, and said to be 暂算', () => {
  const records = [done('application', '2030-01-02')]
  const local = withLocal(
    steps,
    [{ id: '1', kind: 'step', label: '张榜', afterStep: 'application', withinDays: null, workingDays: 5, clause: '本单位', startsOn: '2020-01-01' }],
    '2030-01-02',
  )
  const notice = done('local:1', '2030-01-08', { startedOn: '2030-01-02' })
  const result = on('2030-02-01', [...records, notice], { steps: local, calendar: workCalendar([]) })
  expect(codes(result, 'local:1')).toEqual(['short'])
  const bounded = steps.map(step =>
    step.key === 'talk' ? { ...step, latest: [{ from: { step: 'application' }, span: { workingDays: 5 }, words: '五个工作日内', clause: '' }] } : step,
  )
  expect(stepIn(on('2030-01-03', records, { steps: bounded, calendar: workCalendar([]) }), 'talk')).toMatchObject({ until: '2030-01-09', provisional: [2030] })
})

const candidate = [...consented, done('candidateNotice', '2026-04-20', { startedOn: '2026-04-10', result: 'clear' }), done('candidate', '2026-04-21')]

test.each([
  ['2026-05-06', '2026-05-07', null, ['short']],
  ['2026-05-06', '2026-05-08', null, []],
  ['2026-05-06', '2026-05-07', 24, []],
  ['2026-05-06', '2026-05-07', 23.5, ['short']],
])('细则第十七条: a course from %s to %s with %s hours: %j (三天或者二十四学时)', (startedOn, doneOn, hours, expected) => {
  expect(codes(on('2026-11-23', [...candidate, done('course', doneOn, { startedOn, hours })]), 'course')).toEqual(expected)
})

test.each([
  ['周敏、唐立', []],
  ['周敏', ['people']],
  ['周敏、唐立、何雨晴', ['people']],
  [null, ['people']],
])('细则第十四条: two sponsors; with %s: %j', (people, expected) => {
  expect(codes(on('2026-11-23', [...candidate, done('sponsors', '2026-04-22', { people })]), 'sponsors')).toEqual(expected)
})

test('细则第十六条: who does not pass the political review is not taken in: the case has ended, and nothing more is open', () => {
  const result = on('2026-11-23', [...candidate, done('review', '2026-05-10', { result: 'failed' })])
  expect(result.ended).toBe('政治审查不合格')
  expect(result.steps.filter(({ state }) => state === 'open' || state === 'overdue')).toEqual([])
})

const admitted = [
  ...candidate,
  done('sponsors', '2026-04-22', { people: '周敏、唐立' }),
  done('review', '2026-05-10', { result: 'passed' }),
  done('course', '2026-05-08', { startedOn: '2026-05-06' }),
  done('committeeReview', '2026-05-12'),
  done('preview', '2026-05-31', { result: 'passed' }),
  done('form', '2026-06-01'),
]

test.each([
  ['2026-06-30', []],
  ['2026-07-01', ['late']],
])('细则第十九条: passed on 2026-05-31, the branch meets within a month: on %s %j', (met, expected) => {
  expect(codes(on('2026-11-23', [...admitted, done('meeting', met, { result: 'passed' })]), 'meeting')).toEqual(expected)
})

test.each([
  [24, 13, 13, []],
  [24, 12, 12, ['至少 13', '至少 13']],
  [23, 12, 12, []],
  [24, 20, 12, ['至少 13']],
])('细则第十九条、第二十条: of %i with a vote %i there and %i for: %j', (eligible, present, agree, expected) => {
  const meeting = steps.find(({ key }) => key === 'meeting')
  if (!meeting) throw new Error('no meeting')
  const remarks = voteRemarks(meeting, { eligible, present, agree, against: present - agree, abstain: 0, doneOn: '2026-06-18', result: 'passed' })
  expect(remarks.map(({ message }) => /至少 \d+/.exec(message)?.[0])).toEqual(expected)
})

const met = [...admitted, done('meeting', '2026-06-18', { result: 'passed' }), done('superiorTalk', '2026-07-01', { people: '何雨晴' })]

test.each([
  ['2026-09-18', null, []],
  ['2026-09-19', null, ['late']],
  ['2026-12-18', '案情复杂', []],
  ['2026-12-19', '案情复杂', ['late']],
])('细则第二十五条: approved on %s (reason for longer: %s): %j', (approved, extension, expected) => {
  expect(codes(on('2026-12-31', [...met, done('approval', approved, { result: 'approved', extension })]), 'approval')).toEqual(expected)
})

const onProbation = [...met, done('approval', '2026-09-10', { result: 'approved' }), done('filing', '2026-09-12'), done('oath', '2026-09-20')]

test.each([
  ['2027-06-17', 'waiting'],
  ['2027-06-18', 'open'],
])('细则第三十一条: the year runs from the day the branch passed it; on %s the application for full membership is %s', (today, state) => {
  expect(stepIn(on(today, onProbation), 'conversionApplication').state).toBe(state)
})

const asked = [
  ...onProbation,
  done('probationInspection', '2026-12-10'),
  done('probationInspection', '2027-06-01'),
  done('conversionApplication', '2027-06-18'),
  done('conversionOpinions', '2027-06-20'),
]

test.each([
  ['2027-12-17', ['short']],
  ['2027-12-18', []],
  ['2028-06-18', []],
  ['2028-06-19', ['short']],
  [null, ['short']],
])('细则第三十一条: prolonged until %s: %j (不少于半年，最长不超过一年)', (extendedTo, expected) => {
  const records = [...asked, done('conversionMeeting', '2027-06-25', { result: 'extended', extendedTo })]
  expect(codes(on('2027-07-01', records), 'conversionMeeting')).toEqual(expected)
})

test('细则第三十一条: prolonged, the four steps come again and wait for the new end; a second time is told', () => {
  const prolonged = [...asked, done('conversionMeeting', '2027-06-25', { result: 'extended', extendedTo: '2027-12-18' })]
  const before = on('2027-12-17', prolonged)
  expect([before.turn, stepIn(before, 'conversionApplication').state, stepIn(before, 'conversionApplication').from]).toEqual([2, 'waiting', '2027-12-18'])
  expect(stepIn(on('2027-12-18', prolonged), 'conversionApplication').state).toBe('open')
  const second = (step: string, day: string, more = {}) => done(step, day, { turn: 2, ...more })
  const again = [
    ...prolonged,
    second('conversionApplication', '2027-12-18'),
    second('conversionOpinions', '2027-12-20'),
    second('conversionMeeting', '2027-12-25', { result: 'extended', extendedTo: '2028-06-25' }),
  ]
  expect(codes(on('2028-01-01', again), 'conversionMeeting')).toContain('again')
})

test('退回: what the upper committee sends back is open again, and the first time stays on record', () => {
  const returned = [...activist, done('inspection', '2025-09-30'), done('consultation', '2026-04-02'), done('consent', '2026-04-10', { result: 'returned' })]
  const result = on('2026-04-11', returned)
  expect([stepIn(result, 'consultation').state, stepIn(result, 'consent').state, result.turn]).toEqual(['open', 'blocked', 2])
})

test('a case begun under the rules of 2014 goes on under them, or under the new ones where the office says so', () => {
  expect(rulesFor(membership, '2026-05-10', '2026-11-23', false).startsOn).toBe('2014-05-28')
  expect(rulesFor(membership, '2026-05-11', '2026-11-23', false).startsOn).toBe('2026-05-11')
  expect(rulesFor(membership, '2026-05-10', '2026-11-23', true).startsOn).toBe('2026-05-11')
  const old = membership.rules[0]?.steps ?? []
  expect(old.some(({ key }) => key === 'candidateNotice')).toBe(false)
  expect(old.every(({ clause }) => clause === null || !clause.includes('2026'))).toBe(true)
})

test('every step of every procedure refers to steps and phases there are, under every set of rules', () => {
  for (const { rules, phases } of Object.values(procedures)) {
    for (const { steps: all } of rules) {
      const keys = new Set(all.map(({ key }) => key))
      expect(keys.size).toBe(all.length)
      for (const { needs, when, earliest = [], latest = [], repeats, results = [], phase } of all) {
        const moments = [...earliest, ...latest].flatMap(({ from }) => ('step' in from ? [from.step] : []))
        const named = [...needs, ...moments, ...(repeats ? [repeats.until] : []), ...(when ? [when.step] : []), ...results.flatMap(({ again = [] }) => again)]
        for (const key of named) expect(keys).toContain(key)
        expect(phases).toContain(phase)
        const decided = when && all.find(({ key }) => key === when.step)?.results?.map(({ key }) => key)
        for (const result of when?.results ?? []) expect(decided).toContain(result)
      }
    }
  }
})

test('the numbers of the 25 steps are all there: 19 is the year of probation itself', () => {
  const numbers = new Set(steps.flatMap(({ no }) => (no === undefined ? [] : [no])))
  expect([...numbers].toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20, 21, 22, 23, 24, 25])
})

const limited = ['proposal', 'filing', 'investigation', 'talk', 'preview', 'meeting', 'approval', 'announcement'].map((step, i) =>
  done(step, addDays('2026-02-01', i), {
    people: '周敏、唐立',
    result: step === 'filing' ? 'filed' : step === 'meeting' ? 'deadline' : step === 'approval' ? 'approved' : null,
  }),
)

test.each([
  ['2026-08-06', 'waiting'],
  ['2026-08-07', 'open'],
  ['2027-02-07', 'open'],
  ['2027-02-08', 'overdue'],
])('不合格党员组织处置办法: 限期改正 approved on 2026-02-07 is looked at again after 6 months and within a year; on %s it is %s', (today, state) => {
  const result = on(today, limited, { steps: procedures.disposal.rules[0]?.steps ?? [] })
  expect(stepIn(result, 'recheck').state).toBe(state)
  expect(stepIn(result, 'archive').state).toBe('off')
})

test('不合格党员组织处置办法: who has not changed by the end goes through the procedure again; nothing is concluded for people', () => {
  const again = on('2026-09-01', [...limited, done('recheck', '2026-08-20', { result: 'notImproved' })], { steps: procedures.disposal.rules[0]?.steps ?? [] })
  expect([again.ended, again.turn, stepIn(again, 'talk').state]).toEqual([null, 2, 'open'])
})

test.each([
  ['2026-05-30', 'open'],
  ['2026-05-31', 'overdue'],
])('组织关系转接: a letter of 2026-03-01 without a receipt on %s: %s (挂空)', (today, state) => {
  const records = [done('request', '2026-02-20', { result: 'out' }), done('letter', '2026-03-01')]
  expect(stepIn(on(today, records, { steps: procedures.relationTransfer.rules[0]?.steps ?? [] }), 'receipt').state).toBe(state)
})

test('what an office adds never takes away a national step nor holds one up', () => {
  const local = [
    {
      id: '7',
      kind: 'step' as const,
      label: '测评',
      afterStep: 'consultation',
      withinDays: 10,
      workingDays: null,
      clause: '五项制度：测评制',
      startsOn: '2025-01-01',
    },
  ]
  const more = withLocal(steps, local, '2026-01-01')
  expect(steps.every(step => more.includes(step))).toBe(true)
  const result = on('2026-04-20', consented, { steps: more })
  expect([stepIn(result, 'local:7').state, stepIn(result, 'candidateNotice').state]).toEqual(['overdue', 'open'])
  expect(withLocal(steps, local, '2024-12-31')).toEqual(steps)
})

test('whatever is recorded in whatever order, a record is shown where it belongs, and no step is open and done at once', () => {
  const days = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2024-01-01', n))
  const record = fc.record({ step: fc.constantFrom(...steps.map(({ key }) => key)), day: days, which: fc.nat() }).map(({ step, day, which }) => {
    const results = steps.find(({ key }) => key === step)?.results ?? []
    return done(step, day, { result: results.length > 0 ? (results[which % results.length]?.key ?? null) : null })
  })
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), days, (records, today) => {
      const result = on(today, records)
      expect(result.steps.map(({ step }) => step.key)).toEqual(steps.map(({ key }) => key))
      for (const found of result.steps) {
        if (found.state === 'overdue') expect(found.until !== null && found.until < today && found.overdueBy > 0).toBe(true)
        if (found.state === 'waiting') expect(found.from !== null && today < found.from).toBe(true)
        if (found.state === 'blocked') expect(found.blockedBy.length).toBeGreaterThan(0)
        if (found.state === 'done' && !found.step.repeats) expect(records.some(r => r.step === found.step.key)).toBe(true)
      }
    }),
  )
})
