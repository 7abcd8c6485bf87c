import type { StepState } from '../../shared/rules/procedure.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import type { CallOutput } from '../api/client.ts'
import type { IconName } from '../ui/icons.ts'
import { dayShort } from '../ui/say-date.ts'
import type { Tone } from '../ui/StatusChip.tsx'

export type CaseReply = CallOutput<'case.get'>
export type StepShown = CaseReply['steps'][number]
export type CaseListed = CallOutput<'case.list'>['rows'][number]

export const stepLooks: Readonly<Record<StepState, { readonly tone: Tone; readonly icon: IconName }>> = {
  done: { tone: 'met', icon: 'check' },
  open: { tone: 'info', icon: 'go' },
  overdue: { tone: 'overdue', icon: 'warn' },
  waiting: { tone: 'exempt', icon: 'clock' },
  blocked: { tone: 'plain', icon: 'lock' },
  off: { tone: 'exempt', icon: 'exempt' },
  ended: { tone: 'plain', icon: 'minus' },
}

/** Where a step stands, in a few characters beside its name. */
export function standShort({ state, on, begun, until, from, overdueBy }: StepShown, today: string): string {
  if (state === 'done') return dayShort(on, today)
  if (state === 'overdue') return `逾期 ${overdueBy} 天`
  if (state === 'waiting') return `${dayShort(from, today)} 起`
  if (state === 'off') return '不适用'
  if (state === 'blocked' || state === 'ended') return ''
  if (until !== null) return `至 ${dayShort(until, today)}`
  return begun === null || on !== null ? '可办' : '办理中'
}

/** When a step may be taken, in a sentence. */
export function standLong({ state, on, until, from, begun, lastsUntil, overdueBy, blockedBy, repeats }: StepShown, today: string): string {
  const last = on !== null && repeats !== null ? `上一次 ${on}，` : ''
  switch (state) {
    case 'done':
      return on === null ? '已办' : `${on} 完成`
    case 'overdue':
      return `${last}不晚于 ${until ?? ''}，已过 ${overdueBy} 天`
    case 'waiting':
      return `${last}${from ?? ''} 起可以办`
    case 'blocked':
      return `等前面的步骤：${blockedBy.join('、')}`
    case 'off':
      return '这个卷宗不经过这一步'
    case 'ended':
      return '卷宗已结束，这一步没有办'
    case 'open':
      if (lastsUntil !== null && until === null) return `${begun ?? ''} 开始，至少到 ${lastsUntil}`
      return until === null ? `${last}现在可以办` : `${last}不晚于 ${until}，还有 ${daysBetween(today, until)} 天`
  }
}

/** The step that a case is opened at: the open one whose last day comes first, else the first open or waiting, else the last. */
export function stepToTake(steps: readonly StepShown[]): string {
  const open = steps.filter(({ state }) => state === 'open' || state === 'overdue')
  const dated = open.filter(({ until }) => until !== null).toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  const found = dated[0] ?? open[0] ?? steps.find(({ state }) => state === 'waiting') ?? steps.findLast(({ state }) => state === 'done')
  return found?.key ?? steps[0]?.key ?? ''
}
