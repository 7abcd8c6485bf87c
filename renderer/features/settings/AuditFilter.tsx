import { auditKinds, type AuditQuestion } from '../../../shared/api/audit.ts'
import { records } from '../../../shared/domain/index.ts'
import { useQuery } from '../../api/hooks.ts'
import { narrowed } from '../../api/narrowed.ts'
import { useSession } from '../../app/session.tsx'
import { LineFilter } from '../../ui/LineFilter.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'

interface Props {
  readonly question: AuditQuestion
  onChange(question: AuditQuestion): void
}

const isKind = (name: string | null): name is keyof typeof auditKinds => name !== null && Object.hasOwn(auditKinds, name)
const types = Object.values(records).map(({ name, label }) => ({ value: name, label }))

/** 时间, 使用人, 种类, 台账, 文字: what is left empty does not narrow. */
export function AuditFilter({ question, onChange }: Props) {
  const { today } = useSession()
  const users = useQuery('users.list', {}).data?.users ?? []
  const narrow = (part: Parameters<typeof narrowed<AuditQuestion>>[1]) => onChange(narrowed(question, part))
  return (
    <LineFilter
      className="audit-filter"
      today={today}
      actor={question.actor}
      actors={users.map(({ name }) => name)}
      placeholder="找姓名、编号、文件"
      width={176}
      onNarrow={narrow}
    >
      <SelectBox
        label="种类"
        none="全部种类"
        value={question.kind ?? null}
        options={optionsOf(auditKinds)}
        onChange={kind => narrow({ kind: isKind(kind) ? kind : null })}
      />
      <SelectBox label="台账" none="全部台账" value={question.recordType ?? null} options={types} onChange={recordType => narrow({ recordType })} />
    </LineFilter>
  )
}
