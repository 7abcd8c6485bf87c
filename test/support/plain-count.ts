import { addDays } from '../../shared/rules/days.ts'

type Values = Readonly<Record<string, unknown>>

/** What one record gives one subject: so much, spread evenly over these days; without days it belongs to a year as a whole. */
export interface Part {
  readonly subject: string
  readonly amount: number
  readonly days: readonly string[] | number
}
export interface Line {
  readonly personId: string
  readonly state: string
  readonly hours: number
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const present = (line: Line) => ['present', 'makeup'].includes(line.state)

function daysFrom(from: string, until: string): string[] {
  const days = []
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day)
  return days
}

const piece = (subject: unknown, day: unknown): Part[] => (subject ? [{ subject: text(subject), amount: 1, days: [text(day)] }] : [])
const meeting =
  (...kinds: string[]) =>
  (r: Values) =>
    kinds.includes(text(r['kind'])) ? piece(r['organizationId'], r['startsOn']) : []
const hoursOf = (r: Values, lines: readonly Line[]): Part[] =>
  lines.filter(present).map(l => ({ subject: l.personId, amount: l.hours, days: daysFrom(text(r['startsOn']), text(r['endsOn'])) }))
const came =
  (...kinds: string[]) =>
  (r: Values, lines: readonly Line[]) =>
    kinds.includes(text(r['kind'])) ? lines.filter(present).flatMap(l => piece(l.personId, r['startsOn'])) : []

interface Plain {
  readonly of: string
  parts(record: Values, lines: readonly Line[]): readonly Part[]
}

/**
 * What each kept total counts, said a second time in the plainest words and without the program's own declarations: for tests
 * that add up records by hand.
 */
export const plain: Readonly<Record<string, Plain>> = {
  'study-hours': { of: 'activity', parts: (r, lines) => (r['counts'] ? hoursOf(r, lines) : []) },
  'online-hours': { of: 'activity', parts: (r, lines) => (r['kind'] === 'online' ? hoursOf(r, lines) : []) },
  'training-classes': { of: 'activity', parts: came('superiorTraining', 'rotation', 'training', 'partySchool') },
  'dual-life': { of: 'activity', parts: came('memberMeeting', 'groupMeeting', 'themeDay', 'lifeMeeting', 'appraisalMeeting') },
  lectures: { of: 'activity', parts: r => (['partyLecture', 'lecture'].includes(text(r['kind'])) ? piece(r['lecturerId'], r['startsOn']) : []) },
  'centre-group': { of: 'activity', parts: meeting('centerGroup') },
  'branch-lecture': { of: 'activity', parts: meeting('partyLecture') },
  'member-meeting': { of: 'activity', parts: meeting('memberMeeting') },
  'committee-meeting': { of: 'activity', parts: meeting('committeeMeeting') },
  'group-meeting': { of: 'activity', parts: meeting('groupMeeting') },
  'theme-day': { of: 'activity', parts: meeting('themeDay') },
  'life-meeting': { of: 'activity', parts: meeting('lifeMeeting') },
  'member-appraisal': { of: 'activity', parts: meeting('appraisalMeeting') },
  'democratic-life': { of: 'activity', parts: meeting('democraticLife') },
  'party-building': { of: 'activity', parts: meeting('partyBuilding') },
  'activist-class': { of: 'activity', parts: meeting('activistClass') },
  'work-meeting': { of: 'activity', parts: r => (r['kind'] === 'workMeeting' ? piece('office', r['startsOn']) : []) },
  talks: { of: 'talk', parts: r => piece(r['personId'], r['talkedOn']) },
  'study-notes': {
    of: 'studyNote',
    parts: r => [{ subject: text(r['personId']), amount: Number(r['characters']), days: [text(r['checkedOn'])] }],
  },
  fieldwork: {
    of: 'fieldwork',
    parts: r => [{ subject: text(r['personId']), amount: Number(r['days']), days: daysFrom(text(r['startsOn']), text(r['endsOn'])) }],
  },
  reception: { of: 'reception', parts: r => piece(r['personId'], r['receivedOn']) },
  'floating-contact': { of: 'floatingContact', parts: r => piece(r['personId'], r['contactedOn']) },
  'floating-report': { of: 'floatingReport', parts: r => (['address', 'home'].includes(text(r['kind'])) ? [] : piece(r['personId'], r['reportedOn'])) },
  'card-check': { of: 'cardCheck', parts: r => piece(r['personId'], r['checkedOn']) },
  comfort: { of: 'comfortVisit', parts: r => piece(r['personId'], r['visitedOn']) },
  awards: { of: 'award', parts: r => piece('office', r['awardedOn']) },
  inspection: { of: 'inspection', parts: r => (r['kind'] === 'quarterly' ? [] : piece(r['organizationId'], r['inspectedOn'])) },
  'self-check': { of: 'inspection', parts: r => (r['kind'] === 'quarterly' ? piece(r['organizationId'], r['inspectedOn']) : []) },
  'monthly-report': { of: 'monthlyReport', parts: r => piece(r['organizationId'], `${text(r['month'])}-01`) },
  'written-report': {
    of: 'writtenReport',
    parts: r => (r['kind'] === 'duty' ? [] : [{ subject: text(r['organizationId']), amount: 1, days: Number(r['year']) }]),
  },
  'duty-letter': { of: 'dutyLetter', parts: r => (r['personId'] ? [{ subject: text(r['personId']), amount: 1, days: Number(r['year']) }] : []) },
  'study-plan': {
    of: 'studyPlan',
    parts: r => (['yearly', 'school'].includes(text(r['kind'])) ? [{ subject: text(r['organizationId']), amount: 1, days: Number(r['year']) }] : []),
  },
  'admission-plan': {
    of: 'studyPlan',
    parts: r => (r['kind'] === 'admission' ? [{ subject: text(r['organizationId']), amount: 1, days: Number(r['year']) }] : []),
  },
}

/** Adds parts up by `year subject month`, month 0 for the year as a whole. */
export function addUp(parts: readonly Part[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const add = (subject: string, year: number, month: number, amount: number) => {
    for (const key of [`${year} ${subject} ${month}`, ...(month > 0 ? [`${year} ${subject} 0`] : [])]) sums.set(key, (sums.get(key) ?? 0) + amount)
  }
  for (const { subject, amount, days } of parts) {
    if (typeof days === 'number') add(subject, days, 0, amount)
    else for (const day of days) add(subject, Number(day.slice(0, 4)), Number(day.slice(5, 7)), amount / days.length)
  }
  return sums
}
