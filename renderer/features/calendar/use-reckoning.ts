import { isDay } from '../../../shared/rules/days.ts'
import { useQuery } from '../../api/hooks.ts'
import { useKept } from '../../app/router.ts'

export interface ReckoningQuestion {
  readonly from: string | null
  readonly days: number | null
  readonly way: 'after' | 'before'
  /** Undefined: as the office's parameter has it. */
  readonly countFirstDay?: boolean
}

/** 推算: what is asked, and what the office's calendar answers. */
export function useReckoning(today: string) {
  const [question, ask] = useKept<ReckoningQuestion>('reckoning', { from: today, days: 5, way: 'after' })
  const { from, days, way, countFirstDay } = question
  const faults = {
    from: from !== null && isDay(from) ? undefined : '请填起算的日期',
    days: days !== null && Number.isInteger(days) && days >= 1 && days <= 1000 ? undefined : '1 到 1000 的整数',
  }
  const asked = from !== null && days !== null && !faults.from && !faults.days
  const reply = useQuery(
    'calendar.reckon',
    { from: from ?? today, workingDays: (days ?? 1) * (way === 'before' ? -1 : 1), ...(countFirstDay === undefined ? {} : { countFirstDay }) },
    { enabled: asked },
  )
  return { question, ask, faults, result: asked ? reply.data : undefined, error: reply.error }
}

export type Reckoning = ReturnType<typeof useReckoning>
