/** A number a regulation or an office may change, valid from its first day. Kept as records, edited on screen. */
export interface ParameterValue {
  readonly key: string
  readonly value: number
  readonly startsOn: string
  readonly clause: string | null
  /** 国家规定, 本单位文件, 各地做法, 待核 */
  readonly basis: 'national' | 'policy' | 'local' | 'unverified'
}

interface ParameterMeaning {
  readonly label: string
  readonly unit: string
  readonly group: '学时指标' | '学时折算' | '提醒' | '日历' | '安全'
  readonly min: number
  readonly max: number
}

/** Every number the program asks for by name. A parameter record with another key is refused. */
export const parameterCatalogue: Readonly<Record<string, ParameterMeaning>> = {
  'study.member': { label: '党员年度学时', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.committee': { label: '书记和班子成员年度学时', unit: '学时', group: '学时指标', min: 0, max: 1000 },
  'study.agencyDays': { label: '机关事业单位党员年度集体教育', unit: '工作日', group: '学时指标', min: 0, max: 250 },
  'study.memberDays': { label: '其他党员年度集体教育', unit: '工作日', group: '学时指标', min: 0, max: 250 },
  'study.warnWithin': { label: '差额在此以内显示临期', unit: '学时', group: '提醒', min: 0, max: 100 },
  'study.behindPoints': { label: '落后时序在此以内为黄色', unit: '百分点', group: '提醒', min: 0, max: 100 },
  'study.hoursPerDay': { label: '一天折合', unit: '学时', group: '学时折算', min: 0.5, max: 24 },
  'study.hoursPerHalfDay': { label: '半天折合', unit: '学时', group: '学时折算', min: 0.5, max: 12 },
  'study.hoursPerHour': { label: '一小时折合', unit: '学时', group: '学时折算', min: 0.1, max: 5 },
  'calendar.countFirstDay': { label: '公示当天算作第 1 个工作日（0 否 1 是）', unit: '', group: '日历', min: 0, max: 1 },
  'security.idleMinutes': { label: '闲置多久自动锁定', unit: '分钟', group: '安全', min: 1, max: 240 },
  'security.listUsers': { label: '锁定时列出使用人（0 否 1 是）', unit: '', group: '安全', min: 0, max: 1 },
}

/**
 * The value in force on a day: the latest that has begun, so that a later change leaves earlier periods as they were.
 * Before the first one began, nothing was in force: `undefined`.
 */
export function parameterOn<P extends ParameterValue>(parameters: readonly P[], key: string, day: string): P | undefined {
  let current: P | undefined
  for (const p of parameters) {
    if (p.key === key && p.startsOn <= day && (!current || p.startsOn > current.startsOn)) current = p
  }
  return current
}
