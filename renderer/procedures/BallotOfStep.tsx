import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { ballot } from '../../shared/domain/ballot.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import type { RecordFormState } from '../records/use-record-form.ts'
import { Field } from '../ui/Field.tsx'
import { PickBox, type Picked } from '../ui/PickBox.tsx'

interface Props {
  readonly kind: BallotKindName
  readonly form: RecordFormState
}

/** The ballot that a step rests on, where a case is about several people: its figures stand with each of them, the step takes day and attendance. */
export function BallotOfStep({ kind, form }: Props) {
  const { year } = useScope()
  const id = form.values['ballotId']
  const ballotId = typeof id === 'string' ? id : null
  const kept = useQuery('ballot.get', { ballotId: ballotId ?? '' }, { enabled: ballotId !== null })
  const value = ballotId === null ? null : { id: ballotId, title: kept.data ? ballot.stored.parse(kept.data.ballot).name : '…' }
  const find = async (search: string): Promise<readonly Picked[]> => {
    const { rows } = await call('ballot.list', { year, kind, limit: 50, ...(search === '' ? {} : { search }) })
    return rows.map(row => ({ id: row.id, title: row.name, detail: row.heldOn ?? '' }))
  }
  const choose = async (picked: Picked | null) => {
    form.set('ballotId', picked?.id ?? null)
    if (!picked) return
    const { heldOn, eligible, present } = ballot.stored.parse((await call('ballot.get', { ballotId: picked.id })).ballot)
    for (const [key, figure] of Object.entries({ doneOn: heldOn, eligible, present })) if (figure !== null) form.set(key, figure)
  }
  return (
    <Field label="测评（票决）" help="选已经建好的票；封票以后票数自动列在人选比较里">
      <PickBox key={value?.title ?? ''} value={value} load={find} onChange={picked => void choose(picked)} />
    </Field>
  )
}
