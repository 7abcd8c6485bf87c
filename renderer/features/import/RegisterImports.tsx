import type { ImportKind } from '../../../shared/api/import.ts'
import { importedNames, pathOf, type RecordName, records } from '../../../shared/domain/index.ts'
import type { RecordType } from '../../../shared/records/record.ts'
import { topics } from '../../../shared/records/topics.ts'
import { useQuery } from '../../api/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { wordsOf } from './kinds.ts'

interface Props {
  onChoose(kind: ImportKind): void
  onTemplate(kind: ImportKind): void
}

/** 其他台账: every register with what can be taken in, in the order of the navigation. */
export function RegisterImports({ onChoose, onTemplate }: Props) {
  return (
    <Card className="import-registers" title="其他台账" note="按公民身份号码认人，没有号码的按姓名；重名的列为有误，不猜">
      <table className="table">
        <colgroup>
          <col style={{ width: 176 }} />
          <col style={{ width: 104 }} />
          <col />
          <col style={{ width: 96 }} />
          <col style={{ width: 248 }} />
        </colgroup>
        <thead>
          <tr>
            <th>台账</th>
            <th>归在</th>
            <th>表里的列</th>
            <th className="r">现有</th>
            <th aria-label="导入" />
          </tr>
        </thead>
        <tbody>
          {importedNames.map(name => (
            <RegisterRow key={name} name={name} onChoose={() => onChoose(name)} onTemplate={() => onTemplate(name)} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function RegisterRow({ name, onChoose, onTemplate }: { readonly name: RecordName; onChoose(): void; onTemplate(): void }) {
  const type: RecordType = records[name]
  const total = useQuery('records.list', { type: name, limit: 1 }).data?.total
  const headings = wordsOf(name).headings.join('、')
  return (
    <tr>
      <td className="bold">
        <Link to={pathOf(name)}>{type.label}</Link>
      </td>
      <td className="ink-2">{type.topic ? topics[type.topic] : '工具'}</td>
      <td className="ink-2" title={headings}>
        {headings}
      </td>
      <td className={total === 0 ? 'r ink-4' : 'r'}>{total === undefined ? '…' : `${total} 条`}</td>
      <td className="acts">
        <Button small kind="text" icon="download" onClick={onTemplate}>
          领取空白模板
        </Button>
        <Button small icon="upload" onClick={onChoose}>
          选择文件
        </Button>
      </td>
    </tr>
  )
}
