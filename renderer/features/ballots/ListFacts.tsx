import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { useScope } from '../../app/scope.tsx'
import { Card } from '../../ui/Card.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { BallotFacts } from './use-list.ts'

interface Props {
  readonly facts: BallotFacts
  readonly kind: BallotKind
  readonly editable: boolean
  onFacts(facts: BallotFacts): void
}

const people = [
  ['eligible', '应到人数'],
  ['present', '实到人数'],
  ['fullMembers', '正式党员'],
  ['places', '名额'],
] as const

/** When and where it is held, who presides, and the numbers that thresholds and caps are taken of. */
export function ListFacts({ facts, kind, editable, onFacts }: Props) {
  const { today } = useScope()
  const asked = people.filter(([key]) => (key === 'fullMembers' ? kind.caps.length > 0 : key === 'places' ? kind.paper.atMostPlaces === true : true))
  const tooMany = facts.present !== null && facts.eligible !== null && facts.present > facts.eligible
  return (
    <Card title="基本情况">
      <div className="list-facts">
        <Field label="投票日期">
          <DateBox value={facts.heldOn} today={today} disabled={!editable} onChange={heldOn => onFacts({ ...facts, heldOn })} />
        </Field>
        <Field label="主持人">
          <TextBox value={facts.chair ?? ''} disabled={!editable} maxLength={40} onChange={chair => onFacts({ ...facts, chair: chair || null })} />
        </Field>
        {asked.map(([key, label]) => (
          <Field key={key} label={label} fault={key === 'present' && tooMany ? `多于应到 ${facts.eligible} 人` : undefined}>
            <NumberBox
              value={facts[key]}
              disabled={!editable}
              onChange={value => (value === null || (Number.isInteger(value) && value >= 0)) && onFacts({ ...facts, [key]: value })}
            />
          </Field>
        ))}
        <div className="wide">
          <Field label="地点">
            <TextBox value={facts.place ?? ''} disabled={!editable} maxLength={100} onChange={place => onFacts({ ...facts, place: place || null })} />
          </Field>
        </div>
      </div>
    </Card>
  )
}
