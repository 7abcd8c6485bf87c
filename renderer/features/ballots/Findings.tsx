import { Icon } from '../../ui/Icon.tsx'
import type { Result } from './proposals.ts'

const looks = { good: ['check', 'tone-ok'], warn: ['warn', 'tone-short'], plain: ['info', 'ink-3'] } as const

/** What was held against which rule, and the clause that asks for it. */
export const Findings = ({ findings }: { readonly findings: Result['findings'] }) => (
  <ul className="findings">
    {findings.map(({ code, tone, message, clause }) => (
      <li key={`${code} ${message}`}>
        <Icon name={looks[tone][0]} size={14} className={looks[tone][1]} />
        <span>
          {message}
          {clause && <span className="clause">{clause}</span>}
        </span>
      </li>
    ))}
  </ul>
)
