import { call } from '../../api/client.ts'
import { titlesOf } from '../../records/RefInput.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import type { Match } from './match-names.ts'

interface Props {
  readonly chosen: Match | undefined
  onChoose(match: Match | null): void
}

const find = titlesOf('person')

/** Someone for a name that is not on file as it was typed. */
export function PickNobody({ chosen, onChoose }: Props) {
  const pick = async (picked: Picked | null) => {
    if (!picked) return onChoose(null)
    const [reply] = await call('people.match', { texts: [picked.title] })
    onChoose(reply?.matches.find(m => m.id === picked.id) ?? { id: picked.id, name: picked.title, organization: '', idNumber: '' })
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
