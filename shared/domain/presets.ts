import type { ParameterValue } from '../rules/parameters.ts'
import { effects } from './preset-effects.ts'
import { appraisal, collegeNumbers, countyNumbers, life, procedures, reminders, retirement, service, study } from './preset-numbers.ts'
import { supervision } from './preset-supervision.ts'

export const presetNames = { national: '国家规定', college: '高校', county: '县', city: '市直机关' } as const
export type PresetName = keyof typeof presetNames

const article20 = '《中国共产党党员教育管理工作条例》（2019）第二十条'
const plan = '《2019—2023年全国党员教育培训工作规划》；2024—2028年规划的学时数待核'
const postingDay = '“公示期不少于五个工作日”没有写明公示当天算不算；从严预置为不算'
const countyPolicy = '《长效机制文件意见》：每年参加集体教育的时间，机关、事业单位的党员累计不少于12个工作日，其他党员累计不少于6个工作日'

const common: readonly ParameterValue[] = [
  { key: 'study.member', value: 32, startsOn: '2019-05-06', clause: article20, basis: 'national' },
  { key: 'study.committee', value: 56, startsOn: '2019-05-06', clause: plan, basis: 'unverified' },
  ...study,
  ...life,
  ...service,
  ...appraisal,
  ...procedures,
  ...effects,
  ...supervision,
  ...retirement,
  { key: 'study.hoursPerDay', value: 8, startsOn: '2000-01-01', clause: '各地折算办法不一，按一天 8 学时预置', basis: 'local' },
  { key: 'study.hoursPerHalfDay', value: 4, startsOn: '2000-01-01', clause: '各地折算办法不一，按半天 4 学时预置', basis: 'local' },
  { key: 'study.hoursPerHour', value: 1, startsOn: '2000-01-01', clause: '各地折算办法不一，按一小时 1 学时预置', basis: 'local' },
  { key: 'study.warnWithin', value: 8, startsOn: '2000-01-01', clause: '提醒办法，可改', basis: 'local' },
  { key: 'study.behindPoints', value: 12, startsOn: '2000-01-01', clause: '提醒办法，可改', basis: 'local' },
  { key: 'calendar.countFirstDay', value: 0, startsOn: '2000-01-01', clause: postingDay, basis: 'unverified' },
  ...reminders,
  { key: 'security.idleMinutes', value: 10, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'backup.daily', value: 7, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'backup.weekly', value: 4, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'backup.monthly', value: 12, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'backup.warnDays', value: 3, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'security.screenMark', value: 0, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
  { key: 'security.listUsers', value: 0, startsOn: '2000-01-01', clause: '本单位安全保密要求，可改', basis: 'local' },
]

const county: readonly ParameterValue[] = [
  { key: 'study.agencyDays', value: 12, startsOn: '2000-01-01', clause: countyPolicy, basis: 'policy' },
  { key: 'study.memberDays', value: 6, startsOn: '2000-01-01', clause: countyPolicy, basis: 'policy' },
  ...countyNumbers,
]

/** The parameters a new office starts with. All of them can be edited; those that no source confirms say so. */
export const presets: Readonly<Record<PresetName, readonly ParameterValue[]>> = {
  national: common,
  college: [...common, ...collegeNumbers],
  county: [...common, ...county],
  city: common,
}
