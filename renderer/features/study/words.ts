import type { Terms } from '../../quotas/terms.ts'

/** The quota of these screens, and its words: everything the kit says of hours. */
export const quota = 'study-hours'
export const terms: Terms = {
  quota,
  label: '学时',
  unit: '学时',
  every: '每年',
  several: false,
  of: 'people',
  head: '人',
  subject: '党员',
  owed: '应学',
  done: '已学',
  free: '免学时',
  record: '活动',
  records: '参训记录',
  missed: true,
}
