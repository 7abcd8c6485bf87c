import { type CaseState, caseStates } from '../../shared/api/procedures.ts'
import { StatusChip, type Tone } from '../ui/StatusChip.tsx'

const looks: Readonly<Record<CaseState, readonly [tone: Tone, icon?: 'clock' | 'go' | 'lock']>> = {
  overdue: ['overdue'],
  near: ['near'],
  open: ['info', 'go'],
  waiting: ['exempt', 'clock'],
  ended: ['plain', 'lock'],
}

/** 逾期, 临期, 进行中, 等时间, 已结束: how a case stands, with colour, icon and word. */
export function CaseChip({ state, alarm = null }: { readonly state: CaseState; /** What its procedure calls it: 挂空. */ readonly alarm?: string | null }) {
  const [tone, icon] = looks[state]
  return <StatusChip tone={tone} word={alarm ?? caseStates[state]} {...(icon ? { icon } : {})} />
}
