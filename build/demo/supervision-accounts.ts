import { ballots } from '../../shared/ballots/index.ts'
import { blankKey } from '../../shared/ballots/kind.ts'
import { ballot, ballotGroup } from '../../shared/domain/ballot.ts'
import type { BallotTally } from '../../shared/domain/ballot-count.ts'
import { writtenReport } from '../../shared/domain/written-report.ts'
import { planOf } from '../../shared/rules/ballot-plan.ts'
import { addDays } from '../../shared/rules/days.ts'
import { decideBallot, listBallot, putUp, talliesFor } from './ballot-book.ts'
import { book, groupsOf, returnedBy, rowOf } from './cadre-ballots.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 述责述廉 each January: reports, the vote on them and what is to be mended; and the report on the 民主生活会. */
export function accounts(
  { within, committees: [top = 0], world: { today } }: Ground,
  leaders: readonly Person[],
  year: number,
  random: Random,
): RegisterEntry[] {
  const heldOn = iso(year, 1, random.int(18, 28))
  const told = leaders.slice(0, 8).filter(person => wasThere(person, heldOn))
  const meeting = iso(year, 2, random.int(18, 26))
  // One year everybody is given the same: that is what 只评不议 looks like.
  const flat = year % 2 === 0
  const gradeOf = (i: number) => (!flat && i % 4 === 3 ? ('competent' as const) : ('excellent' as const))
  const vote = voteOn({ year, at: top, heldOn, people: told, random, gradeOf, flat })
  const reports = told.map((person, i): RegisterEntry => {
    const rectifyBy = addDays(heldOn, 120)
    const rectifiedOn = addDays(rectifyBy, random.int(-20, 10))
    const past = rectifiedOn < addDays(today, -6)
    return entry(writtenReport)(addDays(past ? rectifiedOn : heldOn, 3), ids => ({
      organizationId: ids.body(top),
      personId: ids.person(person),
      year: year - 1,
      kind: 'accountability',
      reportedOn: heldOn,
      reportedTo: '党委（扩大）会议',
      title: `${year - 1}年度述责述廉报告`,
      ballotId: vote.id(),
      grade: gradeOf(i),
      ...(i % 2 === 0
        ? { problems: '对分管领域廉政风险排查不够细。', rectifyBy, ...(past ? { rectifiedOn, rectified: '已完成风险点排查，修订制度两项。' } : {}) }
        : {}),
    }))
  })
  return [
    ...(told.length > 0 && within(addDays(heldOn, 8)) ? [vote.entry, ...reports] : []),
    ...(within(addDays(meeting, 12))
      ? [
          entry(writtenReport)(addDays(meeting, 11), ids => ({
            organizationId: ids.body(top),
            year: year - 1,
            kind: 'lifeMeeting',
            reportedOn: addDays(meeting, 10),
            reportedTo: '上级纪委、组织部',
            title: `${year - 1}年度民主生活会情况报告`,
            points: '会前学习、征求意见和谈心谈话情况，会上批评和自我批评情况，查摆的问题和整改清单。',
          })),
        ]
      : []),
  ]
}

interface Vote {
  readonly year: number
  readonly at: number
  readonly heldOn: string
  readonly people: readonly Person[]
  readonly random: Random
  readonly flat: boolean
  gradeOf(i: number): 'excellent' | 'competent'
}

/** 述责述廉测评 of all of them on one paper. Its id is known once it is written. */
function voteOn({ year, at, heldOn, people, random, gradeOf, flat }: Vote): { readonly entry: RegisterEntry; id(): string | null } {
  let id: string | null = null
  const write: RegisterEntry['write'] = async (store, ids, scope) => {
    const rows = putUp(people.map(p => rowOf(ids, p)))
    const groups = groupsOf('accountability', [6, 9, 30])
    const about = { kind: 'accountability' as const, organizationId: ids.body(at), year: year - 1, heldOn, eligible: 45 }
    const held = await listBallot(scope, { ...about, name: `${year - 1}年度述责述廉测评` }, { rows, eligible: 0, fullMembers: 0 })
    held.ballot = store.writeLines(ballotGroup, ballot, held.ballot, groups)
    id = held.ballot.id
    const { items } = planOf(ballots.accountability.paper, [])
    const returns = groups.map(group => returnedBy(group, random))
    const tallies = returns.flatMap(({ groupCode, valid }): BallotTally[] =>
      rows.flatMap(row =>
        items.flatMap(({ key, options }) => {
          let left = valid ?? 0
          const votes = options.map((option, n) => {
            const share = flat ? (n === 0 ? 1 : 0) : 0.7 + 0.25 * random.next()
            const taken = Math.min(left, Math.round(left * share))
            left -= taken
            return [option.key, taken] as const
          })
          return talliesFor(groupCode, row.number, key, { ...Object.fromEntries(votes), [blankKey]: left })
        }),
      ),
    )
    book(store, held, heldOn, returns, tallies, random, [])
    decideBallot(
      store,
      held,
      addDays(heldOn, 2),
      null,
      rows.map((row, i) => ({ row, grade: gradeOf(i) })),
    )
  }
  return { entry: { on: addDays(heldOn, 2), write }, id: () => id }
}
