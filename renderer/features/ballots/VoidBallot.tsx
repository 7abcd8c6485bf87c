import { useState } from 'react'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { RestoreDialog, VoidDialog } from '../../records/VoidDialog.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { BallotReply } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
}

const recordOf = ({ ballot }: BallotReply) => ({ id: String(ballot['id']), version: Number(ballot['version']) })

/** 作废 a ballot that was begun by mistake, as long as its count is not closed. */
export function VoidBallot({ reply }: Props) {
  const done = useSayDone()
  const [asking, setAsking] = useState(false)
  const name = String(reply.ballot['name'])
  const counted = reply.tallies.length > 0 || reply.papers.length > 0
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        作废这次测评
      </Button>
      {asking && (
        <VoidDialog
          type="ballot"
          record={recordOf(reply)}
          title="作废这次测评？"
          sub={name}
          consequences={[{ what: '名单', says: `${reply.rows.length} 行${counted ? '，已录的票数' : ''}不再列出` }]}
          onDone={() => {
            done(`已作废“${name}”`)
            navigate('/ballots')
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** Said wherever a voided ballot is still open; it can be put back. */
export function VoidedBallot({ reply }: Props) {
  const { mayWrite } = useSession()
  const done = useSayDone()
  const [asking, setAsking] = useState(false)
  const { ballot } = reply
  if (ballot['voidedAt'] === null) return null
  const name = String(ballot['name'])
  return (
    <>
      <Banner
        kind="warn"
        icon="exempt"
        action={
          mayWrite && (
            <Button small icon="undo" onClick={() => setAsking(true)}>
              恢复
            </Button>
          )
        }
      >
        <b>这次测评已作废。</b>理由：{String(ballot['voidReason'])}
      </Banner>
      {asking && (
        <RestoreDialog
          type="ballot"
          record={recordOf(reply)}
          sub={name}
          onDone={() => {
            setAsking(false)
            done(`已恢复“${name}”`)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
