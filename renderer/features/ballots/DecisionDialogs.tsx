import { useState } from 'react'
import { ballotGrades, type BallotGrade } from '../../../shared/domain/ballot-words.ts'
import { gradeDecision } from '../../../shared/domain/grade-decision.ts'
import { useScope } from '../../app/scope.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Proposal } from './proposals.ts'
import type { BallotReply } from './use-counting.ts'
import type { DecisionInput } from './use-decide.ts'

interface ReasonProps {
  readonly name: string
  readonly grade: BallotGrade
  /** What the figures say, and so why a reason is asked for. */
  readonly why: string
  readonly known: string
  onGive(reason: string): void
  onClose(): void
}

/** A conclusion that differs from the figures, or goes over a cap, is made with its reason. */
export function ReasonDialog({ name, grade, why, known, onGive, onClose }: ReasonProps) {
  const [reason, setReason] = useState(known)
  const given = reason.trim().length >= 2
  return (
    <Dialog
      open
      title={`${name}评为${ballotGrades[grade]}`}
      sub={why}
      primary={{ label: '写明并评定', disabled: !given, perform: () => onGive(reason.trim()) }}
      onClose={onClose}
    >
      <Field label="理由" required help="随评定一起保存，印在登记表和汇总表上">
        <TextBox value={reason} autoFocus lines={2} maxLength={4000} onChange={setReason} />
      </Field>
    </Dialog>
  )
}

interface ContentProps {
  readonly entry: BallotReply['rows'][number]
  onSave(decision: DecisionInput): void
  onClose(): void
}

/** 自评、互评、建议和反馈 beside the grade of one row. */
export function DecisionContent({ entry, onSave, onClose }: ContentProps) {
  const { today } = useScope()
  const { line, decision } = entry
  const [now, setNow] = useState({
    reason: decision?.reason ?? '',
    advice: decision?.advice ?? '',
    selfNote: decision?.selfNote ?? '',
    mutualNote: decision?.mutualNote ?? '',
  })
  const [toldOn, setTold] = useState(decision?.toldOn ?? null)
  if (!decision) return null
  const early = toldOn !== null && toldOn < decision.decidedOn
  const { fields } = gradeDecision
  const save = () =>
    onSave({
      row: line.number,
      grade: decision.grade,
      reason: now.reason.trim() || null,
      advice: now.advice.trim() || null,
      selfNote: now.selfNote.trim() || null,
      mutualNote: now.mutualNote.trim() || null,
      toldOn,
    })
  const note = (key: 'reason' | 'selfNote' | 'mutualNote', first: boolean) => (
    <Field label={fields[key].label}>
      <TextBox value={now[key]} autoFocus={first} lines={2} maxLength={4000} onChange={text => setNow({ ...now, [key]: text })} />
    </Field>
  )
  return (
    <Dialog
      open
      size={720}
      title={`${line.name}：${ballotGrades[decision.grade]}`}
      sub="印在民主评议登记表上。"
      primary={{ label: '保存', disabled: early, perform: save }}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        {note('selfNote', true)}
        {note('mutualNote', false)}
        {note('reason', false)}
        <div className="form-grid">
          <Field label={fields.advice.label}>
            <TextBox value={now.advice} maxLength={200} suggestions={fields.advice.suggestions ?? []} onChange={advice => setNow({ ...now, advice })} />
          </Field>
          <Field label={fields.toldOn.label} fault={early ? `早于研究日期 ${decision.decidedOn}` : undefined}>
            <DateBox value={toldOn} today={today} onChange={setTold} />
          </Field>
        </div>
      </div>
    </Dialog>
  )
}

interface AllProps {
  readonly proposals: readonly Proposal[]
  /** Rows on which nobody has decided and the figures say nothing clear. */
  readonly left: readonly string[]
  onConfirm(): void
  onClose(): void
}

/** Decides at once what over half of the papers say; what is not clear is left. */
export function DecideAll({ proposals, left, onConfirm, onClose }: AllProps) {
  const grades = [...new Set(proposals.map(p => p.grade))]
  const says = grades.map(grade => `${ballotGrades[grade]} ${proposals.filter(p => p.grade === grade).length} 人`).join('，')
  return (
    <Dialog
      open
      title="一并评定其余各行"
      sub="票决、测评按超过半数的意见，打分的按方案的等次线；逐个可改。评定由党组织研究作出。"
      {...(proposals.length > 0 ? { primary: { label: `评定 ${proposals.length} 人`, perform: onConfirm } } : {})}
      onClose={onClose}
    >
      <dl className="consequences">
        <div>
          <dt>评定</dt>
          <dd>{proposals.length > 0 ? says : '没有可以一并评定的：都已评定，或数字没有明确的意见'}</dd>
        </div>
        {left.length > 0 && (
          <div>
            <dt>留下</dt>
            <dd>
              {left.slice(0, 6).join('、')}
              {left.length > 6 ? ` 等 ${left.length} 人` : ''}没有明确的意见，或受名额限制，逐个评定
            </dd>
          </div>
        )}
      </dl>
    </Dialog>
  )
}
