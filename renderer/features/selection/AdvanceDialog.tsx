import { useState } from 'react'
import { candidateStages } from '../../../shared/domain/selection.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { CandidateShown, Dossier } from './use-dossier.ts'

interface Props {
  readonly caseId: string
  readonly dossier: Dossier
  onDone(text: string): void
  onClose(): void
}

const stages = ['assessed', 'proposed', 'appointed'] as const
type Stage = (typeof stages)[number]
const before = { assessed: 'recommended', proposed: 'assessed', appointed: 'proposed' } as const satisfies Record<Stage, CandidateShown['record']['stage']>

/** The next stage that somebody can be brought to. */
const nextStage = ({ candidates }: Dossier): Stage => stages.find(stage => candidates.some(({ record }) => record.stage === before[stage])) ?? 'assessed'

/** 定人选: who goes on. Those who stood beside them and do not go on stay on the list, with the reason. */
export function AdvanceDialog({ caseId, dossier, onDone, onClose }: Props) {
  const { today } = useScope()
  const advance = useCommand('selection.advance')
  const [stage, setStage] = useState<Stage>(nextStage(dossier))
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [otherwise, setOtherwise] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const eligible = dossier.candidates.filter(({ record }) => record.stage === before[stage])
  const others = eligible.length - chosen.size
  const unsaid = others > 0 && otherwise.trim() === ''
  const perform = () =>
    advance.mutate(
      { caseId, stage, candidateIds: [...chosen], otherwise: otherwise.trim() || null, on: stage === 'appointed' ? on : null },
      { onSuccess: ({ advanced, out }) => onDone(`${advanced} 人列为${candidateStages[stage]}${out > 0 ? `，${out} 人未列入，原因留在卷宗里` : ''}`) },
    )
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <Dialog
      open
      title="定人选"
      sub="由会议决定，这里只作记录。"
      busy={advance.isPending}
      primary={{ label: `列为${candidateStages[stage]}`, disabled: chosen.size === 0 || unsaid, perform }}
      onClose={onClose}
    >
      <ErrorBanner error={advance.error} />
      <div className="col" style={{ gap: 12 }}>
        <Segmented<Stage>
          label="列为"
          value={stage}
          options={stages.map(value => ({ value, label: candidateStages[value] }))}
          onChange={value => {
            setStage(value)
            setChosen(new Set())
          }}
        />
        {eligible.length === 0 ? (
          <p className="t13 ink-3">
            没有{candidateStages[before[stage]]}可以列为{candidateStages[stage]}。
          </p>
        ) : (
          <ul className="selection-people">
            {eligible.map(({ record, name }) => (
              <li key={record.id}>
                <Check checked={chosen.has(record.id)} label={`${name}　${record.currentPost ?? ''}`} onChange={() => toggle(record.id)} />
              </li>
            ))}
          </ul>
        )}
        {others > 0 && chosen.size > 0 && (
          <Field label={`其余 ${others} 人未列入的原因`} required>
            <TextBox value={otherwise} lines={2} maxLength={4000} onChange={setOtherwise} />
          </Field>
        )}
        {stage === 'appointed' && (
          <Field label="任职日期" help="由党委（党组）决定任职的，自决定之日起计算">
            <DateBox value={on} today={today} onChange={setOn} />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
