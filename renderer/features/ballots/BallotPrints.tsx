import { FormMenu } from '../../forms/FormMenu.tsx'
import type { BallotReply } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
}

/** What leaves the office for one ballot: its papers before it is counted, what it came to afterwards. */
export function BallotPrints({ reply }: Props) {
  const { ballot, kind, state, rows } = reply
  const params = { ballotId: String(ballot['id']) }
  const name = String(ballot['name'])
  const graded = rows.filter(({ line }) => line.part === 'graded').length
  const counted = state === 'closed' || state === 'decided'
  return (
    <div className="ballot-prints">
      {!counted && <FormMenu form="ballotPaper" params={{ ...params, copies: 'voters' }} name={`${name}票`} label="打印票" print="按应参加人数印足" />}
      {counted && <FormMenu form="ballotSummary" params={params} name={`${name}结果汇总表`} label="汇总表" />}
      {counted && kind === 'memberAppraisal' && <FormMenu form="appraisalRecord" params={params} name={`${name}登记表`} label={`登记表 ${graded} 份`} />}
    </div>
  )
}
