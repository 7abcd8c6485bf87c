import { factsOf } from '../../shared/procedures/said.ts'
import { useScope } from '../app/scope.tsx'
import { FormMenu } from '../forms/FormMenu.tsx'
import { Card } from '../ui/Card.tsx'
import { dayShort } from '../ui/say-date.ts'
import type { CaseData } from './use-case.ts'
import type { StepShown } from './words.ts'

interface Props {
  readonly data: CaseData
  readonly chosen: string
  onChoose(key: string): void
}

/** 办理全程: what has been done so far, a line each, with what is missing; each opens its step. */
export function CourseCard({ data, chosen, onChoose }: Props) {
  const { today } = useScope()
  const living = data.records.filter(({ voidedAt }) => voidedAt === null)
  const lines = data.steps.flatMap(step =>
    living.filter(record => record.step === step.key && record.turn >= step.since).map((record, i, all) => ({ step, record, last: i === all.length - 1 })),
  )
  const done = data.steps.filter(({ state }) => state === 'done')
  const missing = done.reduce((sum, step) => sum + step.missing.length, 0)
  const remarks = data.steps.reduce((sum, step) => sum + step.remarks.length, 0)
  const note = [`已办 ${done.length} 步`, missing > 0 ? `缺材料 ${missing} 份` : '', remarks > 0 ? `提示 ${remarks} 条` : ''].filter(Boolean).join('，')
  return (
    <Card
      fill
      className="case-course"
      title="办理全程"
      note={lines.length === 0 ? '还没有办过的步骤' : note}
      actions={
        data.record.voidedAt === null && (
          <FormMenu small form="caseFlow" params={{ caseIds: [data.record.id] }} name={`流程图和时间节点表（${data.record.name}）`} label="流程图" />
        )
      }
    >
      <div className="card-body">
        <table className="table dense">
          <colgroup>
            <col style={{ width: 44 }} />
            <col style={{ width: '30%' }} />
            <col style={{ width: 92 }} />
            <col />
            <col style={{ width: 68 }} />
          </colgroup>
          <thead>
            <tr>
              <th className="r">步</th>
              <th>步骤</th>
              <th>日期</th>
              <th>办理情况</th>
              <th>缺什么</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ step, record, last }) => (
              <tr key={record.id} className={step.key === chosen ? 'selected' : ''}>
                <td className="r ink-3">{step.no ?? (step.local ? '本' : '')}</td>
                <td>
                  <button type="button" className="link plain" onClick={() => onChoose(step.key)}>
                    {step.label}
                  </button>
                </td>
                <td>{record.doneOn === null ? '办理中' : dayShort(record.doneOn, today)}</td>
                <td title={said(step, record)}>{said(step, record)}</td>
                <td>{last && <Lack step={step} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const said = (step: StepShown, record: CaseData['records'][number]): string =>
  factsOf(step, record)
    .map(([, value]) => value)
    .join('；')

function Lack({ step: { missing, remarks } }: { readonly step: StepShown }) {
  if (missing.length > 0)
    return (
      <span className="tone-short" title={`缺材料：${missing.join('、')}`}>
        材料 {missing.length}
      </span>
    )
  if (remarks.length === 0) return <span className="dash">—</span>
  return (
    <span className="tone-soon" title={remarks.map(({ message }) => message).join('\n')}>
      提示 {remarks.length}
    </span>
  )
}
