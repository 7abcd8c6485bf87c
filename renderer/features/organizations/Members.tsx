import { personCategories } from '../../../shared/domain/person.ts'
import { useQuery } from '../../api/hooks.ts'
import { Card } from '../../ui/Card.tsx'
import { Link } from '../../ui/Link.tsx'
import { MembersLink } from './MembersLink.tsx'

const most = 200
const words: Readonly<Record<string, string>> = personCategories

/** The people of this organization itself, officers among them; each opens. */
export function Members({ id, members }: { readonly id: string; readonly members: number }) {
  const reply = useQuery('records.list', { type: 'person', filters: [{ field: 'organizationId', op: 'is', value: id }], limit: most }, { keep: false })
  if (!reply.data) return null
  const { rows, total } = reply.data
  const text = (value: unknown) => (typeof value === 'string' ? value : <span className="ink-3">—</span>)
  return (
    <Card title="本级人员" note={`${total} 人，其中党员 ${members} 人`} actions={total > most && <MembersLink id={id} members={total} />} fill>
      <div className="card-body">
        <table className="table dense">
          <thead>
            <tr>
              <th style={{ width: 96 }}>姓名</th>
              <th style={{ width: 104 }}>人员类别</th>
              <th style={{ width: 128 }}>党内职务</th>
              <th style={{ width: 104 }}>入党时间</th>
              <th>工作岗位</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={String(row['id'])}>
                <td>
                  <Link to={`/people/${String(row['id'])}`}>{String(row['name'])}</Link>
                </td>
                <td>{words[String(row['category'])]}</td>
                <td>{text(row['partyPost'])}</td>
                <td>{text(row['joinedOn'])}</td>
                <td>{text(row['workPost'])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
