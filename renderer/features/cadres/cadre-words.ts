import { cadreLevels, poolKinds } from '../../../shared/domain/cadre-words.ts'
import { ageOn, fullMonthsBetween } from '../../../shared/rules/days.ts'
import { navigate } from '../../app/router.ts'

export const sexOf = (sex: string | null): string => (sex === 'male' ? '男' : sex === 'female' ? '女' : '')

/** 1976.09 */
export const dotted = (day: string | null): string => day?.slice(0, 7).replace('-', '.') ?? ''

export const ageText = (bornOn: string | null, today: string): string => (bornOn === null ? '' : String(ageOn(bornOn, today)))

/** 6 年 3 个月, since a day. */
export function spanText(since: string | null, today: string): string {
  if (since === null || since > today) return ''
  const months = fullMonthsBetween(since, today)
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (years === 0) return `${rest} 个月`
  return rest === 0 ? `${years} 年` : `${years} 年 ${rest} 个月`
}

const levels: Readonly<Record<string, string>> = cadreLevels
export const levelText = (level: unknown): string => (typeof level === 'string' ? (levels[level] ?? '') : '')

const pools: Readonly<Record<string, string>> = poolKinds
export const poolText = (kind: string): string => pools[kind] ?? ''

/** 任免审批表 as files of the official editor: of these cadres, on the page that warns before it writes them. */
export const sheetFiles = (cadreIds: readonly string[]) => ({
  icon: 'download' as const,
  label: '存为 .lrmx…',
  perform: () => navigate(`/cadres/files?cadre=${cadreIds.join(',')}`),
})
