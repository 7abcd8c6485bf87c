import { AddByName } from '../records/AddByName.tsx'
import { sentenceOf } from '../ui/Banner.tsx'
import type { Picked } from '../ui/PickBox.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { matchPicked } from './match-picked.ts'
import { type Expected, expectedOf } from './roll.ts'

/** Adds one person after another, found by name, 拼音 or initials. */
export function AddPerson({ onPick }: { onPick(person: Expected): void }) {
  const say = useSay()
  const pick = async (picked: Picked) => {
    try {
      onPick(expectedOf(await matchPicked(picked)))
    } catch (error) {
      say(sentenceOf(error))
    }
  }
  return (
    <div className="add-person">
      <AddByName type="person" label="加一个人" placeholder="加人：姓名或拼音首字母" onPick={pick} />
    </div>
  )
}
