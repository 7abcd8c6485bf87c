import type { QuotaAbout } from '../../shared/api/quota.ts'
import { type Measure, officeSubject } from '../../shared/quotas/measure.ts'
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
  subjectField: quota.measure.lines || quota.measure.subject === officeSubject ? null : quota.measure.subject,
  begins: beginsOf(quota.measure),
})

/** The value that a choice must have for a record to count, where only one will do. */
const beginsOf = ({ only = [], requires = [] }: Measure): Record<string, string> =>
  Object.fromEntries(
    [...only, ...requires].flatMap(({ field, line, among: [value, ...more] }) =>
      !line && typeof value === 'string' && more.length === 0 ? [[field, value]] : [],
    ),
  )

function countsOf({ lasting, dated, amount }: Measure): QuotaAbout['counts'] {
  if (lasting) return 'lasting'
  if (dated === 'year') return 'year'
  return amount === undefined ? 'times' : 'sum'
}
