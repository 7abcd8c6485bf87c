import type { QuotaAbout } from '../../shared/api/quota.ts'
import type { Measure } from '../../shared/quotas/measure.ts'
import type { Quota } from '../../shared/quotas/quota.ts'

/** What a quota is, for screens: nothing of how it stands. */
export const aboutOf = (quota: Quota): QuotaAbout => ({
  name: quota.name,
  label: quota.label,
  unit: quota.unit,
  topic: quota.topic,
  period: quota.period,
  subjects: quota.subjects.of,
  circle: quota.subjects.label,
  own: quota.ownTarget !== undefined,
  source: quota.measure.of,
  serves: [...quota.serves],
  counts: countsOf(quota.measure),
  parameters: quota.targets.map(target => target.parameter),
  subjectField: quota.measure.lines ? null : quota.measure.subject,
  begins: beginsOf(quota.measure),
})

/** The first value that counts, of every choice that decides whether a record does. */
const beginsOf = ({ only = [], requires = [] }: Measure): Record<string, string> =>
  Object.fromEntries([...only, ...requires].flatMap(({ field, line, among: [first] }) => (!line && typeof first === 'string' ? [[field, first]] : [])))

function countsOf({ lasting, dated, amount }: Measure): QuotaAbout['counts'] {
  if (lasting) return 'lasting'
  if (dated === 'year') return 'year'
  return amount === undefined ? 'times' : 'sum'
}
