import type { ballotsApi } from '../../../shared/api/ballots.ts'
import { bases } from '../../../shared/ballots/kind.ts'
import { ballot, ballotGroup, ballotRound, ballotRow } from '../../../shared/domain/ballot.ts'
import type { BallotCount } from '../../../shared/domain/ballot-count.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { capOf } from '../../../shared/rules/ballot-findings.ts'
import type { Handlers } from '../../app/handlers.ts'
import { parse } from '../../app/parse.ts'
import { makeBallot } from '../../ballots/make.ts'
import { baseFigures, countOf, onPaper, papersOf, readBallot, stateOf, type WholeBallot } from '../../ballots/read.ts'
import { resultOf, shownRow } from '../../ballots/results.ts'
import { rollsOf } from '../../ballots/roll.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'
import { closeCount, correctCount, writeCount } from '../../ballots/count.ts'
import { ballotBars, barsOfRow } from './bars.ts'
import { decide } from './decide.ts'
import { factsOf } from './facts.ts'
import { ballotsOfPerson, byStateOf, listBallots } from './list.ts'
import { roundOf } from './round.ts'

export const ballotHandlers: Handlers<keyof typeof ballotsApi> = {
  async 'ballot.rounds'({ db }, { year, organizationId }) {
    const rounds = await db
      .selectFrom('ballotRound')
      .select(['id', 'version', 'name', 'kind', 'startsOn', 'endsOn'])
      .where('year', '=', year)
      .where('voidedAt', 'is', null)
      .orderBy('startsOn', 'desc')
      .orderBy('createdAt', 'desc')
      .execute()
    const rows = await listBallots(db, { year, organizationId })
    return rounds.map(round => {
      const own = rows.filter(row => row.roundId === round.id)
      return { ...round, ballots: own.length, byState: byStateOf(own) }
    })
  },

  async 'ballot.list'({ db }, { offset, limit, state, ...where }) {
    const all = await listBallots(db, where)
    const rows = state ? all.filter(row => row.state === state) : all
    return { total: rows.length, byState: byStateOf(all), rows: rows.slice(offset, offset + limit) }
  },

  async 'ballot.expected'({ db }, { kind, organizationId, day }) {
    const roll = (await rollsOf(db, kind, [organizationId], day)).get(organizationId)
    const rows = roll ? [...roll.rows] : []
    const basis = rows.length > 0 ? `${day} 的花名册` : `${day} 的花名册上没有可列入的对象，逐个加入`
    return { basis, rows, eligible: roll?.eligible ?? 0, fullMembers: roll?.fullMembers ?? 0 }
  },

  async 'ballot.startRound'(scope, { organizationIds, heldOn, ...said }) {
    const { db, store, today } = scope
    const round = store.create(ballotRound, { ...said, remark: null })
    const ids = [...new Set(organizationIds)]
    const rolls = await rollsOf(db, said.kind, ids, heldOn ?? today)
    const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
    let rows = 0
    for (const organizationId of ids) {
      const roll = rolls.get(organizationId) ?? { rows: [], eligible: 0, fullMembers: 0 }
      const name = `${names.get(organizationId) ?? ''}${said.year}年度${ballotKinds[said.kind]}`.slice(0, 200)
      const draft = { ...nothing(ballot), name, kind: said.kind, organizationId, year: said.year, roundId: round.id, schemeId: said.schemeId, heldOn }
      await makeBallot(scope, parse(ballot.draft, draft), roll)
      rows += roll.rows.length
    }
    return { roundId: round.id, ballots: ids.length, rows }
  },

  async 'ballot.create'(scope, { draft, rows }) {
    const whole = parse(ballot.draft, { ...nothing(ballot), ...draft })
    const roll = (await rollsOf(scope.db, whole.kind, [whole.organizationId], whole.heldOn ?? scope.today)).get(whole.organizationId)
    const listed = rows ?? roll?.rows ?? []
    const made = await makeBallot(scope, whole, { rows: listed, eligible: roll?.eligible ?? 0, fullMembers: roll?.fullMembers ?? 0 })
    return { id: made.id, version: made.version }
  },

  async 'ballot.get'(scope, { ballotId, countId }) {
    const { db } = scope
    const whole = await readBallot(db, ballotId, countId)
    const { ballot: held, kind, plan, rows, groups, count, decisions } = whole
    const facts = await factsOf(scope, rows, held.year)
    const closed = (count?.closedOn ?? null) !== null
    const hidden = closed ? resultOf(whole).hidden : new Set<string>()
    const papers = count && count.way !== 'totals' && !closed ? await papersOf(db, count.id) : []
    const byDecision = new Map(decisions.map(decision => [decision.row, decision]))
    return {
      ballot: held,
      kind: kind.name,
      organization: whole.organization,
      state: stateOf(count, onPaper(rows).length, decisions.length),
      round: await roundOf(db, held),
      items: plan.items.map(({ key, label, area, points }) => ({ key, label, area, points })),
      groups: [...groups],
      rows: rows.map(line => ({ line, facts: facts.get(line.personId ?? '') ?? [], decision: byDecision.get(line.number) ?? null })),
      count: count && shownCount(count),
      counts: whole.counts.map(shownCount),
      returns: [...whole.returns],
      tallies: whole.tallies.filter(line => !hidden.has(line.groupCode)),
      papers: stacksOf(papers),
      hidden: [...hidden],
      cap: capShown(whole),
      bars: await ballotBars(scope, whole),
    }
  },

  async 'ballot.save'(scope, { ballotId, version, draft, rows, groups }) {
    const { store, db } = scope
    let held = store.getUnchanged(ballot, ballotId, version)
    const { count } = await readBallot(db, ballotId)
    if (count && count.closedOn !== null) throw refuse('ballotId', 'closed', '已经封票，名单和填票人不再改动')
    if (draft) {
      const patch = differences(ballot, held, parse(ballot.draft, { ...draftFrom(ballot, held), ...draft }))
      if (Object.keys(patch).length > 0) held = store.update(ballot, held, patch)
    }
    refuseTwice(
      rows?.map(row => row.number),
      'rows',
      '序号',
    )
    refuseTwice(
      groups?.map(group => group.code),
      'groups',
      '代号',
    )
    if (rows) held = store.writeLines(ballotRow, ballot, held, rows)
    if (groups) held = store.writeLines(ballotGroup, ballot, held, groups)
    return { version: held.version }
  },

  'ballot.count': writeCount,

  async 'ballot.papers'({ db }, { countId, groupCode }) {
    const count = await db.selectFrom('ballotCount').select('closedOn').where('id', '=', countId).limit(1).executeTakeFirst()
    if (!count) throw new AppError('record.notFound', { label: '计票' })
    // Once it is closed, what single papers say is for nobody: the sums are.
    if (count.closedOn !== null) return []
    return (await papersOf(db, countId)).filter(paper => paper.groupCode === groupCode)
  },

  'ballot.close': closeCount,
  'ballot.correct': correctCount,
  'ballot.decide': decide,

  async 'ballot.result'(scope, { ballotId }) {
    const whole = await readBallot(scope.db, ballotId)
    const closedOn = whole.count?.closedOn ?? null
    if (closedOn === null) throw refuse('ballotId', 'open', '还没有封票，封票后才有结果')
    const { rows, findings, hidden } = resultOf(whole)
    const bars = await ballotBars(scope, whole)
    const returned = new Map(countOf(whole).returns.map(line => [line.groupCode, line]))
    return {
      closedOn,
      groups: whole.groups.map(({ code, label, weight, eligible }) => {
        const { issued = 0, returned: back = 0, valid = 0, invalid = 0 } = returned.get(code) ?? {}
        return { code, label, weight, eligible, issued: issued ?? 0, returned: back ?? 0, valid: valid ?? 0, invalid: invalid ?? 0, hidden: hidden.has(code) }
      }),
      findings: [...findings],
      rows: rows.map(row => shownRow({ ...row, findings: [...row.findings, ...barsOfRow(bars, row.number)] }, hidden)),
    }
  },

  'ballot.ofPerson': ({ db }, asked) => ballotsOfPerson(db, asked),
}

const shownCount = ({ id, version, number, way, firstTeller, secondTeller, scrutineer, closedOn, reason }: BallotCount) => ({
  id,
  version,
  number,
  way,
  firstTeller,
  secondTeller,
  scrutineer,
  closedOn,
  reason,
})

/** How many papers of each group have been entered, once and again. */
function stacksOf(papers: readonly { readonly groupCode: string; readonly entry: number }[]) {
  const stacks = new Map<string, { groupCode: string; entry: number; papers: number }>()
  for (const { groupCode, entry } of papers) {
    const kept = stacks.get(`${groupCode} ${entry}`) ?? { groupCode, entry, papers: 0 }
    stacks.set(`${groupCode} ${entry}`, { ...kept, papers: kept.papers + 1 })
  }
  return [...stacks.values()]
}

function capShown(whole: WholeBallot) {
  const [cap] = whole.kind.caps
  const state = cap && capOf(cap, baseFigures(whole), whole.parameter)
  return state ? { grade: cap.grade, most: state.most, base: state.whole, baseLabel: bases[state.base], words: cap.words, clause: cap.clause } : null
}

function refuseTwice(keys: readonly (string | number)[] | undefined, path: string, what: string): void {
  const twice = keys?.find((key, i) => keys.indexOf(key) !== i)
  if (twice !== undefined) throw refuse(path, 'duplicateLine', `${what} ${twice} 出现两次`)
}
