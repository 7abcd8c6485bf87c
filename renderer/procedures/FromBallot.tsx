import { useState } from 'react'
import { ballot } from '../../shared/domain/ballot.ts'
import { type BallotKindName, ballotKinds } from '../../shared/domain/ballot-words.ts'
import { call } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import type { RecordFormState } from '../records/use-record-form.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Link } from '../ui/Link.tsx'
import { useSay } from '../ui/Snackbar.tsx'

interface Props {
  readonly personId: string
  readonly kind: BallotKindName
  readonly form: RecordFormState
}

/** The votes that the ballot engine has of this person: their figures are taken over instead of typed. */
export function FromBallot({ personId, kind, form }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const { data } = useQuery('ballot.ofPerson', { personId })
  const held = (data ?? []).filter(found => found.kind === kind)
  const take = async (ballotId: string, name: string) => {
    setBusy(true)
    try {
      const reply = await call('ballot.get', { ballotId })
      const { eligible, present, heldOn } = ballot.stored.parse(reply.ballot)
      const number = reply.rows.find(({ line }) => line.personId === personId)?.line.number
      const votes = (option: string) => reply.tallies.reduce((sum, line) => sum + (line.row === number && line.option === option ? line.votes : 0), 0)
      const counted = reply.tallies.some(({ row }) => row === number)
      const figures = {
        eligible,
        present,
        ...(counted ? { agree: votes('agree'), against: votes('against'), abstain: votes('blank') + votes('abstain') } : {}),
      }
      for (const [key, value] of Object.entries({ ...figures, doneOn: heldOn ?? form.values['doneOn'], ballotId })) form.set(key, value)
      say(counted ? `已取“${name}”的计票结果，还没有保存` : `“${name}”还没有计票，只取了人数和日期`)
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  if (held.length === 0) return <p className="t12 ink-3">用“{ballotKinds[kind]}”计过票的，可以直接取票数；这个人还没有这样的票决。</p>
  return (
    <ul className="case-ballots">
      {held.map(({ ballotId, name, heldOn }) => (
        <li key={ballotId} className="row t13">
          <Link to={`/ballots/${ballotId}`} className="link ellipsis" title={name}>
            {name}
          </Link>
          <span className="t12 ink-3">{heldOn}</span>
          <span className="space" />
          <Button small icon="vote" disabled={busy} onClick={() => void take(ballotId, name)}>
            取票数
          </Button>
        </li>
      ))}
    </ul>
  )
}
