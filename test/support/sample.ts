import type { Field, FieldKind } from '../../shared/records/fields.ts'
import type { RecordType } from '../../shared/records/record.ts'

const values: Record<FieldKind, (field: Field, n: number) => unknown> = {
  text: (f, n) => `${f.label}${n}`,
  note: f => `${f.label}的说明`,
  date: (_, n) => `2025-01-${String((n % 27) + 1).padStart(2, '0')}`,
  month: () => '2025-06',
  integer: (_, n) => (n % 5) + 1,
  decimal: () => 3.5,
  money: () => 1250,
  flag: () => true,
  choice: f => Object.keys(f.choices ?? {})[0],
  multi: f => Object.keys(f.choices ?? {}).slice(0, 2),
  ref: f => `${f.target}-1`,
  idNumber: () => '11010519491231002X',
  phone: () => '13812346027',
  attachment: () => 'attachment-1',
}

/** Values that a record's own rules ask for, where any value of the kind will not do. */
const particular: Readonly<Record<string, object>> = {
  person: { sex: 'female', bornOn: '1949-12-31', joinedOn: '1975-01-01', fullMemberOn: '1976-01-01' },
  organization: { foundedOn: '2005-01-01', electedOn: '2024-01-01', closedOn: null },
  activity: { startsOn: '2025-01-05', endsOn: '2025-01-05' },
  transfer: { fromId: 'organization-1', toId: 'organization-2' },
  appointment: { startsOn: '2024-01-01', endsOn: '2025-01-01' },
  exemption: { startsOn: '2024-01-01', endsOn: '2025-01-01' },
  cadre: { postSince: '2024-01-01', leftOn: '2025-01-01' },
  postHolding: { startsOn: '2024-01-01', probationUntil: '2025-01-01', confirmedOn: '2025-01-01', termUntil: '2029-01-01', endsOn: '2025-06-01' },
  talentPool: { enteredOn: '2024-01-01', leftOn: '2025-01-01' },
  posting: { startsOn: '2024-01-01', dueOn: '2025-01-01', endsOn: '2025-01-01' },
  stepDown: { decidedOn: '2025-01-01', until: '2025-07-01' },
  sanction: {
    kind: 'partyProbation',
    family: 'party',
    approvedOn: '2025-01-01',
    probationYears: 1,
    restoredOn: '2026-01-01',
    revision: 'upheld',
    revisedOn: '2025-03-01',
    revisedTo: null,
    statedUntil: '2028-01-01',
  },
  archiveCheck: { checkedOn: '2025-01-01', settledOn: '2025-02-01' },
  calendarDay: { date: '2031-05-01' },
  talk: { talkerId: 'person-2' },
  criticism: { byId: 'person-2' },
  fieldwork: { days: 1 },
  writtenReport: { year: 2025, kind: 'accountability', reportedOn: '2025-01-02', rectifyBy: '2025-01-03' },
  dutyLetter: { year: 2025 },
  award: { organizationId: null, kind: 'member', publicFrom: '2025-01-01', publicUntil: '2025-01-02', awardedOn: '2025-01-03', revokedOn: '2025-01-04' },
  pledge: { organizationId: null },
  excellenceReview: { personId: null, helperId: 'person-2' },
  hardship: { helperId: 'person-2' },
  floatingOut: { helperId: 'person-2', appliedOn: '2025-01-02', leftOn: '2025-01-03' },
  floatingIn: { sex: 'female' },
  quiz: { expected: 40, participants: 38, passed: 36 },
  studyPlan: { year: 2025, untilYear: 2027 },
  admissionNumber: { year: 2025 },
  keyManagement: { month: '2025-01' },
  parameter: { key: 'study.member', value: 32 },
  clause: { mechanism: 'M043' },
  procedureCase: { openedOn: '2025-01-01', closedOn: '2025-12-31' },
  caseRelative: { sentOn: '2025-01-01', answeredOn: '2025-01-10' },
  caseStep: { startedOn: '2025-01-01', doneOn: '2025-01-10' },
  candidate: { appointedOn: '2025-01-01', probationFrom: '2025-01-02' },
  scheme: { year: 2025, excellentFrom: 90, qualifiedFrom: 75, basicFrom: 60 },
  ballotRound: { year: 2025 },
  ballot: { year: 2025, eligible: 30, present: 28 },
  gradeDecision: { year: 2025 },
  scoreAdjustment: { organizationId: null },
  admonition: { kind: 'admonish', earlierId: null, selfCriticismOn: '2025-01-28', reportOn: '2025-01-28', barUntil: '2025-01-28', closedOn: '2025-01-28' },
  personalReport: { kind: 'change', year: 2025, formTakenOn: '2025-01-01', eventOn: '2025-01-02', submittedOn: '2025-01-03' },
  reportCheck: { finding: 'concealed' },
  integrityReview: { year: 2025 },
  integrityAccess: { way: 'borrow', askedOn: '2025-01-02', approvedOn: '2025-01-03', usedOn: '2025-01-04', returnBy: '2025-01-10', returnedOn: '2025-01-08' },
  petition: {
    repeatOfId: null,
    closedOn: '2025-01-28',
    feedbackOn: '2025-01-28',
    reviewAskedOn: '2025-01-28',
    reviewedOn: '2025-01-28',
    extendedTo: '2025-01-28',
  },
  appraisalFollowUp: { helperId: 'person-2', startsOn: '2025-01-01', recheckOn: '2025-07-01', doneOn: '2025-07-02' },
}

/** A valid draft of any record type, so that one test can cover every type. */
export const sample = (type: RecordType): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(type.fields).map(([key, field], n) => [key, values[field.kind](field, n)])),
  ...particular[type.name],
})

/** A draft with everything empty that may be empty, and `given` filled in. */
export const draftOf = (type: RecordType, given: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(type.fields).map(([key, field]) => [key, field.kind === 'flag' && field.required ? false : null])),
  ...given,
})
