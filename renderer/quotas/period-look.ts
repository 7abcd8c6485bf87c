import { quotaStates, type QuotaSubject } from '../../shared/api/quota.ts'
import { amountText } from '../ui/say-amount.ts'

type State = QuotaSubject['state']

interface Look {
  readonly className: string
  /** Colour is never alone. */
  readonly sign: string
}

const looks: Readonly<Record<State, Look>> = {
  met: { className: 'period met', sign: '✓' },
  near: { className: 'period near', sign: '◷' },
  short: { className: 'period short', sign: '✕' },
  open: { className: 'period open', sign: '○' },
  exempt: { className: 'period exempt', sign: '免' },
  none: { className: 'period none', sign: '' },
}

/** How a period stands out: its colour and its sign. */
export const periodLook = (state: State): Look => looks[state]

/** 达标，2 / 1 次 */
export function periodSays(period: { readonly state: State; readonly done: number; readonly target: number }, unit: string): string {
  const { state, done, target } = period
  if (state === 'none') return done > 0 ? `还不考核，已有 ${amountText(done)} ${unit}` : '不考核'
  return target > 0 && state !== 'exempt' ? `${quotaStates[state]}，${amountText(done)} / ${amountText(target)} ${unit}` : quotaStates[state]
}
