import type { EffectRow } from '../../../shared/api/bars.ts'
import { daysBetween } from '../../../shared/rules/days.ts'
import { barring, effectStates } from '../../../shared/rules/effect-standing.ts'
import type { Column } from '../../ui/columns.ts'
import { dayShort } from '../../ui/say-date.ts'
import { StatusChip } from '../../ui/StatusChip.tsx'

const dash = <span className="dash">—</span>

/** Who, what for, from when until when, and what is barred. */
export const effectColumns = (today: string): readonly Column<EffectRow>[] => [
  { key: 'name', head: '姓名', width: 88, text: r => r.name, cell: r => <b className="bold">{r.name}</b> },
  { key: 'organization', head: '党支部', width: 152, grow: true, text: r => r.organization, cell: r => r.organization || dash },
  { key: 'post', head: '时任职务', width: 128, grow: true, text: r => r.post ?? '', cell: r => r.post ?? dash },
  { key: 'label', head: '处分（处理）', width: 128, text: r => r.label, cell: r => r.label },
  { key: 'from', head: '影响期起', width: 92, text: r => r.from, cell: r => dayShort(r.from, today) },
  {
    key: 'until',
    head: '影响期止',
    width: 148,
    text: r => r.until ?? '',
    cell: r => (r.until === null ? dash : <Until until={r.until} left={barring.has(r.state) ? daysBetween(today, r.until) : null} today={today} />),
  },
  {
    key: 'promotableFrom',
    head: '可提拔日期',
    width: 100,
    text: r => r.promotableFrom ?? '',
    cell: r => (r.promotableFrom === null ? dash : dayShort(r.promotableFrom, today)),
  },
  { key: 'state', head: '状态', width: 136, text: r => effectStates[r.state], cell: r => <EffectChip state={r.state} /> },
  {
    key: 'barred',
    head: '期间不得',
    width: 216,
    grow: true,
    text: r => r.barred,
    cell: r => (r.barred === '' ? dash : <span title={r.clause ?? ''}>{r.barred}</span>),
  },
  {
    key: 'remarks',
    head: '核对',
    width: 200,
    grow: true,
    text: r => r.remarks.join('；'),
    cell: r => (r.remarks.length === 0 ? dash : <span className="ink-3">{r.remarks.join('；')}</span>),
  },
]

const Until = ({ until, left, today }: { readonly until: string; readonly left: number | null; readonly today: string }) => (
  <span className="effect-until">
    {dayShort(until, today)}
    {left !== null && left >= 0 && <span className="ink-3">剩 {left} 天</span>}
  </span>
)

const looks = {
  running: 'near',
  unrestored: 'short',
  unknown: 'short',
  endless: 'short',
  lasting: 'short',
  over: 'met',
  lifted: 'plain',
  revoked: 'plain',
  none: 'plain',
} as const

/** 在影响期, 未恢复权利, 已满: how it stands, with colour, icon and word. */
const EffectChip = ({ state }: { readonly state: EffectRow['state'] }) => <StatusChip tone={looks[state]} word={effectStates[state]} />
