import type { WriteScope } from '../../main/app/scopes.ts'
import { rollsOf } from '../../main/ballots/roll.ts'
import { type BallotRow, ballotRound } from '../../shared/domain/ballot.ts'
import type { BallotTally } from '../../shared/domain/ballot-count.ts'
import { overall } from '../../shared/ballots/kind.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import { judgedIn } from './appraisal-registers.ts'
import { countBallot, type Decided, decideBallot, handedIn, type Held, listBallot, returnOf, talliesFor, tellersOf } from './ballot-book.ts'
import type { Random } from './random.ts'
import { type Ground, iso, secretaryOf, type Standing } from './register-entry.ts'
import { type Ids, type RegisterEntry, whole } from './registers.ts'

type Store = WriteScope['store']

/** 民主评议党员: every past year's round is counted and decided; this year's is under way, with a third of the branches still to hold it. */
export const appraisalRounds = (ground: Ground): RegisterEntry[] =>
  ground.years.flatMap(year => (year < yearOf(ground.world.today) ? pastRound(ground, year) : thisRound(ground, year)))

/** When a branch holds its meeting and when it decides; null for what has not come to pass. */
interface When {
  readonly heldOn: string
  readonly closed: boolean
  readonly decidedOn: string | null
}

function pastRound(ground: Ground, year: number): RegisterEntry[] {
  const { stream, within } = ground
  return round(ground, year, { startsOn: iso(year, 12, 4), endsOn: iso(year + 1, 1, 20) }, home => {
    const random = stream(`appraisal/days/${year}/${home.at}`)
    const heldOn = iso(year, 12, random.int(9, 27))
    const decidedOn = addDays(heldOn, random.int(6, 16))
    return within(heldOn) ? { heldOn, closed: true, decidedOn: within(addDays(decidedOn, 6)) ? decidedOn : null } : null
  })
}

function thisRound(ground: Ground, year: number): RegisterEntry[] {
  const { world, stream } = ground
  const startsOn = addDays(world.today, -26)
  if (yearOf(startsOn) !== year) return []
  return round(ground, year, { startsOn, endsOn: iso(year, 12, 31) }, (home, i) => {
    const random = stream(`appraisal/days/${year}/${home.at}`)
    const place = ((i * 5) % 12) / 12
    if (place >= 0.66) return null
    const decided = place < 0.33
    const heldOn = addDays(world.today, decided ? -random.int(15, 20) : -random.int(4, 9))
    return { heldOn, closed: place < 0.5, decidedOn: decided ? addDays(heldOn, 4) : null }
  })
}

function round(
  ground: Ground,
  year: number,
  span: { readonly startsOn: string; readonly endsOn: string },
  whenOf: (home: Standing, i: number) => When | null,
): RegisterEntry[] {
  const { branches, stream } = ground
  const lists = new Map<Standing, Held>()
  const begin: RegisterEntry = {
    on: span.startsOn,
    write: async (store, ids, scope) => {
      const made = store.create(ballotRound, whole(ballotRound, { name: `${year}年度民主评议党员`, kind: 'memberAppraisal', year, ...span }))
      const bodies = branches.map(home => ids.body(home.at))
      const rolls = await rollsOf(scope.db, 'memberAppraisal', bodies, span.startsOn)
      for (const [i, home] of branches.entries()) {
        const roll = rolls.get(bodies[i] ?? '')
        if (!roll || roll.rows.length === 0) continue
        const draft = { kind: 'memberAppraisal' as const, organizationId: bodies[i] ?? '', year, roundId: made.id }
        lists.set(home, await listBallot(scope, { ...draft, name: `${home.body.name}${year}年度民主评议党员测评` }, roll))
      }
    },
  }
  const judged = new Map(branches.flatMap(home => judgedIn(ground, year, home) ?? []).map(({ person, grade }) => [person, grade]))
  const meetings = branches.flatMap((home, i): RegisterEntry[] => {
    const when = whenOf(home, i)
    if (!when) return []
    const random = stream(`appraisal/${year}/${home.at}`)
    const known = (ids: Ids, row: BallotRow): Known => {
      const person = ids.known(row.personId ?? '')
      return { diligence: person?.diligence ?? 0.8, below: (person && judged.get(person)) ?? null }
    }
    let marked: Marked[] = []
    const meeting: RegisterEntry = {
      on: addDays(when.heldOn, 1),
      write: (store, ids) => {
        const held = lists.get(home)
        if (held) marked = count(store, held, home, when, random, row => known(ids, row))
      },
    }
    const { decidedOn } = when
    if (decidedOn === null) return [meeting]
    const decision: RegisterEntry = {
      on: addDays(decidedOn, 6),
      write: (store, ids) => {
        const held = lists.get(home)
        if (!held) return
        const decisions = conclude(marked, held.ballot.fullMembers ?? 0, random, ground.world.plan.preset === 'college')
        decideBallot(store, held, decidedOn, addDays(decidedOn, 5), decisions)
        for (const { row, grade } of decisions)
          if (grade === 'basic' || grade === 'unqualified') ids.judged.set(`${year} ${row.personId ?? ''}`, held.ballot.id)
      },
    }
    return [meeting, decision]
  })
  return [begin, ...meetings]
}

interface Known {
  readonly diligence: number
  readonly below: 'basic' | 'unqualified' | null
}

interface Marked extends Known {
  readonly row: BallotRow
  readonly excellent: number
}

/** One meeting: everybody there marks everybody on the list. Who comes often and who holds an office is marked higher, no two alike. */
function count(store: Store, held: Held, home: Standing, { heldOn, closed }: When, random: Random, known: (row: BallotRow) => Known): Marked[] {
  const papers = handedIn(random, held.ballot.eligible ?? held.rows.length)
  const { valid } = papers
  const graded = held.rows.filter(row => row.part === 'graded')
  const standing = graded
    .map(row => ({ row, ...known(row), liked: 0 }))
    .map(m => ({ ...m, liked: 0.62 * m.diligence ** 3 + (m.row.post === null ? 0 : 0.16) + 0.42 * (random.next() - 0.5) }))
  const marks = standing.map(({ row, diligence, below, liked }) => {
    let left = valid
    const take = (votes: number) => {
      const taken = Math.min(left, Math.max(0, Math.round(votes)))
      left -= taken
      return taken
    }
    const basic = take(below ? valid * (0.35 + 0.25 * random.next()) : random.chance(0.12) ? 1 : 0)
    const unqualified = take(below === 'unqualified' ? valid * 0.3 : below ? random.int(0, 2) : 0)
    const blank = take(random.chance(0.07) ? 1 : 0)
    const excellent = take(valid * (below ? 0.05 : Math.max(0.04, liked)))
    const tallies = talliesFor('members', row.number, overall, { excellent, qualified: left, basic, unqualified, blank })
    return { marked: { row, diligence, below, excellent }, tallies }
  })
  const entered: BallotTally[] = (closed ? marks : marks.slice(0, Math.ceil(marks.length * 0.6))).flatMap(({ tallies }) => tallies)
  countBallot(store, held, {
    heldOn,
    present: papers.present,
    chair: secretaryOf(home, heldOn)?.draft.name ?? '支部书记',
    place: '党员活动室',
    returns: [returnOf('members', papers)],
    tallies: entered,
    tellers: tellersOf(
      random,
      held.rows.filter(row => row.post === null).map(row => row.name),
    ),
    closed,
  })
  return marks.map(({ marked }) => marked)
}

const praise = [
  '能带头参加组织生活，完成支部交办的任务。',
  '学习认真，笔记完整，乐于帮助群众。',
  '工作踏实，按时交纳党费。',
  '发言积极，志愿服务较多。',
] as const
const lacks = ['学习的系统性不够，联系群众还不够经常。', '参加支部活动有时迟到，调查研究偏少。', '创新意识不强，批评意见提得少。'] as const

/** The committee goes by the votes, within a third; now and then it thinks otherwise and says why. */
function conclude(marked: readonly Marked[], fullMembers: number, random: Random, notes: boolean): Decided[] {
  const most = Math.max(0, Math.floor(fullMembers / 3) - random.int(0, 1))
  const best = new Set(
    marked
      .filter(m => !m.below)
      .toSorted((a, b) => b.excellent - a.excellent || a.row.number - b.row.number)
      .slice(0, most),
  )
  const passedOver = random.chance(0.15) ? [...best][0] : undefined
  return marked.map((mark): Decided => {
    const { row, below } = mark
    const said = notes
      ? { selfNote: random.pick(praise), mutualNote: `优点：${random.pick(praise)}不足：${random.pick(lacks)}`, superiorOpinion: '同意党支部意见。' }
      : {}
    if (below === 'unqualified') return { row, grade: below, reason: '一年内多次无正当理由不参加组织生活，经教育没有改进。', advice: '参加党校学习', ...said }
    if (below) return { row, grade: below, reason: '参加组织生活和学习不够经常，作用发挥不明显。', advice: '限期改正', ...said }
    if (mark === passedOver) return { row, grade: 'qualified', reason: '测评票数居前，本人主动提出把名额让给一线同志，支部委员会同意。', ...said }
    if (!best.has(mark)) return { row, grade: 'qualified', ...said }
    return { row, grade: 'excellent', ...(random.chance(0.4) ? { advice: '通报表扬' } : {}), ...said }
  })
}
