import { recordSources } from './record-sources.ts'
import type { DueSource } from './source.ts'

const daysAhead = 'due.warnDays'

/** What follows from quotas, from the roster and from the calendar. */
export const derivedSources = {
  quota: { name: 'quota', record: 'parameter', label: '指标', topic: null, serves: [], clause: null, ahead: null },
  term: {
    name: 'term',
    record: 'organization',
    label: '换届',
    topic: 'membership',
    serves: ['M091'],
    clause: '《关于党的基层组织任期的意见》（2018）：委员会任期届满应按期换届',
    ahead: 'due.termMonths',
  },
  probation: {
    name: 'probation',
    record: 'person',
    label: '预备期满',
    topic: 'membership',
    serves: [],
    clause: '《中国共产党章程》：预备党员的预备期为一年，从党支部党员大会通过之日算起',
    ahead: 'due.probationDays',
  },
  case: { name: 'case', record: 'procedureCase', label: '程序步骤', topic: 'membership', serves: ['M014'], clause: null, ahead: 'due.warnDays' },
  postYears: {
    name: 'postYears',
    record: 'postHolding',
    label: '同职满年',
    topic: 'cadres',
    serves: [],
    clause: '《党政领导干部选拔任用工作条例》：在同一职位上任职满规定年限的应当交流',
    ahead: 'due.postTermMonths',
  },
  retirement: {
    name: 'retirement',
    record: 'cadre',
    label: '干部到龄',
    topic: 'cadres',
    serves: [],
    clause: '《国务院关于渐进式延迟法定退休年龄的办法》第一条；国家另有规定的从其规定',
    ahead: 'due.retireMonths',
  },
  vacancy: { name: 'vacancy', record: 'post', label: '职位空缺', topic: 'cadres', serves: [], clause: null, ahead: null },
  planLag: { name: 'planLag', record: 'admissionNumber', label: '发展计划滞后', topic: 'membership', serves: ['M105'], clause: null, ahead: 'due.warnDays' },
  planReport: {
    name: 'planReport',
    record: 'admissionNumber',
    label: '发展党员月报',
    topic: 'membership',
    serves: ['M105'],
    clause: null,
    ahead: 'due.warnDays',
  },
  admonition: {
    name: 'admonition',
    record: 'admonition',
    label: '函询诫勉期限',
    topic: 'supervision',
    serves: ['M011', 'M169'],
    clause: null,
    ahead: daysAhead,
  },
  personalReport: {
    name: 'personalReport',
    record: 'personalReport',
    label: '个人有关事项报告',
    topic: 'supervision',
    serves: ['M169'],
    clause: null,
    ahead: daysAhead,
  },
  petition: { name: 'petition', record: 'petition', label: '信访举报办理', topic: 'supervision', serves: ['M032'], clause: null, ahead: daysAhead },
  effectEnd: {
    name: 'effectEnd',
    record: 'sanction',
    label: '影响期满',
    topic: 'supervision',
    serves: ['M030'],
    clause: '《党政领导干部选拔任用工作条例》（2019）第二十四条第六项',
    ahead: 'due.effectDays',
  },
  integrityReview: {
    name: 'integrityReview',
    record: 'integrityReview',
    label: '廉政档案更新',
    topic: 'supervision',
    serves: ['M169'],
    clause: null,
    ahead: daysAhead,
  },
  birthday: { name: 'birthday', record: 'person', label: '政治生日', topic: 'life', serves: ['M162'], clause: null, ahead: null },
  calendar: { name: 'calendar', record: 'calendarDay', label: '工作日历', topic: null, serves: [], clause: null, ahead: null },
} as const satisfies Record<string, DueSource>

/** Every source of what is due, quotas first. */
export const dueSources: readonly DueSource[] = [derivedSources.quota, ...recordSources, ...Object.values(derivedSources).slice(1)]
