import type { RecordName } from '../../shared/domain/index.ts'
import { yearOf } from '../../shared/rules/days.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { recordType } from './record-name.ts'

interface Props {
  readonly type: RecordName
  /** The day by which a record belongs to a year; without one the register knows no years. */
  readonly dated: string | undefined
}

/** A register without a record: the way to the first, or to the year where the latest are. */
export function RegisterEmpty({ type: name, dated }: Props) {
  const { label } = recordType(name)
  const { organizationId, name: scopeName, year, setYear } = useScope()
  const { mayWrite } = useSession()
  const others = useQuery(
    'records.list',
    { type: name, limit: 1, ...(organizationId ? { organizationId } : {}), ...(dated ? { sort: { field: dated, descending: true } } : {}) },
    { enabled: dated !== undefined },
  )
  const latest = dated ? others.data?.rows[0]?.[dated] : undefined
  const there = typeof latest === 'string' ? yearOf(latest) : typeof latest === 'number' ? latest : undefined
  return (
    <EmptyState
      icon="form"
      title={`${organizationId ? scopeName : ''}还没有${dated ? ` ${year} 年的` : ''}${label}`}
      action={
        <span className="row">
          {there !== undefined && <Button onClick={() => setYear(there)}>看 {there} 年</Button>}
          {mayWrite && (
            <Button icon="upload" href={`#/import/${name}`}>
              导入{label}
            </Button>
          )}
        </span>
      }
    >
      {there !== undefined && `其他年度有 ${others.data?.total ?? 0} 条，最近的是 ${String(latest)}。`}
      {mayWrite ? '按 N 新增，或从现成的 Excel 表导入。' : '登记以后在这里看到。'}
    </EmptyState>
  )
}
