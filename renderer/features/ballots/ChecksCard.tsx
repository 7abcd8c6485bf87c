import { type Check, checkCodes, type CheckCode } from '../../../shared/rules/ballot-checks.ts'
import { percentText } from '../../ballots/words.ts'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'

interface Props {
  /** Of one group. */
  readonly checks: readonly Check[]
  /** Lines that agree; null where papers make them agree. */
  readonly done: number | null
  readonly rows: number
  /** 参评率: returned of those eligible, and what is asked; null where nothing is. */
  readonly participation: { readonly returned: number; readonly eligible: number; readonly asked: number } | null
  /** Others of the paper's own. */
  readonly extra?: readonly { readonly label: string; readonly state: Check['state']; readonly says: string }[]
}

const words: Readonly<Partial<Record<CheckCode, string>>> = { complete: '全部录完' }

/** 核对: what was held against what, as it stands now. */
export function ChecksCard({ checks, done, rows, participation, extra = [] }: Props) {
  const wrongRows = checks.filter(c => c.code === 'rows' && c.state === 'wrong')
  const first = wrongRows[0]
  const shown = checks.filter(c => c.code !== 'rows' || c.state !== 'wrong')
  const lines = (codes: (code: CheckCode) => boolean) => shown.filter(c => codes(c.code)).map(c => <CheckLine key={`${c.code} ${c.figures}`} {...lineOf(c)} />)
  const lineOf = (c: Check) => ({
    label: words[c.code] ?? checkCodes[c.code],
    state: c.state,
    says: c.code === 'complete' ? (c.state === 'agrees' ? `${rows} 行` : `差 ${rows - (done ?? 0)} 行`) : c.figures,
    title: c.message ?? undefined,
  })
  return (
    <Card
      title="核对"
      actions={
        done !== null && (
          <span className="t12 ink-3">
            {done} / {rows} 行相符
          </span>
        )
      }
    >
      <ul className="checks">
        {lines(code => code !== 'complete')}
        {first && (
          <li title={first.message ?? undefined}>
            <Icon name="warn" className="tone-short" />
            <span>{checkCodes.rows}</span>
            <span className="checks-says tone-short">{wrongRows.length} 行不符</span>
          </li>
        )}
        {participation && participation.eligible > 0 && (
          <CheckLine
            label={`参评率 ≥ ${participation.asked}%`}
            state={participation.returned * 100 >= participation.eligible * participation.asked ? 'agrees' : 'wrong'}
            says={`${participation.returned} / ${participation.eligible} = ${percentText(participation.returned, participation.eligible)}`}
            title="各地做法，待核；不影响封票"
          />
        )}
        {lines(code => code === 'complete')}
        {extra.map(line => (
          <CheckLine key={line.label} {...line} />
        ))}
      </ul>
    </Card>
  )
}

function CheckLine({
  label,
  state,
  says,
  title,
}: {
  readonly label: string
  readonly state: Check['state']
  readonly says: string
  readonly title?: string | undefined
}) {
  const [icon, tone] =
    state === 'agrees' ? (['check', 'tone-ok'] as const) : state === 'wrong' ? (['warn', 'tone-short'] as const) : (['clock', 'ink-3'] as const)
  return (
    <li title={title}>
      <Icon name={icon} className={tone} />
      <span>{label}</span>
      <span className={state === 'wrong' ? 'checks-says tone-short' : 'checks-says'}>{says || (state === 'open' ? '未录' : '')}</span>
    </li>
  )
}
