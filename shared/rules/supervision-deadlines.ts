import type { Admonition } from '../domain/admonition.ts'
import type { PersonalReport } from '../domain/personal-report.ts'
import type { Petition } from '../domain/petition.ts'
import { addDays, addMonths, lastDate } from './days.ts'
import { parameterOn, type ParameterValue } from './parameters.ts'
import { addWorkingDays, type WorkCalendar } from './workdays.ts'

/** What deadlines of supervision are reckoned from: the numbers in force and the working calendar. */
export interface DeadlineGround {
  readonly parameters: readonly ParameterValue[]
  readonly calendar: WorkCalendar
}

export const supervisionDuties = {
  reply: '函询回复',
  selfCriticism: '书面检查',
  report: '整改报告',
  annualReport: '年度报告',
  changeReport: '变动报告',
  correction: '退回补正',
  forward: '转办',
  notice: '受理告知',
  close: '办结',
  feedback: '反馈',
  review: '复查答复',
} as const
export type SupervisionDuty = keyof typeof supervisionDuties

/** Something that must be handed in, told or done by a day, and when it was. */
export interface Deadline {
  readonly duty: SupervisionDuty
  readonly dueOn: string
  readonly doneOn: string | null
  /** It no longer matters: the matter was closed without it. */
  readonly dropped: boolean
  /** Years whose working days are not on file: the day is 暂算. */
  readonly provisional: readonly number[]
  /** What fixes it; null where the record itself does. */
  readonly rule: ParameterValue | null
}

/** 按期, 逾期办理, 逾期未办, 未到期, 不再要求. */
export type DeadlineState = 'kept' | 'late' | 'overdue' | 'running' | 'dropped'
export const deadlineStates = { kept: '按期', late: '逾期办理', overdue: '逾期未办', running: '未到期', dropped: '不再要求' } as const satisfies Record<
  DeadlineState,
  string
>

export function deadlineStateOf({ dueOn, doneOn, dropped }: Pick<Deadline, 'dueOn' | 'doneOn' | 'dropped'>, today: string): DeadlineState {
  if (doneOn !== null) return doneOn <= dueOn ? 'kept' : 'late'
  if (dropped) return 'dropped'
  return dueOn < today ? 'overdue' : 'running'
}

type Unit = 'workingDays' | 'days' | 'months'

/** How to reckon a duty from a day: the number in force on that day; none where it is 0 or not set. */
function reckon(
  ground: DeadlineGround,
  key: string,
  from: string,
  unit: Unit,
): { readonly dueOn: string; readonly provisional: readonly number[]; readonly rule: ParameterValue } | null {
  const rule = parameterOn(ground.parameters, key, from)
  if (!rule || rule.value === 0) return null
  if (unit === 'workingDays') {
    const { day, provisional } = addWorkingDays(ground.calendar, from, rule.value)
    return { dueOn: day, provisional, rule }
  }
  return { dueOn: unit === 'days' ? addDays(from, rule.value) : addMonths(from, rule.value), provisional: [], rule }
}

interface Asked {
  readonly duty: SupervisionDuty
  readonly from: string | null
  readonly key: string
  readonly unit: Unit
  readonly doneOn: string | null
  readonly dropped?: boolean
  /** The day that the record itself sets. */
  readonly fixed?: string | null
}

function deadline(ground: DeadlineGround, { duty, from, key, unit, doneOn, dropped = false, fixed = null }: Asked): readonly Deadline[] {
  if (fixed !== null) return [{ duty, dueOn: fixed, doneOn, dropped: dropped && doneOn === null, provisional: [], rule: null }]
  const reckoned = from === null ? null : reckon(ground, key, from, unit)
  return reckoned ? [{ duty, ...reckoned, doneOn, dropped: dropped && doneOn === null }] : []
}

export type AdmonitionFacts = Pick<Admonition, 'kind' | 'executedOn' | 'deliveredOn' | 'replyBy' | 'repliedOn' | 'selfCriticismOn' | 'reportOn' | 'closedOn'>

/** 函询: a reply so many working days after it was received (sent, where that is not on record). 诫勉: 书面检查 and 整改报告. A later closing drops what was not handed in. */
export function admonitionDeadlines(a: AdmonitionFacts, ground: DeadlineGround): readonly Deadline[] {
  const dropped = a.closedOn !== null
  if (a.kind === 'inquiry')
    return deadline(ground, {
      duty: 'reply',
      from: a.deliveredOn ?? a.executedOn,
      key: 'supervision.inquiryReply',
      unit: 'workingDays',
      doneOn: a.repliedOn,
      dropped,
      fixed: a.replyBy,
    })
  const report = (key: string) => deadline(ground, { duty: 'report', from: a.executedOn, key, unit: 'months', doneOn: a.reportOn, dropped })
  if (a.kind === 'remind') return report('supervision.remindReport')
  return [
    ...deadline(ground, {
      duty: 'selfCriticism',
      from: a.executedOn,
      key: 'supervision.selfCriticism',
      unit: 'workingDays',
      doneOn: a.selfCriticismOn,
      dropped,
    }),
    ...report('supervision.admonishReport'),
  ]
}

export type ReportFacts = Pick<PersonalReport, 'kind' | 'year' | 'eventOn' | 'submittedOn' | 'returnedOn' | 'resubmittedOn'>

/** 年度报告: by a day of the January after the year. 变动报告: so many days after the event. What was sent back to be mended is due as soon as it was. */
export function reportDeadlines(r: ReportFacts, ground: DeadlineGround): readonly Deadline[] {
  const corrected: readonly Deadline[] =
    r.returnedOn === null ? [] : [{ duty: 'correction', dueOn: r.returnedOn, doneOn: r.resubmittedOn, dropped: false, provisional: [], rule: null }]
  if (r.kind === 'change')
    return [...deadline(ground, { duty: 'changeReport', from: r.eventOn, key: 'supervision.changeReport', unit: 'days', doneOn: r.submittedOn }), ...corrected]
  const due = annualReportDay(r.year, ground)
  return [...(due ? [{ duty: 'annualReport', ...due, doneOn: r.submittedOn, dropped: false, provisional: [] } as const] : []), ...corrected]
}

/** The day in January until which the reports of a year are handed in; none where no rule is in force. */
export function annualReportDay(
  year: number,
  { parameters }: Pick<DeadlineGround, 'parameters'>,
): { readonly dueOn: string; readonly rule: ParameterValue } | null {
  const rule = parameterOn(parameters, 'supervision.annualReportDay', `${year + 1}-01-01`)
  if (!rule || rule.value === 0) return null
  return { dueOn: `${year + 1}-01-${String(Math.min(rule.value, lastDate(year + 1, 1))).padStart(2, '0')}`, rule }
}

export type PetitionFacts = Pick<
  Petition,
  | 'nature'
  | 'named'
  | 'receivedOn'
  | 'handling'
  | 'forwardedOn'
  | 'acceptedOn'
  | 'noticeOn'
  | 'dueOn'
  | 'extendedTo'
  | 'closedOn'
  | 'feedbackOn'
  | 'reviewAskedOn'
  | 'reviewedOn'
  | 'repeatOfId'
>

/**
 * 检举控告工作规则 for accusations: whoever signed is told within so many working days, and again of the result; a repeat is not told anew.
 * 信访工作条例 for the rest: told within so many days, and 求决 alone is to be closed within 60 of being accepted.
 */
export function petitionDeadlines(p: PetitionFacts, ground: DeadlineGround): readonly Deadline[] {
  const [closed, accusation] = [p.closedOn !== null, p.nature === 'accusation']
  const forwarded = p.handling === 'forward'
  const told = p.named && !forwarded
  return [
    ...(forwarded
      ? deadline(ground, { duty: 'forward', from: p.receivedOn, key: 'petition.forward', unit: 'workingDays', doneOn: p.forwardedOn, dropped: closed })
      : []),
    ...(told && p.repeatOfId === null
      ? deadline(ground, {
          duty: 'notice',
          from: p.receivedOn,
          key: accusation ? 'petition.noticeNamed' : 'petition.notice',
          unit: accusation ? 'workingDays' : 'days',
          doneOn: p.noticeOn,
          dropped: closed,
        })
      : []),
    ...closing(p, ground, forwarded),
    ...(told && accusation
      ? deadline(ground, { duty: 'feedback', from: p.closedOn, key: 'petition.feedback', unit: 'workingDays', doneOn: p.feedbackOn })
      : []),
    ...deadline(ground, { duty: 'review', from: p.reviewAskedOn, key: 'petition.review', unit: 'days', doneOn: p.reviewedOn }),
  ]
}

/** 办结: on the day that was set or put off to; else by the rule, which is for 求决 alone. */
function closing(p: PetitionFacts, ground: DeadlineGround, forwarded: boolean): readonly Deadline[] {
  const fixed = p.extendedTo ?? p.dueOn
  if (forwarded || (fixed === null && p.nature !== 'request')) return []
  return deadline(ground, { duty: 'close', from: p.acceptedOn ?? p.receivedOn, key: 'petition.close', unit: 'days', doneOn: p.closedOn, fixed })
}

/** 延长不超过 30 日: the last day to which the closing of a 求决 may be put off, with what says so; none where no rule does. */
export function longestExtension(
  p: PetitionFacts,
  { parameters }: Pick<DeadlineGround, 'parameters'>,
): { readonly day: string; readonly rule: ParameterValue } | null {
  const from = p.acceptedOn ?? p.receivedOn
  const [regular, rule] = [parameterOn(parameters, 'petition.close', from), parameterOn(parameters, 'petition.extend', from)]
  if (p.nature !== 'request' || !regular || regular.value === 0 || !rule) return null
  return { day: addDays(from, regular.value + rule.value), rule }
}
