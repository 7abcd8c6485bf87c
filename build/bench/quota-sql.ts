/**
 * The boards of quotas as someone would write them by hand, each for its one question: which people or organizations,
 * what they owe, and where what they did is kept. SQLite does all of the counting.
 */

interface People {
  /** Who is under it; `officer` and `secretary` are worked out from the office held in the year. */
  readonly people: string
  readonly target: string
  readonly since?: 'mobilityOn'
}
interface Bodies {
  readonly kinds: string
  readonly fullMembers?: number
  readonly parameter: string
}
interface Whole {
  readonly parameter: string
}

interface Asked {
  readonly of: People | Bodies | Whole
  readonly tally: string
  /** Periods in the year. */
  readonly periods: 1 | 4 | 12
  /** Days before the end of an open period from which it is 临期. */
  readonly warn: 'Month' | 'Quarter' | 'Year'
  /** Instead of a kept total: what is in force at the end of each month, and on the day it is asked. */
  readonly lasting?: { readonly from: string; readonly subject: string; readonly begins: string; readonly ends: string }
}

const leader = { people: 'p.leader = 1' }
const higher = "p.leaderLevel IN ('division', 'bureau', 'province')"
const floating = { people: "p.mobility = 'floating' AND coalesce(p.mobilityOn, '') <= @until", since: 'mobilityOn' } as const
const committees = { kinds: "('committee', 'workCommittee')" }
const branches = { kinds: "('branch')" }
const all = { kinds: "('committee', 'workCommittee', 'generalBranch', 'branch')" }
const yearly = { periods: 1, warn: 'Year' } as const
const quarterly = { periods: 4, warn: 'Quarter' } as const
const monthly = { periods: 12, warn: 'Month' } as const
const liaison = (kind: string) => ({ from: `liaison WHERE voidedAt IS NULL AND kind = '${kind}'`, subject: 'personId', begins: 'startsOn', ends: 'endsOn' })

/** Every quota but the study hours, which have a floor of their own, and the five years, which read five years. */
export const asked: Readonly<Record<string, Asked>> = {
  'online-hours': { of: { ...leader, target: '@study_online' }, tally: 'online-hours', ...yearly },
  'committee-training': { of: { people: 'officer', target: '@study_committeeTraining' }, tally: 'training-classes', ...yearly },
  'study-notes': { of: { people: 'TRUE', target: 'CASE WHEN p.leader THEN @study_notesLeader ELSE @study_notesMember END' }, tally: 'study-notes', ...yearly },
  'centre-group': { of: { ...committees, parameter: 'study.centreGroup' }, tally: 'centre-group', ...quarterly },
  'study-plan': { of: { ...committees, parameter: 'study.plan' }, tally: 'study-plan', ...yearly },
  'branch-lecture': { of: { ...branches, parameter: 'life.branchLecture' }, tally: 'branch-lecture', ...quarterly },
  'member-meeting': { of: { ...branches, parameter: 'life.memberMeeting' }, tally: 'member-meeting', ...quarterly },
  'committee-meeting': { of: { ...branches, fullMembers: 7, parameter: 'life.committeeMeeting' }, tally: 'committee-meeting', ...monthly },
  'group-meeting': { of: { kinds: "('group')", parameter: 'life.groupMeeting' }, tally: 'group-meeting', ...monthly },
  'theme-day': { of: { ...branches, parameter: 'life.themeDay' }, tally: 'theme-day', ...monthly },
  'life-meeting': { of: { ...branches, parameter: 'life.lifeMeeting' }, tally: 'life-meeting', ...yearly },
  'member-appraisal': { of: { ...branches, parameter: 'life.memberAppraisal' }, tally: 'member-appraisal', ...yearly },
  'democratic-life': { of: { ...committees, parameter: 'life.democraticLife' }, tally: 'democratic-life', ...yearly },
  talks: { of: { people: 'TRUE', target: '@life_talk' }, tally: 'talks', ...yearly },
  lectures: {
    of: {
      people: '(p.leader = 1 OR secretary)',
      target: 'max(CASE WHEN p.leader THEN @life_lectureLeader ELSE 0 END, CASE WHEN secretary THEN @life_lectureSecretary ELSE 0 END)',
    },
    tally: 'lectures',
    ...yearly,
  },
  'dual-life': { of: { ...leader, target: '@life_dualLife' }, tally: 'dual-life', ...yearly },
  comfort: {
    of: {
      people: `(p.joinedOn < '1949-10-01' OR p.id IN (SELECT personId FROM hardship WHERE voidedAt IS NULL AND since <= @until AND (endedOn IS NULL OR endedOn >= @from)))`,
      target: '@care_comfort',
    },
    tally: 'comfort',
    ...yearly,
  },
  fieldwork: {
    of: { ...leader, target: `CASE WHEN ${higher} THEN @service_fieldworkHigher ELSE @service_fieldworkSection END * @service_daysPerMonth` },
    tally: 'fieldwork',
    ...yearly,
  },
  reception: { of: { ...leader, target: '@service_reception' }, tally: 'reception', ...monthly },
  'masses-liaison': { of: { people: 'TRUE', target: '@service_massesLiaison' }, tally: '', ...yearly, lasting: liaison('masses') },
  'student-liaison': { of: { people: 'TRUE', target: '@service_studentLiaison' }, tally: '', ...yearly, lasting: liaison('poorStudent') },
  'contact-points': {
    of: { people: `p.leader = 1 AND ${higher}`, target: '@service_contactPoints' },
    tally: '',
    ...yearly,
    lasting: { from: 'contactPoint WHERE voidedAt IS NULL', subject: 'personId', begins: 'startsOn', ends: 'endsOn' },
  },
  'floating-contact': { of: { ...floating, target: '@floating_contact' }, tally: 'floating-contact', ...monthly },
  'floating-report': { of: { ...floating, target: '@floating_report' }, tally: 'floating-report', ...yearly },
  'card-check': { of: { ...floating, target: '@floating_cardCheck' }, tally: 'card-check', ...yearly },
  'party-building': { of: { ...committees, parameter: 'duty.partyBuilding' }, tally: 'party-building', ...yearly },
  'work-meeting': { of: { parameter: 'duty.workMeeting' }, tally: 'work-meeting', ...quarterly },
  'activist-class': { of: { ...committees, parameter: 'membership.activistClass' }, tally: 'activist-class', ...yearly },
  'admission-plan': { of: { ...committees, parameter: 'membership.admissionPlan' }, tally: 'admission-plan', ...yearly },
  awards: { of: { parameter: 'care.awards' }, tally: 'awards', ...yearly },
  'model-points': {
    of: { parameter: 'excellence.modelPoints' },
    tally: '',
    ...yearly,
    lasting: { from: 'modelPoint WHERE voidedAt IS NULL', subject: "'office'", begins: 'namedOn', ends: 'removedOn' },
  },
  'written-report': { of: { ...all, parameter: 'duty.writtenReport' }, tally: 'written-report', ...yearly },
  inspection: { of: { ...branches, parameter: 'duty.inspection' }, tally: 'inspection', ...yearly },
  'self-check': { of: { ...committees, parameter: 'duty.selfCheck' }, tally: 'self-check', ...quarterly },
  'monthly-report': { of: { ...committees, parameter: 'duty.monthlyReport' }, tally: 'monthly-report', ...monthly },
  'duty-letter': { of: { people: 'TRUE', target: '@duty_letter' }, tally: 'duty-letter', ...yearly },
}

const months = Array.from({ length: 12 }, (_, i) => `m${String(i + 1).padStart(2, '0')}`)
const day = (month: number, last: boolean) => `@year || '-${String(month).padStart(2, '0')}-${last ? "' || @last" + String(month) : "01'"}`

/** What was done, by subject, as of a year. */
function doneSql({ tally, lasting }: Asked): string {
  if (!lasting) return `SELECT subjectId, amount, ${months.join(', ')} FROM tally WHERE tally = '${tally}' AND year = @year`
  const { from, subject, begins, ends } = lasting
  const stands = (on: string) => `sum(${begins} <= ${on} AND (${ends} IS NULL OR ${ends} >= ${on}))`
  return `SELECT ${subject} AS subjectId, ${stands('@at')} AS amount, ${months.map((m, i) => `${stands(day(i + 1, true))} AS ${m}`).join(', ')}
    FROM ${from} AND ${begins} <= @until AND (${ends} IS NULL OR ${ends} >= @from) GROUP BY 1`
}

const moved = `moved(personId, toId) AS MATERIALIZED (
    SELECT personId, coalesce(
      (SELECT l.toId FROM transfer l WHERE l.personId = t.personId AND l.voidedAt IS NULL AND l.movedOn <= @until ORDER BY l.movedOn DESC, l.id DESC LIMIT 1),
      (SELECT f.fromId FROM transfer f WHERE f.personId = t.personId AND f.voidedAt IS NULL ORDER BY f.movedOn, f.id LIMIT 1))
    FROM transfer t WHERE voidedAt IS NULL GROUP BY personId),
  held(personId, officer, secretary) AS MATERIALIZED (
    SELECT personId, max(inYear AND post IN (SELECT value FROM json_each(@officerPosts))), max(inYear AND post IN (SELECT value FROM json_each(@secretaryPosts)))
    FROM (SELECT personId, post, startsOn <= @until AND (endsOn IS NULL OR endsOn >= @from) AS inYear FROM appointment WHERE voidedAt IS NULL) GROUP BY personId),`

/** Everyone or every body under the quota: where it stands on the board, what it owes, since when, what it did. */
function subjectSql(name: string, q: Asked): string {
  const columns = `coalesce(y.amount, 0) AS amount, ${months.map(m => `coalesce(y.${m}, 0) AS ${m}`).join(', ')}`
  if (!('people' in q.of) && !('kinds' in q.of))
    return `SELECT 'office' AS organizationId, @${q.of.parameter.replace('.', '_')} AS target, NULL AS since, NULL AS freed, ${columns} FROM (SELECT 1) LEFT JOIN done y ON y.subjectId = 'office'`
  if ('kinds' in q.of) {
    const counted = q.of.fullMembers
      ? `AND (SELECT count(*) FROM person m WHERE m.organizationId = o.id AND m.voidedAt IS NULL AND m.category = 'full' AND (m.membershipState IS NULL OR m.membershipState = 'normal')) >= ${q.of.fullMembers}`
      : ''
    return `SELECT o.id AS organizationId, @${q.of.parameter.replace('.', '_')} AS target, o.foundedOn AS since,
        (SELECT max(reason) FROM bodyExemption f WHERE f.organizationId = o.id AND f.voidedAt IS NULL AND f.quota IN ('${name}', 'all') AND f.startsOn <= @until AND (f.endsOn IS NULL OR f.endsOn >= @from)) AS freed, ${columns}
      FROM organization o LEFT JOIN done y ON y.subjectId = o.id
      WHERE o.voidedAt IS NULL AND o.kind IN ${q.of.kinds} AND (o.foundedOn IS NULL OR o.foundedOn <= @until) AND (o.closedOn IS NULL OR o.closedOn >= @from) ${counted}`
  }
  const study = name === 'study-notes'
  return `SELECT p.stoodIn AS organizationId, ${q.of.target} AS target, p.${q.of.since ?? 'joinedOn'} AS since, p.freed, ${columns}
    FROM (SELECT p.id, p.leader, p.leaderLevel, p.mobility, p.mobilityOn, p.joinedOn, coalesce(m.toId, p.organizationId) AS stoodIn,
        CASE WHEN f.personId IS NULL THEN ${study ? 'p.exemptReason' : 'NULL'} ELSE f.reason END AS freed,
        CASE WHEN h.personId IS NULL THEN p.partyPost IN (SELECT value FROM json_each(@officerPosts)) ELSE h.officer END AS officer,
        CASE WHEN h.personId IS NULL THEN p.partyPost IN (SELECT value FROM json_each(@secretaryPosts)) ELSE h.secretary END AS secretary
      FROM person p LEFT JOIN moved m ON m.personId = p.id LEFT JOIN held h ON h.personId = p.id LEFT JOIN freed f ON f.personId = p.id
      WHERE p.voidedAt IS NULL AND p.category IN ('full', 'probationary') AND (p.joinedOn IS NULL OR p.joinedOn <= @until)
        AND (p.membershipState IS NULL OR p.membershipState = 'normal' OR p.membershipOn > @until)) p
    LEFT JOIN done y ON y.subjectId = p.id WHERE ${q.of.people}`
}

/** The state of one period: m 达标, s 未达标, w 临期, o 进行中, n not owed. */
function stateSql(q: Asked, period: number): string {
  const length = 12 / q.periods
  const [first, last] = [period * length + 1, (period + 1) * length]
  const done = q.periods === 1 ? 'amount' : months.slice(first - 1, last).join(' + ')
  const [begins, ends] = [day(first, false), day(last, true)]
  // Those away begin to owe with the first whole period; the others with the one in which they joined.
  const newcomer = 'people' in q.of && !q.of.since ? `since > ${ends}` : `since > ${begins}`
  return `CASE WHEN @today < ${begins} OR ${newcomer} THEN 'n' WHEN ${done} + 1e-6 >= target THEN 'm' WHEN @today > ${ends} THEN 's'
    WHEN julianday(${ends}) - julianday(@today) <= @quota_warnDays${q.warn} THEN 'w' ELSE 'o' END AS p${period}`
}

/** Counts by row of the board: subjects by their worst period, periods that are due and kept, amounts by month. */
export function boardSql(name: string): string {
  const q = asked[name]
  if (!q) throw new Error(`no floor for ${name}`)
  const periods = Array.from({ length: q.periods }, (_, i) => `p${i}`)
  const any = (state: string) => `(${periods.map(p => `${p} = '${state}'`).join(' OR ')})`
  const count = (...states: string[]) => periods.map(p => `(${states.map(s => `${p} = '${s}'`).join(' OR ')})`).join(' + ')
  return `WITH done AS MATERIALIZED (${doneSql(q)}),
    ${
      'people' in q.of
        ? `${moved} freed(personId, reason) AS MATERIALIZED (
      SELECT personId, max(CASE WHEN startsOn <= @until AND (endsOn IS NULL OR endsOn >= @from) THEN reason END) FROM exemption WHERE voidedAt IS NULL AND quota IN ('${name}', 'all') GROUP BY personId),`
        : ''
    }
    subject AS (${subjectSql(name, q)}),
    stood AS MATERIALIZED (SELECT *, ${periods.map((_, i) => stateSql(q, i)).join(', ')} FROM subject),
    counted AS (SELECT *, CASE WHEN freed IS NOT NULL THEN 'exempt' WHEN ${any('s')} THEN 'short' WHEN ${any('w')} THEN 'near' WHEN ${any('o')} THEN 'open' WHEN ${any('m')} THEN 'met' ELSE 'none' END AS state FROM stood)
    SELECT organizationId AS id, count(*) AS members, sum(state = 'exempt') AS exempt, sum(state NOT IN ('exempt', 'none')) AS required,
      sum(state = 'met') AS met, sum(state = 'near') AS near, sum(state = 'short') AS short, sum(state = 'open') AS open,
      sum(CASE WHEN state IN ('exempt', 'none') THEN 0 ELSE round(amount, 2) END) AS amount,
      sum(CASE WHEN state IN ('exempt', 'none') THEN 0 ELSE ${count('m', 's')} END) AS due, sum(CASE WHEN state IN ('exempt', 'none') THEN 0 ELSE ${count('m')} END) AS kept,
      ${months.map(m => `sum(CASE WHEN state IN ('exempt', 'none') THEN 0 ELSE ${m} END) AS ${m}`).join(', ')}
    FROM counted GROUP BY 1`
}

/** The same year before, in all: what the line of the year before is drawn from. */
export function sumSql(name: string): string {
  const q = asked[name]
  if (!q || q.lasting) return ''
  return `SELECT ${months.map(m => `sum(${m}) AS ${m}`).join(', ')} FROM tally WHERE tally = '${q.tally}' AND year = @year - 1`
}
