import type { Quota } from './quota.ts'

const agencies = ['agency', 'institution']

/**
 * 学时: hours of collective study that a member owes in a calendar year (党员教育管理工作条例 第二十条; for 书记 and
 * 班子成员 the national training plan). Numbers are parameters; the highest of several roles binds.
 */
export const studyHours: Quota = {
  name: 'study-hours',
  label: '学时',
  unit: '学时',
  period: 'year',
  tally: 'study-hours',
  categories: ['full', 'probationary'],
  targets: [
    { parameter: 'study.committee', label: '书记和班子成员', applies: s => s.role !== 'none' },
    {
      parameter: 'study.agencyDays',
      perDay: 'study.hoursPerDay',
      label: '机关事业单位党员',
      applies: s => s.unitKind !== null && agencies.includes(s.unitKind),
    },
    { parameter: 'study.memberDays', perDay: 'study.hoursPerDay', label: '党员', applies: () => true },
    { parameter: 'study.member', label: '党员', applies: () => true },
  ],
  warnWithin: 'study.warnWithin',
}
