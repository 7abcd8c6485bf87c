import { useState } from 'react'
import { parameterCatalogue } from '../../../shared/rules/parameters.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Link } from '../../ui/Link.tsx'
import type { Overview } from './overview.ts'

/** 未启用: quotas without a target in force in the year, folded, each with the parameter that would begin it. */
export function NotEnabled({ rows, year }: { readonly rows: readonly Overview[]; readonly year: number }) {
  const [open, setOpen] = useState(false)
  if (rows.length === 0) return null
  return (
    <section className={open ? 'card not-enabled open' : 'card not-enabled'} aria-label="未启用的指标">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} size={14} />
        <b>未启用 {rows.length} 项</b>
        <span className="ink-3 ellipsis">{year} 年没有有效的指标值。到“参数与设置”登记数值和依据，从生效之日起考核。</span>
      </button>
      {open && (
        <ul>
          {rows.map(row => (
            <li key={row.name}>
              <b>{row.label}</b>
              <span className="ink-3">
                {row.circle}，{spanLabels[row.period]}
              </span>
              <span className="space" />
              {row.parameters.map(key => (
                <Link key={key} to={`/settings?tab=parameters&parameter=${encodeURIComponent(key)}`}>
                  登记“{parameterCatalogue[key]?.label ?? key}”
                </Link>
              ))}
              {row.own && <Link to={`/quotas/${encodeURIComponent(row.name)}/edit`}>改生效日期</Link>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
