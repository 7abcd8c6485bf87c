import { schemeFindings } from '../../../shared/rules/schemes.ts'
import { Card } from '../../ui/Card.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { type SchemeDraft, shapeOf } from './scheme-draft.ts'
import { findingTone } from './words.ts'

/** What the scheme is held against while it is edited: the full score, the weights, the lines; each with the clause that asks for it. */
export function FindingsCard({ draft }: { readonly draft: SchemeDraft }) {
  const findings = schemeFindings(shapeOf(draft))
  const short = findings.filter(({ tone }) => tone === 'short').length
  return (
    <Card title="核对" note={short > 0 ? `待完善 ${short} 处，可以先保存` : '可以用于测评'}>
      <ul className="scheme-part scheme-findings" aria-live="polite">
        {findings.map(({ code, tone, message, clause }) => (
          <li key={code}>
            <StatusChip tone={findingTone(tone)} {...(tone === 'short' ? { icon: 'warn' as const } : {})} word={message} />
            {clause && <p className="clause">{clause}</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
