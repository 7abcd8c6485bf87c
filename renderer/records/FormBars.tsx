import type { BarPurpose } from '../../shared/rules/bars.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { isDay, yearOf } from '../../shared/rules/days.ts'
import { useQuery } from '../api/hooks.ts'
import { BarNotices } from './BarNotices.tsx'
import type { Values } from './draft.ts'

interface Asked {
  readonly purpose: BarPurpose
  readonly person: string
  /** The field whose year 评优 is about. */
  readonly year?: string
}

/** The registers in which 影响期 of the person entered matters. */
const asked: Readonly<Partial<Record<RecordName, Asked>>> = {
  award: { purpose: 'excellent', person: 'personId', year: 'awardedOn' },
  talentPool: { purpose: 'appointing', person: 'personId' },
}

/** What says in the two registers of 诫勉 that it is one, and on which day it was decided. */
const admonishing = {
  sanction: { kind: 'admonished', on: 'approvedOn' },
  admonition: { kind: 'admonish', on: 'executedOn' },
} as const

/** A 诫勉 that may stand in the other register already, while it is entered here. */
export function FormTwice({ type, values }: { readonly type: RecordName; readonly values: Values }) {
  if (type !== 'sanction' && type !== 'admonition') return null
  const { kind, on } = admonishing[type]
  const [personId, day] = [values['personId'], values[on]]
  if (values['kind'] !== kind || typeof personId !== 'string' || personId === '' || typeof day !== 'string' || !isDay(day)) return null
  return <AskedTwice type={type} personId={personId} on={day} />
}

function AskedTwice(decision: { readonly type: 'sanction' | 'admonition'; readonly personId: string; readonly on: string }) {
  return <BarNotices bars={useQuery('supervision.sameAdmonition', decision, { keep: false }).data ?? []} />
}

/** What 影响期 says of the person in a form, while it is filled in. */
export function FormBars({ type, values }: { readonly type: RecordName; readonly values: Values }) {
  const about = asked[type]
  const personId = about && values[about.person]
  if (!about || typeof personId !== 'string' || personId === '') return null
  const day = about.year === undefined ? undefined : values[about.year]
  return <AskedBars purpose={about.purpose} personId={personId} years={typeof day === 'string' && /^\d{4}-/.test(day) ? [yearOf(day)] : []} />
}

/** 影响期 of one person, asked for by purpose and, for 评优, years. For those who may write. */
export function AskedBars({ purpose, personId, years = [] }: { readonly purpose: BarPurpose; readonly personId: string; readonly years?: readonly number[] }) {
  const reply = useQuery('bars.ask', { purpose, personIds: [personId], years: [...years] })
  const bars = reply.data ?? []
  return <BarNotices bars={years.length > 1 ? bars.map(bar => ({ ...bar, message: `${bar.year ?? ''} 年：${bar.message}` })) : bars} />
}
