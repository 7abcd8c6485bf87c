import type { FormParams } from '../../../shared/api/forms.ts'
import { refuse } from '../../../shared/errors.ts'

const missing = (path: string, message: string) => refuse(`params.${path}`, 'missing', message)

export function yearOfForm({ year }: FormParams): number {
  if (year === undefined) throw missing('year', '先选年度')
  return year
}

export function activityOfForm({ activityId }: FormParams): string {
  if (activityId === undefined) throw missing('activityId', '先选一次学习活动')
  return activityId
}

export function quotaOfForm({ quota }: FormParams): string {
  if (quota === undefined) throw missing('quota', '先选一项指标')
  return quota
}
