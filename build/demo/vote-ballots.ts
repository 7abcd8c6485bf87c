import { overall } from '../../shared/ballots/kind.ts'
import type { BallotTally } from '../../shared/domain/ballot-count.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import { countBallot, decideBallot, handedIn, listBallot, putUp, returnOf, talliesFor, tellersOf } from './ballot-book.ts'
import { type Ground, secretaryOf, type Standing, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

/** 接收预备党员票决 and 换届选举: the meetings at which members were taken in and secretaries elected. */
export const voteBallots = (ground: Ground): RegisterEntry[] => [...admissions(ground), ...elections(ground)]

const votersOf = (home: Standing, day: string) => home.people.filter(p => wasThere(p, day) && (p.draft.fullMemberOn ?? '') <= day)

/** Who joined in these years was taken in by a vote of the branch on that day; entered with the new member. */
function admissions({ branches, within, stream, world: { plan } }: Ground): RegisterEntry[] {
  return branches.flatMap(home =>
    home.people.flatMap((person): RegisterEntry[] => {
      const heldOn = person.draft.joinedOn ?? ''
      const random = stream(`admission/${person.draft.idNumber ?? ''}`)
      if (!within(heldOn) || !within(addDays(heldOn, 6)) || (plan.preset === 'county' && !random.chance(0.15))) return []
      const voters = votersOf(home, heldOn)
      return [
        {
          on: addDays(heldOn, 5),
          write: async (store, ids, scope) => {
            const year = yearOf(heldOn)
            const rows = putUp([{ personId: ids.person(person), name: person.draft.name }])
            const about = { kind: 'admissionVote' as const, organizationId: ids.body(home.at), year, heldOn, eligible: voters.length }
            const held = await listBallot(
              scope,
              { ...about, name: `${home.body.name}接收${person.draft.name}为预备党员票决` },
              { rows, eligible: voters.length, fullMembers: voters.length },
            )
            const papers = handedIn(random, voters.length)
            const against = papers.valid > 6 && random.chance(0.15) ? 1 : 0
            const blank = papers.valid > 6 && random.chance(0.12) ? 1 : 0
            countBallot(store, held, {
              heldOn,
              present: papers.present,
              chair: secretaryOf(home, heldOn)?.draft.name ?? '支部书记',
              place: '党员活动室',
              returns: [returnOf('all', papers)],
              tallies: talliesFor('all', 1, overall, { agree: papers.valid - against - blank, against, blank }),
              tellers: tellersOf(
                random,
                voters.filter(p => p.post === null).map(p => p.draft.name),
              ),
              closed: true,
            })
            const passed = 2 * (papers.valid - against - blank) > voters.length
            const [row] = rows
            if (row)
              decideBallot(store, held, heldOn, null, [
                { row, grade: passed ? 'passed' : 'deferred', reason: passed ? '赞成票超过应到会有表决权人数的半数。' : '到会人数不足，缓议。' },
              ])
          },
        },
      ]
    }),
  )
}

/** The committee of a branch is elected with one candidate more than places; now and then somebody writes another name. */
function elections({ branches, within, stream, world: { changes } }: Ground): RegisterEntry[] {
  return changes.flatMap((change): RegisterEntry[] => {
    if (change.kind !== 'election' || !within(change.on) || !within(addDays(change.on, 3))) return []
    const home = branches.find(({ at }) => at === change.to.body)
    if (!home) return []
    const { on: heldOn } = change
    const random = stream(`election/${home.at}`)
    const voters = votersOf(home, heldOn)
    const officers = [change.to, ...voters.filter(p => p !== change.to && p.post !== null && p.post !== '党支部书记')].slice(0, 5)
    const others = voters.filter(p => p.post === null && p !== change.from && p.diligence > 0.8)
    const [loser, ...written] = random.some(others, 3)
    if (voters.length < 8 || officers.length < 3 || !loser || !voters.includes(change.to)) return []
    return [
      {
        on: addDays(heldOn, 2),
        write: async (store, ids, scope) => {
          const places = officers.length
          const elected = new Set(officers)
          const named = [...officers, loser].toSorted((a, b) => (a.draft.name < b.draft.name ? -1 : 1))
          const candidates = [...named, ...written].map(p => ({ personId: ids.person(p), name: p.draft.name, written: !named.includes(p) }))
          const rows = putUp(candidates, { section: '支部委员会委员', places })
          const about = { kind: 'election' as const, organizationId: ids.body(home.at), year: yearOf(heldOn), heldOn, eligible: voters.length, places }
          const held = await listBallot(
            scope,
            { ...about, name: `${home.body.name}换届选举支部委员会委员` },
            { rows, eligible: voters.length, fullMembers: voters.length },
          )
          const papers = handedIn(random, voters.length)
          const wanted = [...named, ...written].map(p => (elected.has(p) ? papers.valid - random.int(0, Math.ceil(papers.valid * 0.18)) : 0))
          // Every paper has so many votes: what the elected did not get is left for the others.
          let left = places * papers.valid - wanted.reduce((sum, n) => sum + n, 0)
          const tallies = [...named, ...written].flatMap((p, i): BallotTally[] => {
            const most = p === loser ? Math.floor(papers.valid * 0.4) : random.int(1, 2)
            const agree = elected.has(p) ? (wanted[i] ?? 0) : Math.min(left, most)
            if (!elected.has(p)) left -= agree
            const against = elected.has(p) ? Math.min(papers.valid - agree, random.int(0, 2)) : p === loser ? Math.floor((papers.valid - agree) * 0.7) : 0
            return talliesFor('all', i + 1, overall, { agree, against, blank: papers.valid - agree - against })
          })
          countBallot(store, held, {
            heldOn,
            present: papers.present,
            chair: change.from.draft.name,
            place: '第一会议室',
            returns: [returnOf('all', papers)],
            tallies,
            tellers: tellersOf(
              random,
              others.filter(p => p !== loser).map(p => p.draft.name),
            ),
            closed: true,
          })
          const ofRow = [...named, ...written]
          decideBallot(
            store,
            held,
            heldOn,
            null,
            rows.map((row, i) => ({ row, grade: ofRow[i] && elected.has(ofRow[i]) ? 'elected' : 'notElected' })),
          )
        },
      },
    ]
  })
}
