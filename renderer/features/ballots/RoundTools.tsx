import { useState } from 'react'
import type { CallOutput } from '../../api/client.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { CountSheetsDialog } from '../../forms/CountSheetsDialog.tsx'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { RecordDialog } from '../../records/RecordDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'

interface Props {
  readonly round: CallOutput<'ballot.rounds'>[number]
}

/** What leaves the office for a whole round: its papers, the sheets to count on, what it came to. */
export function RoundTools({ round }: Props) {
  const { organizationId } = useScope()
  const { mayWrite } = useSession()
  const [handing, setHanding] = useState(false)
  const [editing, setEditing] = useState(false)
  const done = useSayDone()
  const params = { roundId: round.id, organizationId }
  const { planned, counting } = round.byState
  const waiting = (planned ?? 0) + (counting ?? 0)
  return (
    <div className="tools round-tools" role="group" aria-label={round.name}>
      <b className="ellipsis">{round.name}</b>
      <span className="ink-3 t12">{round.ballots} 个党组织一起</span>
      {mayWrite && <IconAction icon="edit" size={14} title="修改轮次的名称和日期" onClick={() => setEditing(true)} />}
      <span className="space" />
      <FormMenu small form="ballotPaper" params={{ ...params, copies: 'voters' }} name={`${round.name}票`} label="测评票" print="按应参加人数印足" />
      {mayWrite && (
        <Button small icon="download" disabled={waiting === 0} title="给支部填的 Excel 计票表，填好后导回" onClick={() => setHanding(true)}>
          发计票表
        </Button>
      )}
      <FormMenu small form="ballotSummary" params={params} name={`${round.name}结果汇总表`} label="汇总表" />
      {round.kind === 'memberAppraisal' && <FormMenu small form="appraisalRecord" params={params} name={`${round.name}登记表`} label="登记表" />}
      {editing && (
        <RecordDialog
          type="ballotRound"
          id={round.id}
          title="修改轮次"
          fixed={['kind', 'year', 'schemeId']}
          onSaved={saved => {
            setEditing(false)
            done(`已改“${String(saved['name'])}”`)
          }}
          onClose={() => setEditing(false)}
        />
      )}
      {handing && <CountSheetsDialog organizationId={organizationId} roundId={round.id} onClose={() => setHanding(false)} />}
    </div>
  )
}
