import { useState } from 'react'
import { titlesOf } from '../records/RefInput.tsx'
import { PickBox } from '../ui/PickBox.tsx'
import { TextBox } from '../ui/TextBox.tsx'

interface Props {
  readonly value: string
  onChange(names: string | null): void
  onBlur(): void
}

const find = titlesOf('person')

/** Names, typed; or added one after another from the roster. */
export function PeopleBox({ value, onChange, onBlur }: Props) {
  const [added, setAdded] = useState(0)
  const add = (name: string) => {
    const before = value.split(/[、，,;；\s]+/).filter(Boolean)
    if (!before.includes(name)) onChange([...before, name].join('、'))
    setAdded(added + 1)
  }
  return (
    <div className="case-people">
      <TextBox value={value} maxLength={200} onChange={names => onChange(names === '' ? null : names)} onBlur={onBlur} />
      <PickBox
        key={added}
        value={null}
        label="从花名册加人"
        placeholder="从花名册加人"
        load={find}
        autoFocus={added > 0}
        onChange={picked => picked && add(picked.title)}
      />
    </div>
  )
}
