import { AddByName } from '../records/AddByName.tsx'
import { TextBox } from '../ui/TextBox.tsx'

interface Props {
  readonly value: string
  onChange(names: string | null): void
  onBlur(): void
}

/** Names, typed; or added one after another from the roster. */
export function PeopleBox({ value, onChange, onBlur }: Props) {
  const add = (name: string) => {
    const before = value.split(/[、，,;；\s]+/).filter(Boolean)
    if (!before.includes(name)) onChange([...before, name].join('、'))
  }
  return (
    <div className="case-people">
      <TextBox value={value} maxLength={200} onChange={names => onChange(names === '' ? null : names)} onBlur={onBlur} />
      <AddByName type="person" label="从花名册加人" placeholder="从花名册加人" onPick={({ title }) => add(title)} />
    </div>
  )
}
