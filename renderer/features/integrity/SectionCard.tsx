import type { IntegritySection } from '../../../shared/api/integrity.ts'
import { integritySections } from '../../../shared/domain/integrity-sections.ts'
import { closedText } from '../../../shared/forms/supervision/integrity-file.ts'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'

/** One part of the file. Of what the user was not granted it says that and nothing else. */
export function SectionCard({ section: { key, shut, closed, entries } }: { readonly section: IntegritySection }) {
  const { label, heads } = integritySections[key]
  if (shut || entries.length === 0)
    return (
      <Card title={label} note={shut ? closedText : '没有登记'}>
        <Closed shut={shut} closed={closed} />
      </Card>
    )
  return (
    <Card title={label} note={`${entries.length} 条`}>
      <table className="table dense integrity-table">
        <thead>
          <tr>
            {heads.map((head, i) => (
              <th key={head} style={i === 0 ? { width: 104 } : i === 1 ? { width: 232 } : {}}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ on, what, says, path }, i) => (
            <tr key={`${on} ${path ?? ''} ${i}`}>
              <td>{on || <span className="ink-3">—</span>}</td>
              <td title={what}>{path === null ? what : <Link to={path}>{what}</Link>}</td>
              <td title={says}>{says || <span className="ink-3">—</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Closed shut={false} closed={closed} />
    </Card>
  )
}

/** Registers of a part of which some are open: which are not. */
const Closed = ({ shut, closed }: Pick<IntegritySection, 'shut' | 'closed'>) =>
  shut || closed.length === 0 ? null : <p className="t13 ink-3 integrity-closed">{`${closed.join('、')}${closedText}`}</p>
