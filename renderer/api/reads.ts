import type { Contract, EndpointName } from '../../shared/api/contract.ts'
import { records, type RecordName } from '../../shared/domain/index.ts'
import { quotas } from '../../shared/quotas/index.ts'
import type { CallInput } from './client.ts'

/** The endpoints that read, and so can be kept until something they read has changed. */
export type QueryName = { [N in EndpointName]: Contract[N]['kind'] extends 'query' ? N : never }[EndpointName]

type Reads<N extends QueryName> = readonly string[] | ((input: CallInput<N>) => readonly string[])

const withTargets = ({ type }: { type: RecordName }): readonly string[] => [
  type,
  ...Object.values(records[type].fields).flatMap(field => (field.target ? [field.target] : [])),
]
/** A quota's own records, and all that says who is under it. */
const quota = [
  'person',
  'organization',
  'transfer',
  'appointment',
  'exemption',
  'bodyExemption',
  'hardship',
  'parameter',
  'ownQuota',
  'attendance',
  ...new Set(quotas.map(({ measure }) => measure.of)),
]
/** An own quota may count any register. */
const ofQuota = ({ quota: name }: { quota: string }): readonly string[] => (name.startsWith('own:') ? everything : quota)
/** Cases, and what their dates are reckoned with. */
const cases = ['procedureCase', 'caseStep', 'caseMaterial', 'localRequirement', 'person', 'organization', 'parameter', 'calendarDay']
/** Selection dossiers, and all that speaks in them. */
const selections = [
  'selection',
  'candidate',
  'candidateCheck',
  'noticeObjection',
  'procedureCase',
  'caseStep',
  'cadre',
  'person',
  'gradeDecision',
  'stepDown',
  'activity',
  'parameter',
] as const
/** Numbers to admit, and everybody on the way. */
const development = [...cases, 'admissionNumber', 'prospect', 'studyPlan']
/** Ballots, what was counted and what was decided. */
const ballots = [
  'ballotRound',
  'ballot',
  'ballotRow',
  'ballotGroup',
  'ballotCount',
  'ballotReturn',
  'ballotTally',
  'ballotPaper',
  'gradeDecision',
  'scheme',
  'schemeItem',
  'organization',
  'parameter',
]
/** What the figures of supervision count, and whom and what they are about. */
const supervision = [
  'admonition',
  'petition',
  'oversightMatter',
  'reportCheck',
  'personalReport',
  'sanction',
  'talk',
  'cadre',
  'person',
  'organization',
  'parameter',
  'calendarDay',
  'ballot',
  'ballotCount',
  'ballotTally',
  'gradeDecision',
]
/** Where 影响期 come from. */
const bars = ['sanction', 'admonition', 'stepDown', 'person', 'parameter']
const people = ['person', 'organization', 'transfer', 'appointment']
const schemes = ['scheme', 'schemeItem', 'schemeGroup', 'schemeVeto', 'ballot', 'ballotCount', 'organization']
const scored = [...schemes, 'ballotRow', 'ballotGroup', 'ballotReturn', 'ballotTally', 'ballotPaper', 'gradeDecision', 'scoreAdjustment', 'parameter']
/** A cadre's sheet and everything that hangs on the person. */
const cadres = [
  'cadre',
  'person',
  'organization',
  'resumePeriod',
  'familyMember',
  'yearGrade',
  'reward',
  'postHolding',
  'talentPool',
  'posting',
  'stepDown',
  'archiveCheck',
  'archiveItem',
]
/** Prints and exports are audited, not recorded: whoever looks at the register looks afresh. */
const everything = ['*']

/** Which record types each query reads. One that is missing here does not compile. */
export const reads: { readonly [N in QueryName]: Reads<N> } = {
  'records.list': withTargets,
  'records.ids': withTargets,
  'records.exportable': ['parameter'],
  'records.get': ({ type }) => [
    ...withTargets({ type }),
    'parameter',
    'calendarDay',
    ...(type === 'sanction' ? ['admonition'] : type === 'admonition' ? ['sanction'] : []),
  ],
  'records.titles': ({ type }) => [type],
  'records.history': ({ type }) => [type],
  'memory.get': [],
  'attachment.names': [],
  'attachment.piece': [],
  'audit.list': everything,
  'organization.tree': people,
  'organization.page': people,
  'search.all': ['person', 'organization', 'activity'],
  'people.match': people,
  'person.timeline': quota,
  'quota.overview': everything,
  'quota.about': ['ownQuota'],
  'quota.board': ofQuota,
  'quota.people': ofQuota,
  'quota.missed': quota,
  'quota.subjects': ofQuota,
  'quota.subject': ofQuota,
  'quota.month': ofQuota,
  'quota.ofSubject': everything,
  'quota.preview': everything,
  'quota.years': ['activity', 'attendance'],
  'activity.list': ['activity', 'attendance', 'organization'],
  'activity.totals': ['activity', 'attendance', 'organization'],
  'attendance.get': ['activity', 'attendance', 'person', 'organization'],
  'attendance.roll': people,
  'activity.consequences': quota,
  'calendar.year': ['calendarDay'],
  'calendar.reckon': ['calendarDay', 'parameter'],
  'bars.ask': bars,
  'supervision.effects': bars,
  'supervision.sameAdmonition': ['sanction', 'admonition'],
  'supervision.board': supervision,
  'integrity.list': ['integrityReview', 'integrityAccess', 'cadre', 'person', 'organization'],
  'integrity.get': everything,
  'due.list': everything,
  'due.month': everything,
  'ballot.rounds': ballots,
  'ballot.list': ballots,
  'ballot.expected': [...people, 'parameter'],
  'ballot.get': [...ballots, ...quota, ...bars, 'liaisonVisit'],
  'ballot.result': [...ballots, ...bars],
  'ballot.ofPerson': ballots,
  'ballot.papers': ['ballotCount', 'ballotPaper'],
  'case.list': cases,
  'case.ofPerson': cases,
  'case.candidates': ['person', 'organization', 'procedureCase'],
  'case.stepsOf': cases,
  'case.studied': ['activity', 'person'],
  'case.get': [...cases, ...bars, 'caseNote', 'caseRelative', 'accountability', 'attachmentFile'],
  'selection.list': selections,
  'selection.get': [...selections, 'selectionTalk', 'ballotCount'],
  'selection.ofPerson': selections,
  'selection.draft': selections,
  'team.structure': ['post', 'postHolding', 'cadre', 'person', 'candidate'],
  'meeting.list': ['activity', 'attendance', 'resolution', 'organization'],
  'meeting.totals': ['activity', 'organization'],
  'meeting.get': ['activity', 'attendance', 'resolution', 'person', 'organization'],
  'meeting.expected': [...people, 'activity'],
  'scheme.list': schemes,
  'scheme.get': schemes,
  'scheme.results': scored,
  'scheme.report': scored,
  'development.board': development,
  'development.months': development,
  'development.people': development,
  'development.weights': development,
  'cadre.facts': ['cadre', 'person', 'organization', 'talentPool'],
  'cadre.among': ['cadre', 'person', 'talentPool'],
  'cadre.get': cadres,
  'post.board': ['post', 'postHolding', 'cadre', 'person', 'organization'],
  'plan.year': everything,
  'parameters.preview': everything,
  'policies.coverage': everything,
  'policies.list': everything,
  'policies.clauses': everything,
  'cadre.fileWarnings': ['cadre', 'person'],
  'forms.list': ['parameter'],
  'forms.register': everything,
  'users.list': ['user'],
  'users.places': ['organization'],
}

/** The record types behind one kept reply. */
export function readsOf<N extends QueryName>(name: N, input: CallInput<N>): readonly string[] {
  const entry: Reads<N> = reads[name]
  return typeof entry === 'function' ? entry(input) : entry
}

export const isQueryName = (name: unknown): name is QueryName => typeof name === 'string' && name in reads
