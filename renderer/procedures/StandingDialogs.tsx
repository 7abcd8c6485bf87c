import { person, personCategories } from '../../shared/domain/person.ts'
import type { CaseStep } from '../../shared/domain/procedure-case.ts'
import { categoryFrom, categoryWithout, endOf, makesOf } from '../../shared/procedures/follows.ts'
import { daysText } from '../../shared/procedures/said.ts'
import { useQuery } from '../api/hooks.ts'
import { RestoreDialog, VoidDialog } from '../records/VoidDialog.tsx'
import type { CaseData } from './use-case.ts'

interface Props {
  readonly data: CaseData
  readonly step: CaseStep
  readonly label: string
  onDone(text: string): void
  onClose(): void
}

interface Consequence {
  readonly what: string
  readonly says: string
}

/** 撤回: a step does not count any more; what follows for the case and the roster is said before. */
export function WithdrawDialog({ data, step, label, onDone, onClose }: Props) {
  const category = useCategory(data)
  const { record, records } = data
  const outcome = endOf(record.procedure, step)
  const reopens = outcome !== undefined && record.outcome === outcome
  const others = records.filter(({ id }) => id !== step.id)
  const roster = (): readonly Consequence[] => {
    if (category === undefined || makesOf(record.procedure, step) === undefined) return []
    const to = categoryWithout(record.procedure, step, others, category)
    const now = personCategories[category]
    return [{ what: '花名册', says: to === null ? `人员类别不变，仍是${now}；要改在人员里改` : `人员类别由${now}改回${personCategories[to]}` }]
  }
  return (
    <VoidDialog
      type="caseStep"
      record={step}
      title={`撤回这一次“${label}”？`}
      sub={daysText(step)}
      verb="撤回"
      consequences={[...(reopens ? [{ what: '卷宗', says: '重新打开，结束日期和结果清空' }] : []), ...roster()]}
      onDone={() => onDone(`已撤回“${label}”${reopens ? '，卷宗重新打开' : ''}`)}
      onClose={onClose}
    />
  )
}

/** 恢复: a step that had been withdrawn counts again. */
export function ReturnDialog({ data, step, label, onDone, onClose }: Props) {
  const category = useCategory(data)
  const { record } = data
  const outcome = record.closedOn === null ? endOf(record.procedure, step) : undefined
  const to = category === undefined ? undefined : categoryFrom(record.procedure, step, category)
  const consequences = [
    ...(outcome === undefined ? [] : [{ what: '卷宗', says: `按这一步结束：${outcome}` }]),
    ...(category === undefined || to === undefined || to === category
      ? []
      : [{ what: '花名册', says: `人员类别由${personCategories[category]}改为${personCategories[to]}` }]),
  ]
  return (
    <RestoreDialog
      type="caseStep"
      record={step}
      sub={`“${label}”${daysText(step)}`}
      consequences={consequences}
      onDone={() => onDone(`已恢复“${label}”`)}
      onClose={onClose}
    />
  )
}

/** What the person the case is about is on the roster; undefined while that is not known, or where it is about nobody. */
function useCategory({ record: { personId } }: CaseData) {
  const { data } = useQuery('records.get', { type: 'person', id: personId ?? '' }, { enabled: personId !== null })
  return data && person.stored.parse(data.record).category
}
