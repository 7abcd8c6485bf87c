import { type BallotGroup, ballot, ballotGroup } from '../../shared/domain/ballot.ts'
import type { BallotReturn, BallotTally } from '../../shared/domain/ballot-count.ts'
import type { BallotKindName } from '../../shared/domain/ballot-words.ts'
import { ballots } from '../../shared/ballots/index.ts'
import { blankKey, overall } from '../../shared/ballots/kind.ts'
import { planOf } from '../../shared/rules/ballot-plan.ts'
import { addDays } from '../../shared/rules/days.ts'
import { countBallot, decideBallot, type Held, listBallot, putUp, returnOf, talliesFor, tellersOf } from './ballot-book.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { type Ground, iso, wasThere } from './register-entry.ts'
import type { Ids, RegisterEntry } from './registers.ts'

const posts = ['教务处副处长', '学生工作处副处长', '后勤管理处副处长', '图书馆副馆长', '继续教育中心副主任'] as const
const countyPosts = ['县农业农村局副局长', '县教育局副局长', '桃源镇副镇长', '县水利局副局长', '县民政局副局长'] as const

/** What the office selected for in a year: one post, who was recommended first, and the others. */
export interface YearsSelection extends Omit<Selection, 'random'> {
  readonly first: Person
  readonly others: readonly Person[]
  readonly assessedOn: string
}

/** One post each year of which there is time to tell. */
export function yearsSelections({ years, committees, branches, stream, within, world }: Ground): YearsSelection[] {
  const [at] = committees
  if (at === undefined) return []
  return years.flatMap(year => {
    const random = stream(`cadres/${year}`)
    const heldOn = iso(year, random.int(5, 6), random.int(3, 24))
    const post = (world.plan.preset === 'college' ? posts : countyPosts)[year % posts.length] ?? posts[0]
    const able = branches.filter(({ body }) => body.sort === 'staff' || body.sort === 'agency').flatMap(({ people }) => people)
    const eligible = able.filter(p => p.diligence > 0.8 && p.draft.exemptReason === null && !p.draft.leader && wasThere(p, addDays(heldOn, -1500)))
    const [first, ...others] = random.some(eligible, 5)
    const assessedOn = addDays(heldOn, 16)
    return first && others.length >= 4 && within(addDays(assessedOn, 8)) ? [{ year, at, heldOn, post, first, others, assessedOn }] : []
  })
}

/** 民主推荐 for one post each year, and 民主测评 of whoever was recommended. */
export const cadreBallots = (ground: Ground): RegisterEntry[] =>
  yearsSelections(ground).flatMap(({ year, at, heldOn, post, first, others, assessedOn }) => {
    const random = ground.stream(`cadre-votes/${year}`)
    return [recommendation({ year, at, heldOn, post, first, others, random }), assessment({ year, at, heldOn: assessedOn, post, first, random })]
  })

interface Selection {
  readonly year: number
  /** The body that holds it. */
  readonly at: number
  readonly heldOn: string
  readonly post: string
  readonly first: Person
  readonly random: Random
}

export const rowOf = (ids: Ids, p: Person, written = false) => ({ personId: ids.person(p), name: p.draft.name, post: p.draft.workPost ?? null, written })

function recommendation({ year, at, heldOn, post, first, others, random }: Selection & { readonly others: readonly Person[] }): RegisterEntry {
  return {
    on: addDays(heldOn, 2),
    write: async (store, ids, scope) => {
      // Two of the four who got votes were not printed: their names were written by hand.
      const rows = putUp(
        [first, ...others.slice(0, 3)].map((p, i) => rowOf(ids, p, i > 1)),
        { section: post, places: 1 },
      )
      const groups = groupsOf('meetingRecommendation', [9, 46])
      const about = { kind: 'meetingRecommendation' as const, organizationId: ids.body(at), year, heldOn, eligible: 55, places: 1 }
      const held = await listBallot(scope, { ...about, name: `${post}人选会议推荐` }, { rows, eligible: 0, fullMembers: 0 })
      held.ballot = store.writeLines(ballotGroup, ballot, held.ballot, groups)
      const returns = groups.map(group => returnedBy(group, random))
      const tallies = returns.flatMap(({ groupCode, valid }): BallotTally[] => {
        let left = valid ?? 0
        return rows.flatMap((row, i) => {
          const chosen = Math.min(left, Math.round(left * (i === 0 ? 0.62 : 0.5)))
          left -= chosen
          return talliesFor(groupCode, row.number, overall, { chosen, [blankKey]: (valid ?? 0) - chosen })
        })
      })
      book(store, held, heldOn, returns, tallies, random, others.slice(3))
      decideBallot(
        store,
        held,
        addDays(heldOn, 1),
        null,
        rows.map(row => ({ row, grade: row.number === 1 ? 'recommended' : 'notRecommended' })),
      )
    },
  }
}

function assessment({ year, at, heldOn, post, first, random }: Selection): RegisterEntry {
  return {
    on: addDays(heldOn, 2),
    write: async (store, ids, scope) => {
      const rows = putUp([rowOf(ids, first)])
      const groups = groupsOf('cadreAssessment', [7, 18, 24])
      const about = { kind: 'cadreAssessment' as const, organizationId: ids.body(at), year, heldOn, eligible: 49 }
      const held = await listBallot(scope, { ...about, name: `${first.draft.name}拟任${post}民主测评` }, { rows, eligible: 0, fullMembers: 0 })
      held.ballot = store.writeLines(ballotGroup, ballot, held.ballot, groups)
      const returns = groups.map(group => returnedBy(group, random))
      const { items } = planOf(ballots.cadreAssessment.paper, [])
      const tallies = returns.flatMap(({ groupCode, valid }) =>
        items.flatMap(({ key, options }) => {
          let left = valid ?? 0
          const votes = options.map(option => {
            const taken = Math.min(left, Math.round(left * (0.72 + 0.2 * random.next())))
            left -= taken
            return [option.key, taken] as const
          })
          return talliesFor(groupCode, 1, key, { ...Object.fromEntries(votes), [blankKey]: left })
        }),
      )
      book(store, held, heldOn, returns, tallies, random, [])
      const [row] = rows
      if (row) decideBallot(store, held, addDays(heldOn, 6), null, [{ row, grade: 'competent', reason: '测评、谈话和核查情况一致。' }])
    },
  }
}

export const groupsOf = (kind: BallotKindName, eligible: readonly number[]): BallotGroup[] =>
  ballots[kind].groups.map(({ code, label, weight }, i) => ({ code, label, weight, eligible: eligible[i] ?? null }))

export function returnedBy({ code, eligible }: BallotGroup, random: Random): BallotReturn {
  const issued = Math.max(1, (eligible ?? 1) - random.int(0, 2))
  const invalid = issued > 20 && random.chance(0.4) ? 1 : 0
  return returnOf(code, { present: issued, issued, returned: issued, valid: issued - invalid, invalid })
}

export function book(
  store: Parameters<RegisterEntry['write']>[0],
  held: Held,
  heldOn: string,
  returns: readonly BallotReturn[],
  tallies: readonly BallotTally[],
  random: Random,
  people: readonly Person[],
): void {
  const present = returns.reduce((sum, { issued }) => sum + (issued ?? 0), 0)
  const tellers = tellersOf(random, [...people.map(p => p.draft.name), '林志明', '陈晓东', '黄丽华', '吴建国'])
  countBallot(store, held, { heldOn, present, chair: '党委书记', place: '第一报告厅', returns, tallies, tellers, closed: true })
}
