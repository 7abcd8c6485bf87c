import { meetingQuota, warnFor } from './meetings.ts'
import { type Measure, officeSubject } from './measure.ts'
import type { Quota } from './quota.ts'
import { bodies, branches, committees, members, office } from './subjects.ts'
import { parameterCatalogue } from '../rules/parameters.ts'
import type { Span } from '../rules/periods.ts'

const topic = 'duty'

const dutyQuota = (given: {
  readonly name: string
  readonly label: string
  readonly period: Span
  readonly subjects: Quota['subjects']
  readonly measure: Measure
  readonly parameter: string
  readonly serves: readonly string[]
}): Quota => ({
  name: given.name,
  label: given.label,
  unit: parameterCatalogue[given.parameter]?.unit ?? '次',
  topic,
  serves: given.serves,
  period: given.period,
  subjects: given.subjects,
  measure: given.measure,
  targets: [{ parameter: given.parameter, label: given.subjects.label, applies: () => true }],
  warn: warnFor(given.period),
  running: 'open',
})

const byBody = (tally: string, of: string, from: string): Measure => ({ tally, of, subject: 'organizationId', from })

/** 党建责任制: what bodies owe each year, quarter and month. */
export const dutyQuotas: readonly Quota[] = [
  meetingQuota({
    name: 'party-building',
    label: '专题研究基层党建',
    topic,
    kinds: ['partyBuilding'],
    period: 'year',
    subjects: committees,
    parameter: 'duty.partyBuilding',
    serves: ['M078'],
  }),
  meetingQuota({
    name: 'work-meeting',
    label: '组织工作例会',
    topic,
    kinds: ['workMeeting'],
    period: 'quarter',
    subjects: office,
    subject: officeSubject,
    parameter: 'duty.workMeeting',
    serves: ['M127'],
  }),
  meetingQuota({
    name: 'activist-class',
    label: '积极分子培训班',
    topic: 'membership',
    kinds: ['activistClass'],
    period: 'year',
    subjects: committees,
    parameter: 'membership.activistClass',
    serves: ['M110'],
  }),
  {
    ...dutyQuota({
      name: 'admission-plan',
      label: '发展党员年度计划',
      period: 'year',
      subjects: committees,
      measure: { ...byBody('admission-plan', 'studyPlan', 'year'), dated: 'year', only: [{ field: 'kind', among: ['admission'] }] },
      parameter: 'membership.admissionPlan',
      serves: ['M104'],
    }),
    topic: 'membership',
    unit: '份',
  },
  {
    ...dutyQuota({
      name: 'awards',
      label: '“七一”表彰',
      period: 'year',
      subjects: office,
      measure: { tally: 'awards', of: 'award', subject: officeSubject, from: 'awardedOn' },
      parameter: 'care.awards',
      serves: ['M019', 'M086', 'M154'],
    }),
    topic: 'care',
    unit: '项',
  },
  {
    ...dutyQuota({
      name: 'model-points',
      label: '示范点',
      period: 'year',
      subjects: office,
      measure: { tally: 'model-points', of: 'modelPoint', subject: officeSubject, from: 'namedOn', until: 'removedOn', lasting: true },
      parameter: 'excellence.modelPoints',
      serves: ['M102', 'M113'],
    }),
    topic: 'excellence',
    unit: '个',
  },
  dutyQuota({
    name: 'written-report',
    label: '党建书面报告',
    period: 'year',
    subjects: bodies,
    measure: {
      ...byBody('written-report', 'writtenReport', 'year'),
      dated: 'year',
      requires: [{ field: 'kind', among: ['yearly', 'plenary'], why: '述职报告是个人的，民主生活会报告另有要求，都不算党组织的书面报告' }],
    },
    parameter: 'duty.writtenReport',
    serves: ['M083'],
  }),
  dutyQuota({
    name: 'inspection',
    label: '督查检查',
    period: 'year',
    subjects: branches,
    measure: {
      ...byBody('inspection', 'inspection', 'inspectedOn'),
      requires: [{ field: 'kind', among: ['supervision', 'tour', 'spot', 'yearEnd'], why: '本单位自查，不算上级督查' }],
    },
    parameter: 'duty.inspection',
    serves: ['M085', 'M125'],
  }),
  dutyQuota({
    name: 'self-check',
    label: '季度自查',
    period: 'quarter',
    subjects: committees,
    measure: { ...byBody('self-check', 'inspection', 'inspectedOn'), only: [{ field: 'kind', among: ['quarterly'] }] },
    parameter: 'duty.selfCheck',
    serves: ['M125'],
  }),
  dutyQuota({
    name: 'monthly-report',
    label: '月报告',
    period: 'month',
    subjects: committees,
    measure: { ...byBody('monthly-report', 'monthlyReport', 'month'), dated: 'month' },
    parameter: 'duty.monthlyReport',
    serves: ['M105', 'M124'],
  }),
  dutyQuota({
    name: 'duty-letter',
    label: '目标责任书',
    period: 'year',
    subjects: members,
    measure: { tally: 'duty-letter', of: 'dutyLetter', subject: 'personId', from: 'year', dated: 'year' },
    parameter: 'duty.letter',
    serves: ['M173', 'M023'],
  }),
]
