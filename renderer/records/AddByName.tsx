import { useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { PickBox, type Picked } from '../ui/PickBox.tsx'
import { titlesOf } from './RefInput.tsx'

interface Props {
  readonly type: RecordName
  readonly label: string
  readonly placeholder: string
  onPick(picked: Picked): void | Promise<void>
}

/** Adds one record after another by its name: picked, handed on, and empty again with the keyboard in it. */
export function AddByName({ type, label, placeholder, onPick }: Props) {
  const [added, setAdded] = useState(0)
  const pick = async (picked: Picked | null) => {
    if (!picked) return
    await onPick(picked)
    setAdded(before => before + 1)
  }
  return (
    <PickBox
      key={added}
      value={null}
      label={label}
      placeholder={placeholder}
      load={titlesOf(type)}
      autoFocus={added > 0}
      onChange={picked => void pick(picked)}
    />
  )
}
