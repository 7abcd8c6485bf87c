import { describe, expect, test } from 'vitest'
import { presets } from '../../shared/domain/presets.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'
import {
  type AdmonitionFacts,
  admonitionDeadlines,
  type DeadlineGround,
  deadlineStateOf,
  longestExtension,
  type PetitionFacts,
  petitionDeadlines,
  type ReportFacts,
  reportDeadlines,
} from '../../shared/rules/supervision-deadlines.ts'
import { type CalendarDay, workCalendar } from '../../shared/rules/workdays.ts'

/** 2026 with its 元旦, 劳动节 and a 国庆 of seven days, 10-10 worked. */
const days: CalendarDay[] = [
  ...['2026-01-01', '2026-05-01'].map(date => ({ date, kind: 'holiday' as const, name: '放假' })),
  ...['01', '02', '03', '04', '05', '06', '07'].map(day => ({ date: `2026-10-${day}`, kind: 'holiday' as const, name: '国庆节' })),
  { date: '2026-10-10', kind: 'workday', name: '国庆节调休' },
]
const ground = (more: readonly ParameterValue[] = []): DeadlineGround => ({ parameters: [...presets.national, ...more], calendar: workCalendar(days) })
const own = (key: string, value: number, startsOn: string): ParameterValue => ({ key, value, startsOn, clause: '本单位规定', basis: 'policy' })

const admonition = (given: Partial<AdmonitionFacts>): AdmonitionFacts => ({
  kind: 'inquiry',
  executedOn: '2026-09-07',
  deliveredOn: null,
  replyBy: null,
  repliedOn: null,
  selfCriticismOn: null,
  reportOn: null,
  closedOn: null,
  ...given,
})
const dues = (a: Partial<AdmonitionFacts>, more: readonly ParameterValue[] = []) =>
  admonitionDeadlines(admonition(a), ground(more)).map(({ duty, dueOn }) => [duty, dueOn])

describe('函询和诫勉', () => {
  test('a reply is due fifteen working days after the letter was received; the day itself does not count', () => {
    expect(dues({ deliveredOn: '2026-09-08' })).toEqual([['reply', '2026-09-29']])
    expect(dues({})).toEqual([['reply', '2026-09-28']])
  })

  test('the days off of 国庆 do not count and a Saturday that is worked does', () => {
    expect(dues({ deliveredOn: '2026-09-21' })).toEqual([['reply', '2026-10-16']])
  })

  test('a day that the letter names stands before any rule', () => {
    expect(dues({ replyBy: '2026-09-20' })).toEqual([['reply', '2026-09-20']])
  })

  test('诫勉: 书面检查 after five working days, 整改报告 after six months, on the last day of a month that is shorter', () => {
    expect(dues({ kind: 'admonish', executedOn: '2026-08-31' })).toEqual([
      ['selfCriticism', '2026-09-07'],
      ['report', '2027-02-28'],
    ])
  })

  test('提醒 asks for no report until the office says so, and then only of those after that day', () => {
    expect(dues({ kind: 'remind' })).toEqual([])
    const rule = own('supervision.remindReport', 6, '2026-09-01')
    expect(dues({ kind: 'remind' }, [rule])).toEqual([['report', '2027-03-07']])
    expect(dues({ kind: 'remind', executedOn: '2026-08-31' }, [rule])).toEqual([])
  })

  test('a changed number holds from its first day: what ran before keeps the old one', () => {
    const rule = own('supervision.inquiryReply', 10, '2026-09-08')
    expect(dues({ deliveredOn: '2026-09-07' }, [rule])).toEqual([['reply', '2026-09-28']])
    expect(dues({ deliveredOn: '2026-09-08' }, [rule])).toEqual([['reply', '2026-09-22']])
  })

  test.each([
    [{ repliedOn: '2026-09-28' }, '2026-10-01', 'kept'],
    [{ repliedOn: '2026-09-29' }, '2026-10-01', 'late'],
    [{}, '2026-09-28', 'running'],
    [{}, '2026-09-29', 'overdue'],
    [{ closedOn: '2026-09-20' }, '2026-10-01', 'dropped'],
  ] as const)('%j seen on %s is %s', (given, today, state) => {
    expect(admonitionDeadlines(admonition(given), ground()).map(d => deadlineStateOf(d, today))).toEqual([state])
  })

  test('a deadline that runs into a year without a calendar says so', () => {
    const [reply] = admonitionDeadlines(admonition({ executedOn: '2026-12-21' }), ground())
    expect(reply).toMatchObject({ dueOn: '2027-01-11', provisional: [2027] })
  })
})

describe('个人有关事项', () => {
  const report = (given: Partial<ReportFacts>): ReportFacts => ({
    kind: 'annual',
    year: 2025,
    eventOn: null,
    submittedOn: null,
    returnedOn: null,
    resubmittedOn: null,
    ...given,
  })
  const due = (given: Partial<ReportFacts>) => reportDeadlines(report(given), ground()).map(({ duty, dueOn, doneOn }) => [duty, dueOn, doneOn])

  test('the report of a year is due on 31 January after it, a change thirty days after the event', () => {
    expect(due({})).toEqual([['annualReport', '2026-01-31', null]])
    expect(due({ kind: 'change', eventOn: '2026-01-30' })).toEqual([['changeReport', '2026-03-01', null]])
  })

  test('what was sent back stays open until it comes again', () => {
    expect(due({ submittedOn: '2026-01-20', returnedOn: '2026-02-03' })).toEqual([
      ['annualReport', '2026-01-31', '2026-01-20'],
      ['correction', '2026-02-03', null],
    ])
  })

  test('before the rule began nothing was due', () => {
    expect(due({ year: 2015 })).toEqual([])
  })
})

describe('信访举报', () => {
  const letter = (given: Partial<PetitionFacts>): PetitionFacts => ({
    nature: 'accusation',
    named: true,
    receivedOn: '2026-09-07',
    handling: null,
    forwardedOn: null,
    acceptedOn: null,
    noticeOn: null,
    dueOn: null,
    extendedTo: null,
    closedOn: null,
    feedbackOn: null,
    reviewAskedOn: null,
    reviewedOn: null,
    repeatOfId: null,
    ...given,
  })
  const due = (given: Partial<PetitionFacts>) => petitionDeadlines(letter(given), ground()).map(({ duty, dueOn }) => [duty, dueOn])

  test('who signs an accusation is told within fifteen working days, and of the result fifteen after it was closed', () => {
    expect(due({})).toEqual([['notice', '2026-09-28']])
    expect(due({ noticeOn: '2026-09-20', closedOn: '2026-10-08' })).toEqual([
      ['notice', '2026-09-28'],
      ['feedback', '2026-10-28'],
    ])
  })

  test('nobody is told of an unsigned one, nor again of a repeat', () => {
    expect(due({ named: false })).toEqual([])
    expect(due({ repeatOfId: 'earlier' })).toEqual([])
  })

  test('a request is told of within fifteen days of the calendar and closed within sixty of being accepted; an accusation has no sixty days', () => {
    expect(due({ nature: 'request', acceptedOn: '2026-09-10' })).toEqual([
      ['notice', '2026-09-22'],
      ['close', '2026-11-09'],
    ])
    expect(due({ acceptedOn: '2026-09-10' }).map(([duty]) => duty)).not.toContain('close')
  })

  test('a day that was set or put off to is the one that counts; thirty more are the most', () => {
    expect(due({ dueOn: '2026-10-01' })).toContainEqual(['close', '2026-10-01'])
    const request = { nature: 'request', acceptedOn: '2026-09-10', extendedTo: '2026-12-01' } as const
    expect(due(request)).toContainEqual(['close', '2026-12-01'])
    expect(longestExtension(letter(request), ground())?.day).toBe('2026-12-09')
    expect(longestExtension(letter({}), ground())).toBeNull()
  })

  test('what belongs to others is passed on within five working days, and is not ours to close', () => {
    expect(due({ handling: 'forward', dueOn: '2026-10-01' })).toEqual([['forward', '2026-09-14']])
  })

  test('a review is answered within thirty days of being asked for', () => {
    expect(due({ named: false, reviewAskedOn: '2026-10-01' })).toEqual([['review', '2026-10-31']])
  })
})
