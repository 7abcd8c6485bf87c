import { SelectBox } from '../ui/SelectBox.tsx'
import { StatusChip } from '../ui/StatusChip.tsx'
import type { MatchedName } from './match-names.ts'
import { PickNobody } from './PickNobody.tsx'
import type { Match } from './roll.ts'

interface Props {
  readonly name: MatchedName
  readonly chosen: Match | undefined
  /** Those who stand on the list already. */
  readonly here: ReadonlySet<string>
}

export const outcomes: Readonly<Record<MatchedName['outcome'], string>> = { one: '对上', several: '要选人', none: '没找到' }

const whoIs = (m: Match) => `${m.name}　${m.organization}　${m.idNumber}`

/** Who a pasted name is taken for; where others bear it too, the choice is here. */
export function PastedPerson({ name, chosen, here, onChoose }: Props & { onChoose(match: Match | null): void }) {
  const { outcome, candidates, pasted } = name
  if (outcome === 'none') return <PickNobody chosen={chosen} onChoose={onChoose} />
  if (outcome === 'one' && candidates.length === 1 && chosen)
    return (
      <span title={chosen.idNumber}>
        {chosen.name}　<span className="ink-3">{chosen.organization}</span>
      </span>
    )
  return (
    <SelectBox
      small
      label={`${pasted.text}是哪一个`}
      value={chosen?.id ?? null}
      none="选一个人；不选不加入"
      options={candidates.map(m => ({ value: m.id, label: `${whoIs(m)}${here.has(m.id) ? '　已在名单' : ''}` }))}
      onChange={id => onChoose(candidates.find(m => m.id === id) ?? null)}
    />
  )
}

/** What came of a pasted name, in a word. */
export function PastedResult({ name: { outcome, candidates, pasted, why }, chosen, here }: Props) {
  if (chosen && here.has(chosen.id)) return <StatusChip tone="info" word={pasted.state === null ? '已在名单' : '已在名单，改出勤'} />
  const byOrganizer = outcome === 'one' && candidates.length > 1 && chosen === candidates[0]
  if (chosen) return <StatusChip tone="met" word={byOrganizer ? '按主办方对上' : outcomes.one} />
  return <StatusChip tone={outcome === 'none' ? 'short' : 'near'} word={why} icon={outcome === 'none' ? 'short' : 'users'} />
}
