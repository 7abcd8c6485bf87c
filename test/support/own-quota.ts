/** A quota that an office declares for itself: a talk with every member in each quarter, by a clause of its own. */
export const quarterlyTalks = {
  label: '谈心谈话（本院）',
  unit: '次',
  subjects: 'members',
  period: 'quarter',
  source: 'talk',
  subjectField: 'personId',
  dateField: 'talkedOn',
  amountField: null,
  conditionField: null,
  conditionValues: null,
  target: 1,
  startsOn: '2026-01-01',
  clause: '临江院委〔2026〕2 号第三条',
  warnDays: null,
} as const
