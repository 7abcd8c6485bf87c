import type SQLite from 'better-sqlite3-multiple-ciphers'
import { partyRoleOf } from '../../shared/rules/roles.ts'

const months = Array.from({ length: 12 }, (_, i) => `m${String(i + 1).padStart(2, '0')}`)

/**
 * The same figures as `quota.board` and `quota.people`, as someone would write them by hand for this one question:
 * one prepared statement each, that lets SQLite do all of the counting. Dated moves, offices and exemptions included.
 */
const standing = (columns: readonly string[]) => `
  WITH RECURSIVE
  officerPost(post) AS MATERIALIZED (SELECT value FROM json_each(@officerPosts)),
  below(id, unitKind) AS MATERIALIZED (
    SELECT id, unitKind FROM organization WHERE parentId IS NULL
    UNION ALL SELECT o.id, coalesce(o.unitKind, b.unitKind) FROM organization o JOIN below b ON o.parentId = b.id),
  moved(personId, toId) AS MATERIALIZED (
    SELECT personId, coalesce(
      (SELECT l.toId FROM transfer l WHERE l.personId = t.personId AND l.voidedAt IS NULL AND l.movedOn <= @until ORDER BY l.movedOn DESC, l.id DESC LIMIT 1),
      (SELECT f.fromId FROM transfer f WHERE f.personId = t.personId AND f.voidedAt IS NULL ORDER BY f.movedOn, f.id LIMIT 1))
    FROM transfer t WHERE voidedAt IS NULL GROUP BY personId),
  held(personId, posts, officer) AS MATERIALIZED (
    SELECT personId, group_concat(DISTINCT CASE WHEN inYear THEN post END), max(inYear AND post IN officerPost)
    FROM (SELECT personId, post, startsOn <= @until AND (endsOn IS NULL OR endsOn >= @from) AS inYear FROM appointment WHERE voidedAt IS NULL) GROUP BY personId),
  freed(personId, reason) AS MATERIALIZED (
    SELECT personId, max(CASE WHEN startsOn <= @until AND (endsOn IS NULL OR endsOn >= @from) THEN reason END) FROM exemption WHERE voidedAt IS NULL AND quota = 'study-hours' GROUP BY personId),
  standing AS (
    SELECT coalesce(m.toId, p.organizationId) AS organizationId,
      CASE WHEN h.personId IS NULL THEN p.partyPost IN officerPost ELSE h.officer END AS officer,
      CASE WHEN f.personId IS NULL THEN p.exemptReason ELSE f.reason END AS exemptReason,
      b.unitKind, round(coalesce(y.amount, 0), 2) AS done, ${columns.join(', ')}
    FROM person p
    LEFT JOIN moved m ON m.personId = p.id
    LEFT JOIN held h ON h.personId = p.id
    LEFT JOIN freed f ON f.personId = p.id
    LEFT JOIN below b ON b.id = coalesce(m.toId, p.organizationId)
    LEFT JOIN tally y ON y.tally = 'study-hours' AND y.year = @year AND y.subjectId = p.id
    WHERE p.voidedAt IS NULL AND p.category IN ('full', 'probationary') AND (p.membershipState IS NULL OR p.membershipState = 'normal') AND (p.joinedOn IS NULL OR p.joinedOn <= @until)),
  owing AS MATERIALIZED (
    SELECT *, max(CASE WHEN officer THEN @committee ELSE 0 END, CASE WHEN unitKind IN ('agency', 'institution') THEN @agency ELSE 0 END, @member) AS target FROM standing)`

const isMet = 'done + 1e-6 >= target'
const isNear = `NOT ${isMet} AND NOT @over AND round(target - done, 2) <= @warn + 1e-6`
const countIf = (condition: string) => `sum(exemptReason IS NULL AND ${condition})`
const quarters = [
  'done / target < 0.25',
  'done / target >= 0.25 AND done / target < 0.5',
  'done / target >= 0.5 AND done / target < 0.75',
  'done / target >= 0.75',
]

const boardSql = `${standing(months.map(m => `y.${m}`))}
  SELECT organizationId AS id, count(*) AS members, sum(exemptReason IS NOT NULL) AS exempt, ${countIf('1')} AS required, ${countIf(isMet)} AS met, ${countIf(`(${isNear})`)} AS near,
    ${countIf('officer')} AS officers, ${countIf(`officer AND ${isMet}`)} AS officersMet, ${quarters.map((step, i) => `${countIf(`NOT ${isMet} AND ${step}`)} AS step${i}`).join(', ')},
    sum(CASE WHEN exemptReason IS NULL THEN done ELSE 0 END) AS hours, ${months.map(m => `sum(CASE WHEN exemptReason IS NULL THEN ${m} ELSE 0 END) AS ${m}`).join(', ')}
  FROM owing GROUP BY 1`

/** The mean by month of the year before needs nobody's office, branch or target. */
const trendSql = `
  WITH freed(personId, reason) AS MATERIALIZED (
    SELECT personId, max(CASE WHEN startsOn <= @until AND (endsOn IS NULL OR endsOn >= @from) THEN reason END) FROM exemption WHERE voidedAt IS NULL AND quota = 'study-hours' GROUP BY personId)
  SELECT count(*) AS people, ${months.map(m => `sum(${m}) AS ${m}`).join(', ')}
  FROM person p LEFT JOIN freed f ON f.personId = p.id LEFT JOIN tally y ON y.tally = 'study-hours' AND y.year = @year AND y.subjectId = p.id
  WHERE p.voidedAt IS NULL AND p.category IN ('full', 'probationary') AND (p.membershipState IS NULL OR p.membershipState = 'normal') AND (p.joinedOn IS NULL OR p.joinedOn <= @until)
    AND CASE WHEN f.personId IS NULL THEN p.exemptReason ELSE f.reason END IS NULL`

const peopleSql = `${standing(['p.id', 'p.name', 'p.idNumber', 'p.category', 'CASE WHEN h.personId IS NULL THEN p.partyPost ELSE h.posts END AS post'])}
  SELECT w.id AS personId, w.name, substr(idNumber, 1, 4) || '**********' || substr(idNumber, -4) AS idNumber, organizationId, ifnull(o.name, '') AS organization, post, category, done,
    CASE WHEN exemptReason IS NULL THEN target ELSE 0 END AS target, exemptReason IS NOT NULL OR done + 1e-6 >= target AS met, exemptReason
  FROM owing w LEFT JOIN organization o ON o.id = organizationId`

type Row = Readonly<Record<string, string | number | null>>

interface Numbers {
  readonly members: number
  readonly required: number
  readonly met: number
  readonly near: number
  readonly short: number
  readonly exempt: number
  readonly hours: number
}

export interface BoardNumbers {
  readonly total: Numbers & { readonly committee: { readonly required: number; readonly met: number } }
  readonly organizations: readonly (Numbers & { readonly id: string; readonly name: string; readonly months: readonly number[] })[]
  readonly trend: { readonly current: readonly number[]; readonly previous: readonly number[] }
  readonly distribution: readonly number[]
}

/** Hand-written queries on one connection, prepared once. */
export class BoardFloor {
  readonly #board: SQLite.Statement<unknown[], Row>
  readonly #trend: SQLite.Statement<unknown[], Row>
  readonly #people: SQLite.Statement
  readonly #posts: SQLite.Statement<unknown[], string>
  readonly #parameters: SQLite.Statement<unknown[], { key: string; value: number }>
  readonly #organizations: SQLite.Statement<unknown[], { id: string; name: string; kind: string }>
  readonly #today: string

  constructor(sqlite: SQLite.Database, today: string) {
    this.#today = today
    this.#board = sqlite.prepare(boardSql)
    this.#trend = sqlite.prepare(trendSql)
    this.#people = sqlite.prepare(peopleSql)
    this.#posts = sqlite
      .prepare<unknown[], string>('SELECT DISTINCT partyPost FROM person WHERE partyPost IS NOT NULL UNION SELECT DISTINCT post FROM appointment')
      .pluck()
    this.#parameters = sqlite.prepare(
      "SELECT key, value, max(startsOn) FROM parameter WHERE voidedAt IS NULL AND startsOn <= ? AND key LIKE 'study.%' GROUP BY key",
    )
    this.#organizations = sqlite.prepare('SELECT id, name, kind FROM organization WHERE voidedAt IS NULL ORDER BY nameOrder')
  }

  people(year: number): unknown[] {
    return this.#people.all(this.#given(year))
  }

  board(year: number): BoardNumbers {
    const found = this.#board.all(this.#given(year))
    const byId = new Map(found.map(row => [String(row['id']), row]))
    const before = this.#trend.get(range(year - 1)) ?? {}
    const sum = (key: string) => found.reduce((all, row) => all + number(row, key), 0)
    const required = sum('required')
    return {
      total: { ...numbersOf(sum), committee: { required: sum('officers'), met: sum('officersMet') } },
      organizations: this.#organizations.all().flatMap(({ id, name, kind }) => {
        const row = byId.get(id) ?? {}
        const numbers = numbersOf(key => number(row, key))
        return numbers.members > 0 || kind === 'branch'
          ? [{ ...numbers, id, name, months: months.map(m => (numbers.required ? number(row, m) / numbers.required : 0)) }]
          : []
      }),
      trend: {
        current: cumulative(months.map(sum), required),
        previous: cumulative(
          months.map(m => number(before, m)),
          number(before, 'people'),
        ),
      },
      distribution: [sum('step0'), sum('step1'), sum('step2'), sum('step3'), sum('met')],
    }
  }

  #given(year: number) {
    const { from, until } = range(year)
    const values = new Map(this.#parameters.all(until).map(p => [p.key, p.value]))
    const value = (key: string) => values.get(`study.${key}`) ?? 0
    const officerPosts = JSON.stringify(this.#posts.all().filter(post => partyRoleOf(post) !== 'none'))
    return {
      from,
      until,
      year,
      over: this.#today > until ? 1 : 0,
      warn: value('warnWithin'),
      committee: value('committee'),
      agency: value('agencyDays') * value('hoursPerDay'),
      member: Math.max(value('member'), value('memberDays') * value('hoursPerDay')),
      officerPosts,
    }
  }
}

const number = (row: Row, key: string): number => Number(row[key] ?? 0)

function numbersOf(of: (key: string) => number): Numbers {
  const [members, required, met, near, exempt, hours] = [of('members'), of('required'), of('met'), of('near'), of('exempt'), of('hours')]
  return { members, required, met, near, short: required - met - near, exempt, hours }
}

const range = (year: number) => ({ from: `${year}-01-01`, until: `${year}-12-31`, year })

function cumulative(sums: readonly number[], people: number): number[] {
  let sum = 0
  return sums.map(hours => (sum += hours) / Math.max(1, people))
}
