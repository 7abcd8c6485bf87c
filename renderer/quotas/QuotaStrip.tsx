import { useState } from 'react'
import type { CallOutput } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import { useSession } from '../app/session.tsx'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { amountText } from '../ui/say-amount.ts'
import { QuotaChip } from '../ui/StatusChip.tsx'
import { SubjectPanel } from './SubjectPanel.tsx'
import { boardPath, newRecordPath, quotaKey, termsOf } from './terms.ts'
import './subjects.css'

type Standing = CallOutput<'quota.ofSubject'>[number]

interface Props {
  readonly subjectId: string
  /** Quotas that the place shows in its own way. */
  readonly without?: readonly string[]
  /** Said where no quota is laid upon the subject. */
  readonly none?: string
}

const order = ['short', 'near', 'open', 'met', 'exempt', 'none'] as const
const byNeed = (a: Standing, b: Standing): number => order.indexOf(a.subject.state) - order.indexOf(b.subject.state)

/** Every quota of one person or organization in the year, what is missing first; each opens what it is made of. */
export function QuotaStrip({ subjectId, without = [], none }: Props) {
  const { year } = useScope()
  const reply = useQuery('quota.ofSubject', { subjectId, year })
  const [opened, setOpened] = useState<Standing>()
  const rows = (reply.data ?? []).filter(({ quota }) => !without.includes(quota.name)).toSorted(byNeed)
  return (
    <>
      <ErrorBanner error={reply.error} />
      {reply.data && rows.length === 0 && none && <p className="t13 ink-3">{none}</p>}
      <ul className="quota-strip">
        {rows.map(row => (
          <li key={row.quota.name}>
            <button type="button" title={`看“${row.quota.label}”由哪些记录组成`} onClick={() => setOpened(row)}>
              <span className="ellipsis">{row.quota.label}</span>
              <span className="right ink-2">{amountOf(row)}</span>
              <QuotaChip state={row.subject.state} />
            </button>
          </li>
        ))}
      </ul>
      {opened && <SubjectDialog standing={opened} subjectId={subjectId} onClose={() => setOpened(undefined)} />}
    </>
  )
}

/** 3 / 11 次; nothing for the exempt. */
function amountOf({ quota, subject }: Standing): string {
  if (subject.exempt) return ''
  return `${amountText(subject.done)} / ${amountText(subject.target)} ${quota.unit}`
}

interface DialogProps {
  readonly standing: Standing
  readonly subjectId: string
  onClose(): void
}

function SubjectDialog({ standing: { quota }, subjectId, onClose }: DialogProps) {
  const { year } = useScope()
  const { mayWrite } = useSession()
  const key = quotaKey(quota.name)
  if (!key) return null
  return (
    <Dialog open title={`${quota.label}，${year} 年`} onClose={onClose}>
      <div className="subject-in-dialog">
        <SubjectPanel
          terms={termsOf(quota, key)}
          id={subjectId}
          year={year}
          onClose={onClose}
          foot={() => (
            <>
              <Button icon="gauge" href={`#${boardPath(quota.name)}`}>
                打开指标
              </Button>
              {mayWrite && (
                <Button icon="plus" href={`#${newRecordPath(quota, subjectId)}`}>
                  补登记
                </Button>
              )}
            </>
          )}
        />
      </div>
    </Dialog>
  )
}
