import { Icon } from './Icon.tsx'
import type { IconName } from './icons.ts'

/** 达标, 临期, 未达标, 逾期, 免, 暂算; `info` and `plain` reuse the shapes for neutral words. */
export type Tone = 'met' | 'near' | 'short' | 'overdue' | 'exempt' | 'provisional' | 'info' | 'plain'

const looks: Record<Tone, { className: string; icon: IconName; word: string }> = {
  met: { className: 'ok', icon: 'check', word: '达标' },
  near: { className: 'soon', icon: 'clock', word: '临期' },
  short: { className: 'short', icon: 'short', word: '未达标' },
  overdue: { className: 'late', icon: 'warn', word: '逾期' },
  exempt: { className: 'free', icon: 'exempt', word: '免' },
  provisional: { className: 'calc', icon: 'provisional', word: '暂算' },
  info: { className: 'info', icon: 'info', word: '' },
  plain: { className: 'none', icon: 'minus', word: '' },
}

interface Props {
  readonly tone: Tone
  /** Another word in the same shape: 正常, 有误, 改动. */
  readonly word?: string
  readonly icon?: IconName
}

/** Status: colour, icon and word, always the three. */
export function StatusChip({ tone, word, icon }: Props) {
  const look = looks[tone]
  return (
    <span className={`status ${look.className}`}>
      <Icon name={icon ?? look.icon} size={12} />
      {word ?? look.word}
    </span>
  )
}

/** A quota state as `quota.board` and `quota.people` name it; without a target there is nothing to say. */
export function QuotaChip({ state }: { readonly state: 'met' | 'near' | 'short' | 'open' | 'exempt' | 'none' }) {
  if (state === 'open') return <StatusChip tone="info" word="进行中" icon="clock" />
  return state === 'none' ? <StatusChip tone="plain" word="无指标" /> : <StatusChip tone={state} />
}
