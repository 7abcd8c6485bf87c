import { useState } from 'react'
import { titlesOf } from '../records/RefInput.tsx'
import { sentenceOf } from '../ui/Banner.tsx'
import { PickBox, type Picked } from '../ui/PickBox.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { matchPicked } from './match-picked.ts'
import { type Expected, expectedOf } from './roll.ts'

const find = titlesOf('person')

/** Adds one person after another, found by name, 拼音 or initials. */
export function AddPerson({ onPick }: { onPick(person: Expected): void }) {
  const say = useSay()
  const [added, setAdded] = useState(0)
  const pick = async (picked: Picked | null) => {
    if (!picked) return
    try {
      onPick(expectedOf(await matchPicked(picked)))
    } catch (error) {
      say(sentenceOf(error))
    }
    setAdded(added + 1)
  }
  return (
    <div className="add-person">
      <PickBox
        key={added}
        value={null}
        label="加一个人"
        placeholder="加人：姓名或拼音首字母"
        load={find}
        autoFocus={added > 0}
        onChange={picked => void pick(picked)}
      />
    </div>
  )
}
