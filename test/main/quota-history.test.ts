import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/rules/days.ts'
import { smallOffice } from '../support/office.ts'

/**
 * What an office says about one person, and what follows from it for a year, worked out here a second time and in the plainest
 * way. The years asked for are 2020 to 2024.
 */
const years = [2020, 2021, 2022, 2023, 2024]
const today = '2026-11-23'
/** Any day, and often the first or last of a year, where such rules go wrong. */
const day = fc.oneof(
  fc.integer({ min: 0, max: 7 * 365 }).map(n => addDays('2019-01-01', n)),
  fc.tuple(fc.integer({ min: 2019, max: 2025 }), fc.constantFrom('01-01', '12-31')).map(([year, end]) => `${year}-${end}`),
)
const span = fc.tuple(day, fc.option(day)).map(([a, b]) => (b !== null && b < a ? { startsOn: b, endsOn: a } : { startsOn: a, endsOn: b }))
const branch = fc.constantFrom('first', 'second', 'third')
const post = fc.constantFrom('党支部书记', '宣传委员', '党小组组长')

const story = fc.record({
  branch,
  partyPost: fc.option(post),
  exemptReason: fc.option(fc.constant('年老体弱')),
  joinedOn: fc.option(day),
  category: fc.constantFrom('full', 'probationary', 'activist'),
  membershipState: fc.constantFrom(null, 'normal', 'left'),
  transfers: fc
    .uniqueArray(fc.record({ fromId: fc.option(branch), toId: branch, movedOn: day, voided: fc.boolean() }), { maxLength: 3, selector: t => t.movedOn })
    .map(all => all.filter(t => t.fromId !== t.toId)),
  appointments: fc.array(fc.record({ post, span, voided: fc.boolean() }), { maxLength: 3 }),
  exemptions: fc.array(fc.record({ reason: fc.constantFrom('长期患病', '失能'), span, voided: fc.boolean() }), { maxLength: 2 }),
  hours: fc.constantFrom(0, 20, 32, 40, 56, 60),
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

const rule = fc.record({ key: fc.constantFrom('study.member', 'study.committee'), value: fc.constantFrom(20, 40, 60), startsOn: day, voided: fc.boolean() })
const rules = fc.uniqueArray(rule, { maxLength: 4, selector: r => `${r.key} ${r.startsOn}` })
type Rule = typeof rule extends fc.Arbitrary<infer T> ? T : never

const national = [
  { key: 'study.member', value: 32, startsOn: '2019-05-06' },
  { key: 'study.committee', value: 56, startsOn: '2019-05-06' },
]

/** The value of a number on a day: of all that have begun, the one that began last. */
function valueOn(ruled: readonly Rule[], key: string, on: string): number | undefined {
  const begun = [...national, ...ruled.filter(r => !r.voided)].filter(r => r.key === key && r.startsOn <= on)
  return begun.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)).at(-1)?.value
}

/** Where someone stands in a year, as the office's rules say it in words. */
function expected(s: Story, ruled: readonly Rule[], year: number) {
  const [from, until] = [`${year}-01-01`, `${year}-12-31`]
  const touches = (a: { span: { startsOn: string; endsOn: string | null } }) => a.span.startsOn <= until && (a.span.endsOn ?? '9999-12-31') >= from
  if (s.category === 'activist' || s.membershipState === 'left') return
  if (s.joinedOn !== null && s.joinedOn > until) return
  const moves = s.transfers.filter(t => !t.voided).toSorted((a, b) => (a.movedOn < b.movedOn ? -1 : 1))
  const past = moves.filter(t => t.movedOn <= until)
  const where = past.length > 0 ? past.at(-1)?.toId : moves.length > 0 ? (moves[0]?.fromId ?? s.branch) : s.branch
  const dated = s.appointments.filter(a => !a.voided)
  const posts = dated.length > 0 ? dated.filter(touches).map(a => a.post) : s.partyPost === null ? [] : [s.partyPost]
  const officer = posts.some(p => p !== '党小组组长')
  const freed = s.exemptions.filter(e => !e.voided)
  const exempt = freed.length > 0 ? freed.some(touches) : s.exemptReason !== null
  const targets = [valueOn(ruled, 'study.member', until), officer ? valueOn(ruled, 'study.committee', until) : undefined].filter(v => v !== undefined)
  const target = exempt || targets.length === 0 ? 0 : Math.max(...targets)
  const done = year === 2022 ? s.hours : 0
  return {
    where,
    exempt,
    target,
    done,
    met: exempt || targets.length === 0 || done >= target,
    state: exempt ? 'exempt' : targets.length === 0 ? 'none' : done >= target ? 'met' : 'short',
  }
}

test('whatever is dated, voided, before, within or after a year: everyone stands where the rules say, and the board adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(story, { minLength: 1, maxLength: 8 }), rules, async (stories, ruled) => {
      const { call, add, body, top, first, second, member, activity } = await smallOffice({ today })
      const places: Readonly<Record<string, string>> = { first, second, third: await body('第三党支部', 'branch', top) }
      const placed = (name: string | null) => (name === null ? null : (places[name] ?? null))
      const dated = async (type: 'transfer' | 'appointment' | 'exemption' | 'parameter', { voided, ...draft }: Record<string, unknown>) => {
        const id = await add(type, draft)
        if (voided) await call('records.void', { type, id, version: 1, reason: '登记有误' })
      }
      const ids: string[] = []
      for (const s of stories) {
        const { category, membershipState, joinedOn, exemptReason, partyPost } = s
        const personId = await member({ organizationId: placed(s.branch), category, membershipState, joinedOn, exemptReason, partyPost })
        ids.push(personId)
        for (const t of s.transfers) await dated('transfer', { ...t, personId, fromId: placed(t.fromId), toId: placed(t.toId) })
        for (const a of s.appointments) await dated('appointment', { personId, post: a.post, ...a.span, voided: a.voided })
        for (const e of s.exemptions) await dated('exemption', { personId, quota: 'study-hours', reason: e.reason, ...e.span, voided: e.voided })
      }
      for (const r of ruled) await dated('parameter', { ...r, basis: 'policy', clause: '本院党发〔2020〕1 号' })
      await activity({ startsOn: '2022-03-01', endsOn: '2022-03-10', hours: 60 }, Object.fromEntries(stories.map((s, i) => [ids[i] ?? '', s.hours])))

      for (const year of years) {
        const { people } = await call('quota.people', { quota: 'study-hours', year })
        const got = new Map(
          people.map(p => [p.personId, { where: p.organizationId, exempt: p.exempt, target: p.target, done: p.done, met: p.met, state: p.state }]),
        )
        const want = stories.map(s => expected(s, ruled, year))
        expect(ids.map(id => got.get(id))).toEqual(want.map(w => w && { ...w, where: placed(w.where ?? null) }))
        for (const name of ['first', 'second', 'third']) {
          const there = want.filter(w => w?.where === name)
          const { total, organizations } = await call('quota.board', { quota: 'study-hours', year, organizationId: placed(name) ?? '' })
          const counts = {
            members: there.length,
            exempt: there.filter(w => w?.exempt).length,
            met: there.filter(w => w?.state === 'met').length,
            short: there.filter(w => w?.state === 'short').length,
          }
          expect(total).toMatchObject(counts)
          expect(organizations).toMatchObject([counts])
        }
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
