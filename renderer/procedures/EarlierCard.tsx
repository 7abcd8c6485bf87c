import { daysText, factsOf } from '../../shared/procedures/said.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import type { Over } from './CaseOver.tsx'
import type { CaseData } from './use-case.ts'
import type { StepShown } from './words.ts'

interface Props {
  readonly data: CaseData
  readonly step: StepShown
  readonly editable: boolean
  onOver(over: Over): void
}

/** What does not count any more of a step: earlier rounds, what was withdrawn, materials that were voided. Nothing is lost. */
export function EarlierCard({ data, step, editable, onOver }: Props) {
  const records = data.records.filter(({ step: key, turn, voidedAt }) => key === step.key && (voidedAt !== null || turn < step.since))
  const materials = data.materials.filter(({ step: key, voidedAt }) => key === step.key && voidedAt !== null)
  if (records.length + materials.length === 0) return null
  return (
    <Card fill className="case-earlier" title="以前的记录" note="前几轮的、撤回的和作废的，都不计入，都保留">
      <div className="card-body">
        <table className="table dense">
          <tbody>
            {records.map(record => (
              <tr key={record.id} className={record.voidedAt === null ? '' : 'void'}>
                <td style={{ width: 92 }}>{record.voidedAt === null ? `第 ${record.turn} 轮` : '已撤回'}</td>
                <td style={{ width: 188 }}>{daysText(record)}</td>
                <td>
                  {factsOf(step, record)
                    .map(([label, value]) => `${label} ${value}`)
                    .join('；')}
                </td>
                <td className="case-why" title={record.voidReason ?? undefined}>
                  {record.voidReason}
                </td>
                <td className="r" style={{ width: 76 }}>
                  {editable && record.voidedAt !== null && (
                    <Button small kind="text" onClick={() => onOver({ what: 'return', record, label: step.label })}>
                      恢复
                    </Button>
                  )}
                </td>
              </tr>
            ))}
            {materials.map(material => (
              <tr key={material.id} className="void">
                <td>作废材料</td>
                <td>{material.madeOn}</td>
                <td>{material.name}</td>
                <td className="case-why" title={material.voidReason ?? undefined}>
                  {material.voidReason}
                </td>
                <td className="r">
                  {editable && (
                    <Button
                      small
                      kind="text"
                      onClick={() => onOver({ what: 'restore', type: 'caseMaterial', record: material, label: `材料“${material.name}”` })}
                    >
                      恢复
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
