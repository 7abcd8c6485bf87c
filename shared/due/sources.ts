import type { DueSource, RecordDue } from './source.ts'

const daysAhead = 'due.warnDays'

/** Registers whose records carry a deadline. */
export const recordSources = [
  {
    name: 'rectification',
    label: '整改到期',
    topic: 'life',
    serves: ['M047'],
    clause: null,
    ahead: daysAhead,
    record: 'rectification',
    due: ['dueOn'],
    done: ['doneOn'],
    verb: '整改',
    about: 'problem',
    responsible: 'responsible',
  },
  {
    name: 'opinion',
    label: '意见答复',
    topic: 'voice',
    serves: ['M036'],
    clause: null,
    ahead: daysAhead,
    record: 'opinion',
    due: ['dueOn'],
    done: ['repliedOn'],
    verb: '答复',
    about: 'content',
    responsible: 'assignedTo',
  },
  {
    name: 'visitMatter',
    label: '来访办理',
    topic: 'service',
    serves: ['M054', 'M055'],
    clause: null,
    ahead: daysAhead,
    record: 'visitMatter',
    due: ['extendedTo', 'dueOn'],
    done: ['closedOn', 'repliedOn'],
    verb: '办结',
    about: 'matter',
    responsible: 'firstReceiver',
  },
  {
    name: 'pledge',
    label: '承诺兑现',
    topic: 'voice',
    serves: [],
    clause: null,
    ahead: daysAhead,
    record: 'pledge',
    due: ['dueOn'],
    done: ['reviewedOn'],
    verb: '兑现',
    about: 'content',
    responsible: null,
  },
  {
    name: 'excellenceReview',
    label: '考评整改',
    topic: 'excellence',
    serves: [],
    clause: null,
    ahead: daysAhead,
    record: 'excellenceReview',
    due: ['rectifyBy'],
    done: ['rectifiedOn'],
    verb: '整改',
    about: 'problems',
    responsible: null,
  },
] as const satisfies readonly RecordDue[]

/** What follows from quotas, from the roster and from the calendar. */
export const derivedSources = {
  quota: { name: 'quota', label: '指标', topic: null, serves: [], clause: null, ahead: null },
  term: {
    name: 'term',
    label: '换届',
    topic: 'membership',
    serves: ['M091'],
    clause: '《关于党的基层组织任期的意见》（2018）：委员会任期届满应按期换届',
    ahead: 'due.termMonths',
  },
  probation: {
    name: 'probation',
    label: '预备期满',
    topic: 'membership',
    serves: [],
    clause: '《中国共产党章程》：预备党员的预备期为一年，从党支部党员大会通过之日算起',
    ahead: 'due.probationDays',
  },
  birthday: { name: 'birthday', label: '政治生日', topic: 'life', serves: ['M162'], clause: null, ahead: null },
  calendar: { name: 'calendar', label: '工作日历', topic: null, serves: [], clause: null, ahead: null },
} as const satisfies Record<string, DueSource>

/** Every source of what is due, quotas first. */
export const dueSources: readonly DueSource[] = [derivedSources.quota, ...recordSources, ...Object.values(derivedSources).slice(1)]
