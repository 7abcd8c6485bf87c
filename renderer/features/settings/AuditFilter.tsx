import { useState } from 'react'
import { auditKinds, type AuditQuestion } from '../../../shared/api/audit.ts'
import { records } from '../../../shared/domain/index.ts'
import { useQuery } from '../../api/hooks.ts'
import { useSession } from '../../app/session.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'

interface Props {
  readonly question: AuditQuestion
  onChange(question: AuditQuestion): void
}

const isKind = (name: string | null): name is keyof typeof auditKinds => name !== null && Object.hasOwn(auditKinds, name)
const isDay = (typed: string | null): typed is string => typed !== null && /^\d{4}-\d{2}-\d{2}$/.test(typed)
const types = Object.values(records).map(({ name, label }) => ({ value: name, label }))

/** 时间, 使用人, 种类, 台账, 文字: what is left empty does not narrow. */
export function AuditFilter({ question, onChange }: Props) {
  const { today } = useSession()
  const users = useQuery('users.list', {}).data?.users ?? []
  const [days, setDays] = useState<{ readonly from: string | null; readonly until: string | null }>({ from: null, until: null })
  const [search, setSearch] = useState('')
  /** What is empty is left out of the question. */
  const narrow = (part: { [K in keyof AuditQuestion]: AuditQuestion[K] | null }) => {
    const next = Object.entries({ ...question, ...part }).filter(([, value]) => value !== null && value !== undefined && value !== '')
    onChange(Object.fromEntries(next))
  }
  const setDay = (end: 'from' | 'until') => (typed: string | null) => {
    setDays({ ...days, [end]: typed })
    if (typed === null || isDay(typed)) narrow({ [end]: typed })
  }
  return (
    <div className="audit-filter" role="search">
      <DateBox label="从" value={days.from} today={today} onChange={setDay('from')} />
      <span className="ink-3">至</span>
      <DateBox label="至" value={days.until} today={today} onChange={setDay('until')} />
      <SelectBox
        label="使用人"
        none="全部使用人"
        value={question.actor ?? null}
        options={users.map(({ name }) => ({ value: name, label: name }))}
        onChange={actor => narrow({ actor })}
      />
      <SelectBox
        label="种类"
        none="全部种类"
        value={question.kind ?? null}
        options={optionsOf(auditKinds)}
        onChange={kind => narrow({ kind: isKind(kind) ? kind : null })}
      />
      <SelectBox label="台账" none="全部台账" value={question.recordType ?? null} options={types} onChange={recordType => narrow({ recordType })} />
      <FilterBox
        width={176}
        placeholder="找姓名、编号、文件"
        value={search}
        onChange={typed => {
          setSearch(typed)
          narrow({ search: typed.trim() })
        }}
      />
    </div>
  )
}
