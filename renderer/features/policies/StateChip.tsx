import type { ClauseState } from '../../../shared/rules/clause-states.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'

/** How a clause stands: 正常, 欠缺 12, 未启用, 尚无. */
export function StateChip({ state, short }: { readonly state: ClauseState; readonly short: number }) {
  if (state === '正常') return <StatusChip tone="met" word="正常" />
  if (state === '欠缺') return <StatusChip tone="short" word={`欠缺 ${short}`} />
  return state === '未启用' ? <StatusChip tone="exempt" icon="minus" word="未启用" /> : <StatusChip tone="plain" icon="exempt" word="尚无" />
}
