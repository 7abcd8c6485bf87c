import { addDays, addYears, yearOf } from '../../shared/rules/days.ts'
import type { Body, Plan } from './body.ts'
import { lifeYear } from './life-meetings.ts'
import { branchYear, type Meeting, upperYear } from './meetings.ts'
import { dayBetween, inventDay } from './numbers.ts'
import { draftOf, peopleOf, type Person } from './people.ts'
import { Random } from './random.ts'

/** A move, an election or an exemption, each with the day it holds from. */
export type Change =
  | { readonly kind: 'transfer'; readonly on: string; readonly person: Person; readonly to: number; readonly reason: string }
  | { readonly kind: 'election'; readonly on: string; readonly from: Person; readonly to: Person; readonly document: string }
  | { readonly kind: 'exemption'; readonly on: string; readonly until: string | null; readonly person: Person; readonly reason: string }
  | { readonly kind: 'departure'; readonly on: string; readonly person: Person; readonly state: 'transferred' | 'deceased' }
  | { readonly kind: 'phone'; readonly on: string; readonly person: Person; readonly phone: string }

/** Everything that happens in a made-up office, invented before a line is written. */
export interface World {
  readonly plan: Plan
  readonly start: string
  readonly today: string
  /** When the present committee of each body was elected, and when the body was founded. */
  readonly terms: readonly { readonly foundedOn: string; readonly electedOn: string | null }[]
  readonly people: readonly Person[]
  readonly changes: readonly Change[]
  readonly meetings: readonly Meeting[]
  /** For each body, itself and all below it. */
  readonly below: readonly (readonly number[])[]
}

/** Invents an office whose history of so many calendar years ends today. */
export function inventWorld(plan: Plan, { years, today, seed }: { years: number; today: string; seed: string }): World {
  const firstYear = yearOf(today) - years + 1
  const start = `${firstYear}-01-02`
  const stream = (name: string) => new Random(`${seed}/${plan.preset}/${name}`)
  const taken = new Set<string>()
  const branches = plan.bodies.flatMap((body, i) => (body.kind === 'branch' ? [{ body, i }] : []))
  const people = branches.flatMap(({ body, i }) => peopleOf(plan, i, body, today, stream(`people/${i}`), taken))
  if (plan.preset === 'county') countyLeaders(people)
  if (plan.preset === 'college') setOut(people, start, today, stream('mobility'))
  const terms = plan.bodies.map((body, i) => termOf(body, today, stream(`term/${i}`)))
  const more = extras(plan, people, today, taken, stream('others'))
  const changes = [
    ...elections(plan, people, terms, start, stream('elections')),
    ...transfers(plan, people, start, today, stream('transfers')),
    ...exemptions(people, start, today, stream('exemptions')),
    ...departures(more.departed, start, today, stream('departures')),
    ...phones(people, start, today, stream('phones')),
  ]
  const allYears = Array.from({ length: years }, (_, n) => firstYear + n)
  const studies = allYears.flatMap(year =>
    plan.bodies.flatMap((body, i) => (body.kind === 'branch' ? branchYear : upperYear)(plan, i, body, year, stream(`meetings/${year}/${i}`))),
  )
  const life = allYears.flatMap(year => plan.bodies.flatMap((body, i) => lifeYear(plan, i, body, year, stream(`life/${year}/${i}`))))
  const within = (m: Meeting) => m.startsOn > start && m.endsOn < today
  return {
    plan,
    start,
    today,
    terms,
    people: [...people, ...more.others, ...more.departed],
    changes,
    meetings: [...studies.filter(within), ...life.filter(within)],
    below: subtrees(plan.bodies),
  }
}

const countyPosts = ['县委副书记', '县委常委、组织部部长', '县委常委、宣传部部长', '县纪委书记', '副县长', '县人大常委会副主任', '县政协副主席'] as const

/** Twice the seven, spread over the leading cadres of the county's own offices. */
function countyLeaders(people: readonly Person[]): void {
  const leaders = people.filter(p => p.draft.leader)
  for (let i = 0; i < countyPosts.length * 2; i++) {
    const leader = leaders[Math.floor(((i + 0.5) * leaders.length) / (countyPosts.length * 2))]
    if (leader) Object.assign(leader.draft, { leaderLevel: 'division', workPost: countyPosts[i % countyPosts.length] })
  }
}

/** 流动: a college has few who are away, mostly students in their placements; enough of them that the registers show how it goes. */
function setOut(people: readonly Person[], start: string, today: string, random: Random): void {
  const settled = people.filter(
    ({ post, draft }) => post === null && draft.exemptReason === null && draft.mobility === 'settled' && (draft.joinedOn ?? today) < addDays(today, -400),
  )
  for (const { draft } of random.some(settled, Math.round(people.length * 0.025)))
    Object.assign(draft, {
      mobility: 'floating',
      mobilityOn: dayBetween(random, later(addDays(draft.joinedOn ?? start, 30), start), addDays(today, -70)),
      mobilityPlace: random.pick(['广东深圳', '浙江杭州', '福建厦门', '上海', '江苏苏州']),
    })
}

const later = (a: string, b: string): string => (a > b ? a : b)

function subtrees(bodies: readonly Body[]): number[][] {
  const below = bodies.map((_, i) => [i])
  for (let i = bodies.length - 1; i >= 0; i--) {
    const upper = bodies[i]?.upper
    if (upper !== null && upper !== undefined) below[upper]?.push(...(below[i] ?? []))
  }
  return below
}

/** Some terms are over and some end soon, as in any office. */
function termOf(body: Body, today: string, random: Random): World['terms'][number] {
  const foundedOn = inventDay(random, 1984, 2012)
  const days = body.kind === 'branch' ? 365 * 3 : 365 * 5
  return { foundedOn, electedOn: dayBetween(random, addDays(today, -days - 40), addDays(today, -60)) }
}

/** Those who are not members yet: a county keeps some eleven hundred activists. */
const onTheWay = {
  college: [
    ['activist', 5],
    ['candidate', 2],
    ['applicant', 4],
  ],
  county: [
    ['activist', 11],
    ['candidate', 2],
    ['applicant', 2],
  ],
} as const

function extras(plan: Plan, people: readonly Person[], today: string, taken: Set<string>, random: Random) {
  const make = (n: number) =>
    Array.from({ length: n }, (): Person => {
      const body = people[random.int(0, people.length - 1)]?.body ?? 0
      return {
        body,
        post: null,
        diligence: 0.9,
        draft: draftOf(plan, plan.bodies[body]?.sort ?? 'staff', { today, random, taken, officer: false, old: false }),
      }
    })
  const others = make(plan.others)
  for (const { draft } of others)
    Object.assign(draft, {
      category: random.weighted(onTheWay[plan.preset]),
      joinedOn: null,
      fullMemberOn: null,
      mobility: 'settled',
      mobilityOn: null,
      mobilityPlace: null,
    })
  return { others, departed: make(plan.departed) }
}

/** Where a committee was elected in these years, some branches have the change of secretary on file. */
function elections(plan: Plan, people: readonly Person[], terms: World['terms'], start: string, random: Random): Change[] {
  return plan.bodies.flatMap((_body, i): Change[] => {
    const on = terms[i]?.electedOn
    const mine = people.filter(p => p.body === i)
    const to = mine.find(p => p.post === '党支部书记')
    const from = mine.find(p => p.post === null && p.draft.exemptReason === null && (p.draft.joinedOn ?? '9999') < addYears(start, -4))
    if (!on || on <= addDays(start, 10) || !to || !from || !random.chance(0.45)) return []
    return [{ kind: 'election', on, from, to, document: `组〔${on.slice(0, 4)}〕${random.int(3, 60)} 号` }]
  })
}

function transfers(plan: Plan, people: readonly Person[], start: string, today: string, random: Random): Change[] {
  const movable = people.filter(p => p.post === null && p.draft.exemptReason === null && p.draft.category === 'full' && (p.draft.joinedOn ?? '9999') < start)
  return random.some(movable, Math.ceil(people.length * 0.02)).flatMap((person): Change[] => {
    const sort = plan.bodies[person.body]?.sort
    const others = plan.bodies.flatMap((body, i) => (body.kind === 'branch' && body.sort === sort && i !== person.body ? [i] : []))
    const from = others[random.int(0, others.length - 1)]
    const to = person.body
    if (from === undefined) return []
    // People are invented where they stand today; until the move they stood elsewhere.
    person.body = from
    return [
      {
        kind: 'transfer',
        on: dayBetween(random, addDays(start, 40), addDays(today, -20)),
        person,
        to,
        reason: random.pick(['工作调动', '岗位调整', '居住地变动']),
      },
    ]
  })
}

/** Some of the exempt are so from a dated decision on; some others were for a while. */
function exemptions(people: readonly Person[], start: string, today: string, random: Random): Change[] {
  const changes: Change[] = []
  for (const person of people) {
    const { draft } = person
    if (draft.exemptReason !== null && random.chance(0.1)) {
      changes.push({ kind: 'exemption', on: dayBetween(random, addDays(start, 30), addDays(today, -30)), until: null, person, reason: draft.exemptReason })
      draft.exemptReason = null
    } else if (draft.exemptReason === null && person.post === null && random.chance(0.008)) {
      const on = dayBetween(random, addDays(start, 30), addDays(today, -30))
      const until = addDays(on, random.int(60, 150))
      // One that ended before this year began leaves this year's count as planned.
      if (yearOf(until) < yearOf(today)) changes.push({ kind: 'exemption', on, until, person, reason: '长期患病' })
    }
  }
  return changes
}

const departures = (people: readonly Person[], start: string, today: string, random: Random): Change[] =>
  people.map(person => ({
    kind: 'departure',
    on: dayBetween(random, addDays(start, 60), addDays(today, -40)),
    person,
    state: random.chance(0.6) ? 'transferred' : 'deceased',
  }))

const phones = (people: readonly Person[], start: string, today: string, random: Random): Change[] =>
  people
    .filter(() => random.chance(0.03))
    .map(person => ({
      kind: 'phone',
      on: dayBetween(random, addDays(start, 30), addDays(today, -5)),
      person,
      phone: (person.draft.phone ?? '').slice(0, 7) + String(random.int(0, 9999)).padStart(4, '0'),
    }))
