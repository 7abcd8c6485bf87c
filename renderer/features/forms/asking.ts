import { type FormName, formNames, type FormParams } from '../../../shared/api/forms.ts'
import { forms } from '../../../shared/forms/index.ts'
import { isDay } from '../../../shared/rules/days.ts'
import type { Scope } from '../../app/scope.tsx'
import type { Picked } from '../../ui/PickBox.tsx'

/** Whose archives: everyone under the organization, those who are short, or some by name. */
export const peopleChoices = { all: '全部', short: '未达标', some: '指定人员' } as const
export type PeopleChoice = keyof typeof peopleChoices

/** Of a whole 轮次, or of one of its ballots. */
export const ballotChoices = { round: '整个轮次', ballot: '一次测评' } as const
export type BallotChoice = keyof typeof ballotChoices

/** 份数: each distinct paper once, or as many as there are voters. */
export const copiesChoices = { one: '每种一份', voters: '按应参加人数' } as const
export type CopiesChoice = keyof typeof copiesChoices

/** What the user has asked of the form in hand, besides organization and year. */
export interface Asking {
  readonly people: PeopleChoice
  readonly some: readonly Picked[]
  readonly activity: Picked | null
  readonly meeting: Picked | null
  readonly quota: Picked | null
  readonly case: Picked | null
  /** The first day of a 公示 that is not on file yet. */
  readonly startsOn: string | null
  readonly of: BallotChoice
  readonly round: Picked | null
  readonly ballot: Picked | null
  readonly copies: CopiesChoice
  /** 结果汇总表 behind the papers. */
  readonly summary: boolean
  /** Null is the month that runs, of a past year December. */
  readonly month: number | null
  /** Null leaves it to the form. */
  readonly blankRows: number | null
  readonly watermark: boolean
}

export const isFormName = (name: string | null): name is FormName => formNames.some(known => known === name)

export type Asked = { readonly ready: true; readonly params: FormParams } | { readonly ready: false; readonly wants: string }

/** The form's parameters, or what is still to be chosen. `shortIds` are those who have not met the target, where they are asked for. */
export function paramsOf(name: FormName, asking: Asking, scope: Pick<Scope, 'year' | 'organizationId'>, shortIds: readonly string[] | undefined): Asked {
  const { needs } = forms[name]
  const wants = (need: (typeof forms)[FormName]['needs'][number]) => needs.some(n => n === need)
  if (wants('activity') && !asking.activity) return { ready: false, wants: '选一次学习活动，右边就是它的签到表。' }
  if (wants('meeting') && !asking.meeting) return { ready: false, wants: '选一次会议，右边就是它的会议记录。' }
  if (wants('quota') && !asking.quota) return { ready: false, wants: '选一项指标，右边就是它的名单。' }
  if (wants('case') && !asking.case) return { ready: false, wants: '选一个卷宗，右边就是它的表。' }
  if (wants('round') && asking.of === 'round' && !asking.round) return { ready: false, wants: '选一个轮次，右边就是它的票和表。' }
  if (wants('ballot') && asking.of === 'ballot' && !asking.ballot) return { ready: false, wants: '选一次测评，右边就是它的票和表。' }
  if (wants('people') && asking.people === 'some' && asking.some.length === 0) return { ready: false, wants: '加上要打印的人。' }
  if (wants('people') && asking.people === 'short' && shortIds === undefined) return { ready: false, wants: '' }
  if (wants('people') && asking.people === 'short' && shortIds?.length === 0) return { ready: false, wants: '这个组织、这个年度没有未达标的人。' }
  const ids = !wants('people') || asking.people === 'all' ? undefined : asking.people === 'some' ? asking.some.map(p => p.id) : [...(shortIds ?? [])]
  return {
    ready: true,
    params: {
      ...(wants('year') ? { year: scope.year } : {}),
      ...(wants('month') && asking.month !== null ? { month: asking.month } : {}),
      ...(wants('organization') && scope.organizationId !== undefined && asking.people !== 'some' ? { organizationId: scope.organizationId } : {}),
      ...(ids ? { personIds: ids } : {}),
      ...(wants('activity') && asking.activity ? { activityId: asking.activity.id } : {}),
      ...(wants('quota') && asking.quota ? { quota: asking.quota.id } : {}),
      ...(wants('meeting') && asking.meeting ? { activityId: asking.meeting.id } : {}),
      ...(wants('case') && asking.case ? { caseIds: [asking.case.id] } : {}),
      ...(wants('posted') && asking.startsOn !== null && isDay(asking.startsOn) ? { startsOn: asking.startsOn } : {}),
      ...(wants('round') ? ballotParams(asking, scope) : {}),
      ...(name === 'ballotPaper' ? { copies: asking.copies, summary: asking.summary } : {}),
      ...(name === 'signIn' && asking.blankRows !== null && blankRowsFault(asking.blankRows) === undefined ? { blankRows: asking.blankRows } : {}),
      ...(forms[name].watermark ? { watermark: asking.watermark } : {}),
    },
  }
}

function ballotParams({ of, round, ballot }: Asking, { organizationId }: Pick<Scope, 'organizationId'>): FormParams {
  if (of === 'ballot') return ballot ? { ballotId: ballot.id } : {}
  return round ? { roundId: round.id, ...(organizationId === undefined ? {} : { organizationId }) } : {}
}

export const blankRowsFault = (rows: number | null): string | undefined =>
  rows === null || (Number.isInteger(rows) && rows >= 0 && rows <= 200) ? undefined : '填 0 到 200 的整数'

/** What the file is called, without its ending: the form, and what it is of. */
export function fileName(name: FormName, asking: Asking, scope: Pick<Scope, 'year' | 'name'>): string {
  if (name === 'quotaList') return `${asking.quota?.title ?? ''}完成情况名单（${scope.year}年${scope.name}）`
  if (name === 'quotaShort') return `${asking.quota?.title ?? ''}未达标名单（${scope.year}年${scope.name}）`
  if (forms[name].needs.some(need => need === 'case')) return `${forms[name].label}（${asking.case?.title ?? ''}）`
  const ballots = forms[name].needs.some(need => need === 'round')
  if (ballots) return `${forms[name].label}（${(asking.of === 'round' ? asking.round : asking.ballot)?.title ?? ''}）`
  const of = name === 'signIn' ? (asking.activity?.title ?? '') : name === 'meetingMinutes' ? (asking.meeting?.title ?? '') : `${scope.year}年${scope.name}`
  return `${forms[name].label}（${of}）`
}
