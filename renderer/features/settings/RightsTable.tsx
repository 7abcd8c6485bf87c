import { rights } from '../../../shared/api/rights.ts'
import { type Role, roleNames, roles } from '../../../shared/domain/roles.ts'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'

/** 权限一览: what each role can do and why, read from the contract that the door obeys. The role in hand is marked. */
export function RightsTable({ role }: { readonly role: Role }) {
  return (
    <Card title="权限一览" note="照程序实际放行的列，不另外维护">
      <table className="table dense rights" aria-label="权限一览">
        <colgroup>
          <col style={{ width: 272 }} />
          {roleNames.map(name => (
            <col key={name} style={{ width: 84 }} />
          ))}
          <col />
        </colgroup>
        <thead>
          <tr>
            <th>能做什么</th>
            {roleNames.map(name => (
              <th key={name} className={name === role ? 'c chosen' : 'c'}>
                {short[name]}
              </th>
            ))}
            <th>为什么</th>
          </tr>
        </thead>
        <tbody>
          {rights.map(right => {
            const { holders } = right
            return (
              <tr key={right.what}>
                <td title={right.what}>{right.what}</td>
                {roleNames.map(name => (
                  <td key={name} className={name === role ? 'c chosen' : 'c'}>
                    {holders.includes(name) ? <Yes /> : <span className="ink-3">—</span>}
                  </td>
                ))}
                <td className="ink-2" title={right.why}>
                  {right.why}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Card>
  )
}

const short: Readonly<Record<Role, string>> = { ...roles, admin: '系统管理', security: '安全保密', auditor: '安全审计' }

const Yes = () => (
  <span className="tone-ok" role="img" aria-label="可以">
    <Icon name="check" />
  </span>
)
