import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../shared/rules/days.ts'
import { parameterCatalogue } from '../../shared/rules/parameters.ts'
import type { QuotaName } from '../../shared/rules/quota-names.ts'
import { smallOffice } from '../support/office.ts'

/**
 * Boards of every length of period, worked out a second time in the plainest way: who is under a quota, in which period it binds,
 * what number was in force, what was done, and what that is called on the day it is looked at.
 */
interface Asked {
  readonly quota: QuotaName
  readonly parameter: string
  readonly of: 'branch' | 'member' | 'floating' | 'higher'
  readonly months: 1 | 3 | 12 | 60
  readonly warnDays: number
}
const asked: readonly Asked[] = [
  { quota: 'theme-day', parameter: 'life.themeDay', of: 'branch', months: 1, warnDays: 10 },
  { quota: 'member-meeting', parameter: 'life.memberMeeting', of: 'branch', months: 3, warnDays: 20 },
  { quota: 'life-meeting', parameter: 'life.lifeMeeting', of: 'branch', months: 12, warnDays: 60 },
  { quota: 'talks', parameter: 'life.talk', of: 'member', months: 12, warnDays: 60 },
  { quota: 'floating-contact', parameter: 'floating.contact', of: 'floating', months: 1, warnDays: 10 },
  { quota: 'floating-report', parameter: 'floating.report', of: 'floating', months: 12, warnDays: 60 },
  { quota: 'cadre-five-years', parameter: 'study.cadreFiveYears', of: 'higher', months: 60, warnDays: 60 },
]
const names = asked.map(a => a.quota)
const years = [2024, 2025, 2026]

/** Any day around the years asked for, and often the first or the last of a month. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 4 * 365 }).map(n => addDays('2023-01-01', n)),
  fc
    .tuple(fc.integer({ min: 0, max: 47 }), fc.constantFrom(-1, 0))
    .map(([m, off]) => addDays(`${2023 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, '0')}-01`, off)),
)
/** The first and the last day of periods, and the edges of the days in which an open one is 临期. */
const today = fc.constantFrom(
  '2025-01-01',
  '2025-03-11',
  '2025-03-12',
  '2025-03-31',
  '2025-04-01',
  '2025-06-19',
  '2025-06-20',
  '2025-06-21',
  '2025-11-01',
  '2025-11-02',
  '2025-12-31',
  '2026-01-01',
  '2026-01-21',
  '2026-01-22',
  '2026-12-31',
)
const span = fc.tuple(day, fc.option(day)).map(([a, b]) => (b !== null && b < a ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b }))
const freed = fc.array(fc.record({ quota: fc.constantFrom<QuotaName | 'all'>(...names, 'all'), span, voided: fc.boolean() }), { maxLength: 2 })
const done = fc.array(day, { maxLength: 14 })
const late = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 1 })

const branch = fc
  .record({ foundedOn: late(day), closedOn: late(day), freed, done })
  .map(b => (b.foundedOn !== null && b.closedOn !== null && b.closedOn < b.foundedOn ? { ...b, closedOn: null } : b))
const member = fc.record({
  joinedOn: late(day),
  leftOn: fc.option(fc.record({ day: late(day) }), { freq: 3 }),
  away: fc.option(fc.record({ since: late(day) }), { freq: 1 }),
  leaderLevel: fc.constantFrom(null, 'section', 'division'),
  freed,
  done,
  hours: fc.array(fc.tuple(day, fc.constantFrom(10, 24)), { maxLength: 3 }),
})
type Branch = typeof branch extends fc.Arbitrary<infer T> ? T : never
type Member = typeof member extends fc.Arbitrary<infer T> ? T : never
const rules = fc
  .uniqueArray(fc.record({ key: fc.constantFrom(...asked.map(a => a.parameter)), value: fc.constantFrom(0, 1, 2), startsOn: day }), {
    maxLength: 8,
    selector: r => `${r.key} ${r.startsOn}`,
  })
  // Hours come by the day.
  .map(all => all.map(r => (r.key === 'study.cadreFiveYears' ? { ...r, value: r.value * 24 } : r)))
interface Rule {
  readonly key: string
  readonly value: number
  readonly startsOn: string
}

/** What ships; the numbers of a county's own document do not in a college. */
const shipped: readonly Rule[] = [
  { key: 'life.themeDay', value: 1, startsOn: '2019-05-06' },
  { key: 'life.memberMeeting', value: 1, startsOn: '2018-10-28' },
  { key: 'life.lifeMeeting', value: 1, startsOn: '2019-05-06' },
  { key: 'life.talk', value: 1, startsOn: '2018-10-28' },
  { key: 'study.cadreFiveYears', value: 550, startsOn: '2023-10-01' },
]
const inForce = (ruled: readonly Rule[], key: string, on: string): number =>
  [...shipped, ...ruled]
    .filter(r => r.key === key && r.startsOn <= on)
    .toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
    .at(-1)?.value ?? 0

const firstOf = (year: number, month: number) => `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`

function periodsOf(months: Asked['months'], year: number) {
  if (months === 60) return [{ from: '2023-01-01', until: '2027-12-31' }]
  return Array.from({ length: 12 / months }, (_, i) => ({ from: firstOf(year, i * months + 1), until: addDays(firstOf(year, (i + 1) * months + 1), -1) }))
}

interface Subject {
  readonly freed: Branch['freed']
  readonly since: string | null
  /** Whether the period in which it began counts already. */
  readonly atOnce: boolean
  readonly closedOn: string | null
  readonly amounts: readonly (readonly [string, number])[]
}

/** Someone or some body under a quota in a year; nothing where it is not laid upon it. */
function subjectOf(a: Asked, one: Branch | Member, year: number): Subject | undefined {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`]
  const pieces = one.done.map(d => [d, 1] as const)
  if ('foundedOn' in one) {
    if (a.of !== 'branch' || (one.foundedOn ?? '') > until || (one.closedOn ?? '9999') < from) return
    return { freed: one.freed, since: one.foundedOn, atOnce: false, closedOn: one.closedOn, amounts: pieces }
  }
  if (a.of === 'branch' || (one.joinedOn ?? '') > until) return
  if (one.leftOn !== null && (one.leftOn.day ?? '') <= until) return
  if (a.of === 'floating' && (one.away === null || (one.away.since ?? '') > until)) return
  if (a.of === 'higher' && one.leaderLevel !== 'division') return
  const since = a.of === 'floating' ? (one.away?.since ?? null) : one.joinedOn
  return { freed: one.freed, since, atOnce: a.of !== 'floating', closedOn: null, amounts: a.of === 'higher' ? one.hours : pieces }
}

function expected(a: Asked, one: Branch | Member, year: number, ruled: readonly Rule[], now: string) {
  const subject = subjectOf(a, one, year)
  if (!subject) return
  const states = periodsOf(a.months, year).map(({ from, until }) => {
    const shownYear = a.months === 60 ? { from: `${year}-01-01`, until: `${year}-12-31` } : { from, until }
    const isFreed = subject.freed.some(
      f => !f.voided && (f.quota === 'all' || f.quota === a.quota) && f.span.startsOn <= shownYear.until && (f.span.endsOn ?? '9999') >= shownYear.from,
    )
    const target = inForce(ruled, a.parameter, until)
    const amount = subject.amounts.filter(([d]) => d >= from && d <= until).reduce((sum, [, n]) => sum + n, 0)
    const binds = (subject.since === null || subject.since <= (subject.atOnce ? until : from)) && (subject.closedOn === null || subject.closedOn > until)
    const state = isFreed
      ? 'exempt'
      : target === 0 || now < from || !binds
        ? 'none'
        : amount >= target
          ? 'met'
          : now > until
            ? 'short'
            : daysBetween(now, until) <= a.warnDays
              ? 'near'
              : 'open'
    return { state, done: amount, missing: ['short', 'near', 'open'].includes(state) ? target - amount : 0 }
  })
  const said = new Set(states.map(s => s.state))
  const state = ['short', 'near', 'open', 'met', 'exempt'].find(s => said.has(s)) ?? 'none'
  return {
    state,
    missing: states.reduce((sum, s) => sum + s.missing, 0),
    done: states.reduce((sum, s) => sum + s.done, 0),
    due: states.filter(s => s.state === 'met' || s.state === 'short').length,
    kept: states.filter(s => s.state === 'met').length,
    periods: states.length > 1 ? states.map(s => s.state) : [],
  }
}

test('in every length of period, whoever is founded, closed, joins, leaves, goes away or is exempt, whatever the number and the day: each stands where the rules say, and boards add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(branch, { minLength: 1, maxLength: 3 }),
      fc.array(member, { minLength: 1, maxLength: 3 }),
      rules,
      today,
      async (bodies, people, ruled, now) => {
        const { call, add, body, top, first, member: join } = await smallOffice({ today: now })
        await add('exemption', { personId: await join({ membershipState: 'left' }), quota: 'all', reason: '另有任务', startsOn: '2020-01-01' })
        const ids = new Map<Branch | Member, string>()
        const free = async (type: 'exemption' | 'bodyExemption', owner: object, { quota, span: spans, voided }: Branch['freed'][number]) => {
          const id = await add(type, { ...owner, quota, reason: '另有任务', ...spans })
          if (voided) await call('records.void', { type, id, version: 1, reason: '登记有误' })
        }
        for (const [i, b] of bodies.entries()) {
          const id = await body(`支部${i}`, 'branch', top, { foundedOn: b.foundedOn, closedOn: b.closedOn })
          ids.set(b, id)
          for (const f of b.freed) await free('bodyExemption', { organizationId: id }, f)
          for (const [n, on] of b.done.entries())
            for (const kind of ['themeDay', 'memberMeeting', 'lifeMeeting'])
              await add('activity', { name: `${kind}${i}${n}`, kind, organizationId: id, startsOn: on, endsOn: on, hours: 0, counts: false })
        }
        for (const m of people) {
          const id = await join({
            joinedOn: m.joinedOn,
            organizationId: first,
            leader: m.leaderLevel !== null,
            leaderLevel: m.leaderLevel,
            membershipState: m.leftOn && 'left',
            membershipOn: m.leftOn?.day ?? null,
            mobility: m.away && 'floating',
            mobilityOn: m.away?.since ?? null,
          })
          ids.set(m, id)
          for (const f of m.freed) await free('exemption', { personId: id }, f)
          for (const [n, on] of m.done.entries()) {
            await add('talk', { personId: id, talkedOn: on, talker: '单雄信', matter: `第 ${n} 次` })
            await add('floatingContact', { personId: id, contactedOn: on, way: 'call', content: `第 ${n} 次` })
            await add('floatingReport', { personId: id, reportedOn: on, addressChanged: false, content: `第 ${n} 次` })
          }
          for (const [n, [on, hours]] of m.hours.entries()) {
            const activityId = await add('activity', { name: `培训${n}${id}`, kind: 'training', startsOn: on, endsOn: on, hours: 24, counts: true })
            await call('attendance.save', { activityId, version: 1, lines: [{ personId: id, state: 'present', hours, reason: null }] })
          }
        }
        for (const r of ruled) await add('parameter', { ...r, basis: 'policy', clause: '本院党发〔2020〕1 号' })

        for (const a of asked) {
          expect(parameterCatalogue[a.parameter]).toBeDefined()
          for (const year of years) {
            const { subjects } = await call('quota.subjects', { quota: a.quota, year, periods: true })
            const got = new Map(subjects.map(s => [s.subjectId, s]))
            const wanted = []
            for (const one of [...bodies, ...people]) {
              const want = expected(a, one, year, ruled, now)
              const s = got.get(ids.get(one) ?? '')
              const where = `${a.quota} ${year} on ${now}`
              expect(s && { state: s.state, missing: s.missing, done: s.done, periods: (s.periods ?? []).map(p => p.state) }, where).toEqual(
                want && { state: want.state, missing: want.missing, done: want.done, periods: want.periods },
              )
              if (want) wanted.push(want)
            }
            const { total } = await call('quota.board', { quota: a.quota, year, organizationId: a.of === 'branch' ? top : first })
            // The two branches every office here begins with do nothing and are founded on no day.
            const idle: Branch = { foundedOn: null, closedOn: null, freed: [], done: [] }
            const all = a.of === 'branch' ? [...wanted, ...[idle, idle].flatMap(one => expected(a, one, year, ruled, now) ?? [])] : wanted
            const count = (...states: string[]) => all.filter(w => states.includes(w.state)).length
            expect(total, `${a.quota} ${year} on ${now}`).toMatchObject({
              members: all.length,
              required: count('met', 'near', 'short', 'open'),
              met: count('met'),
              near: count('near'),
              short: count('short'),
              open: count('open'),
              exempt: count('exempt'),
            })
            if (a.months < 12) {
              const owing = all.filter(w => !['none', 'exempt'].includes(w.state))
              expect(total).toMatchObject({ due: owing.reduce((n, w) => n + w.due, 0), kept: owing.reduce((n, w) => n + w.kept, 0) })
            }
          }
        }
      },
    ),
    { numRuns: 20 },
  )
}, 180_000)
