import { titlesOf } from '../records/RefInput.tsx'
import { sentenceOf } from '../ui/Banner.tsx'
import { PickBox, type Picked } from '../ui/PickBox.tsx'
import { useSay } from '../ui/Snackbar.tsx'
import { matchPicked } from './match-picked.ts'
import type { Match } from './roll.ts'

interface Props {
  readonly chosen: Match | undefined
  onChoose(match: Match | null): void
}

const find = titlesOf('person')

/** Someone for a name that is not on file as it was typed. */
export function PickNobody({ chosen, onChoose }: Props) {
  const say = useSay()
  const pick = async (picked: Picked | null) => {
    try {
      onChoose(picked && (await matchPicked(picked)))
    } catch (error) {
      say(sentenceOf(error))
    }
  }
  return (
    <PickBox
      value={chosen ? { id: chosen.id, title: chosen.name } : null}
      label="换一个人"
      placeholder="另找一个人，或不加入"
      load={find}
      onChange={picked => void pick(picked)}
    />
  )
}
