import { useState } from 'react'
import type { BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useSayDone } from '../../app/undo.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { gradeWord, type Head, isGrade, type Outcome, unitOf } from './result-words.ts'
import { pointsText, reportPath } from './words.ts'

interface Props {
  readonly head: Head
  readonly outcome: Outcome
}

/** One row opened: how its score came about, what is proposed and why, and the entry of what people decided. */
export function OutcomePanel({ head, outcome }: Props) {
  const { mayWrite } = useSession()
  return (
    <div className="outcome">
      <header className="section">
        <div className="row">
          <h3 className="ellipsis">{outcome.name}</h3>
          {outcome.post && <span className="tag">{outcome.post}</span>}
          <span className="space" />
          <Button small icon="go" href={`#${reportPath(head.ballotId, outcome.row)}`}>
            {head.subjects === 'people' ? '个人报告' : '考核报告'}
          </Button>
        </div>
        <p className="outcome-score">
          <b>{pointsText(outcome.score)}</b>
          <span className="ink-3">
            {' '}
            / {head.scheme.full}
            {outcome.rank === null ? '' : `，第 ${outcome.rank} 名`}
          </span>
        </p>
      </header>
      <div className="section">
        <h4>怎样得出</h4>
        <ul className="outcome-reasons">
          {outcome.reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {outcome.earlier && (
          <p className="t12 ink-3">
            {outcome.earlier.year} 年 {pointsText(outcome.earlier.score)} / {outcome.earlier.full}
            {outcome.earlier.rank === null ? '' : `，${outcome.earlier.of} ${unitOf(head)}中第 ${outcome.earlier.rank} 名`}
            {outcome.earlier.grade ? `，评定${gradeWord(outcome.earlier.grade)}` : ''}
          </p>
        )}
      </div>
      <Decide key={`${outcome.row} ${outcome.decision?.grade ?? ''} ${outcome.decision?.reason ?? ''}`} head={head} outcome={outcome} mayWrite={mayWrite} />
    </div>
  )
}

/** 组织评定: entered by people. Where it differs from what is proposed, or lies beyond the cap, it wants a reason. */
function Decide({ head, outcome, mayWrite }: Props & { readonly mayWrite: boolean }) {
  const { today } = useScope()
  const command = useCommand('ballot.decide')
  const done = useSayDone()
  const [grade, setGrade] = useState<BallotGrade | null>(outcome.decision?.grade ?? null)
  const [reason, setReason] = useState(outcome.decision?.reason ?? '')
  const highest = head.decision.grades[0]
  const asked =
    grade !== null && ((outcome.proposed !== null && grade !== outcome.proposed) || (grade === highest && outcome.place !== null && outcome.place !== 'within'))
  const same = grade === (outcome.decision?.grade ?? null) && reason.trim() === (outcome.decision?.reason ?? '')
  const save = () =>
    command.mutate(
      { ballotId: head.ballotId, decidedOn: today, decisions: [{ row: outcome.row, grade, reason: reason.trim() === '' ? null : reason.trim() }] },
      { onSuccess: () => done(grade === null ? `已取消“${outcome.name}”的评定` : `已评定“${outcome.name}”为${gradeWord(grade)}`) },
    )
  if (!mayWrite)
    return (
      <div className="section">
        <h4>{head.decision.label}</h4>
        <p className="t13">{outcome.decision ? `${gradeWord(outcome.decision.grade)}，${outcome.decision.decidedOn} 研究` : '未评定'}</p>
        {outcome.decision?.reason && <p className="t13 ink-2">{outcome.decision.reason}</p>}
      </div>
    )
  return (
    <div className="section">
      <h4>{head.decision.label}</h4>
      <ErrorBanner error={command.error} />
      <div className="outcome-decide">
        <SelectBox
          label={head.decision.label}
          value={grade}
          none="未评定"
          options={head.decision.grades.map(value => ({ value, label: gradeWord(value) }))}
          onChange={next => setGrade(isGrade(next) ? next : null)}
        />
        <Field label="理由" required={asked} help={asked ? '与建议不同或超出名额，写明理由' : undefined}>
          <TextBox value={reason} lines={2} maxLength={4000} onChange={setReason} />
        </Field>
        <div className="row">
          <span className="t12 ink-3">{outcome.decision ? `${outcome.decision.decidedOn} 研究` : '由组织研究决定，不由分数直接定'}</span>
          <span className="space" />
          <Button kind="primary" disabled={same || command.isPending || (asked && reason.trim() === '')} onClick={save}>
            记下评定
          </Button>
        </div>
      </div>
    </div>
  )
}
