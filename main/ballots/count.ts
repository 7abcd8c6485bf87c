import type { ballotsApi } from '../../shared/api/ballots.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import { ballotCount, type BallotCount, type BallotPaper, ballotPaper, ballotReturn, ballotTally } from '../../shared/domain/ballot-count.ts'
import { AppError, refuse } from '../../shared/errors.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { closingFaults } from '../../shared/rules/ballot-checks.ts'
import { decodeMarks, differencesOf, inOrderOfMarks } from '../../shared/rules/ballot-papers.ts'
import type { WriteScope } from '../app/scopes.ts'
import { countOf, linesOf, onPaper, readBallot, type WholeBallot } from './read.ts'

type Api = typeof ballotsApi

/** Writes what has been counted so far. Nothing needs to agree yet, but everything must be of this ballot. */
export async function writeCount(scope: WriteScope, input: InputOf<Api['ballot.count']>): Promise<OutputOf<Api['ballot.count']>> {
  const { store, db } = scope
  const whole = await readBallot(db, input.ballotId)
  if (whole.ballot.voidedAt) throw new AppError('record.voided', { label: '测评' })
  refuseStrangers(whole, input)
  let count = openCount(scope, whole, input)
  if (input.returns) count = store.writeLines(ballotReturn, ballotCount, count, input.returns)
  // Papers make their own sums; written down as they grow, those would tell which paper came when.
  if (input.tallies && count.way === 'totals') count = store.writeLines(ballotTally, ballotCount, count, input.tallies)
  if (input.papers) {
    const { groupCode, entry, lines } = input.papers
    const others = (await linesOf(db, ballotPaper, count.id)).filter(paper => paper.groupCode !== groupCode || paper.entry !== entry)
    count = store.writeLines(ballotPaper, ballotCount, count, [...others, ...lines])
  }
  return { countId: count.id, version: count.version }
}

/** The count that is written to: the open one as the user last saw it, or the first of this ballot. */
function openCount({ store }: WriteScope, { count, ballot }: WholeBallot, input: InputOf<Api['ballot.count']>): BallotCount {
  const { way, firstTeller, secondTeller, scrutineer } = input
  if (input.countId === undefined) {
    if (count) throw new AppError('record.changedByOther', { label: ballotCount.label })
    return store.create(ballotCount, {
      ballotId: ballot.id,
      number: 1,
      way: way ?? 'totals',
      firstTeller: firstTeller ?? null,
      secondTeller: secondTeller ?? null,
      scrutineer: scrutineer ?? null,
      closedOn: null,
      reason: null,
    })
  }
  const kept = store.getUnchanged(ballotCount, input.countId, input.version ?? 0)
  if (kept.ballotId !== ballot.id) throw new AppError('record.notFound', { label: ballotCount.label })
  refuseClosed(kept)
  const said = { way, firstTeller, secondTeller, scrutineer }
  const patch: Partial<DraftOf<typeof ballotCount>> = Object.fromEntries(
    Object.entries(said).filter(([key, value]) => value !== undefined && value !== new Map(Object.entries(kept)).get(key)),
  )
  return Object.keys(patch).length > 0 ? store.update(ballotCount, kept, patch) : kept
}

function refuseClosed(count: BallotCount): void {
  if (count.closedOn !== null) throw refuse('countId', 'closed', '已经封票，不再改动：有误的写明原因更正')
}

/** Groups, rows, items, options and marks that this ballot does not have; the same line twice. */
function refuseStrangers(whole: WholeBallot, { returns, tallies, papers }: InputOf<Api['ballot.count']>): void {
  const groups = new Set(whole.groups.map(group => group.code))
  const known = (code: string, path: string) => {
    if (!groups.has(code)) throw refuse(path, 'unknownGroup', `没有“${code}”这一类填票人`)
  }
  refuseTwice(
    returns?.map(line => line.groupCode),
    'returns',
  )
  for (const line of returns ?? []) known(line.groupCode, 'returns')
  refuseTwice(
    tallies?.map(line => `${line.groupCode} ${line.row} ${line.item} ${line.option}`),
    'tallies',
  )
  const rows = new Set(onPaper(whole.rows).map(row => row.number))
  for (const line of tallies ?? []) {
    known(line.groupCode, 'tallies')
    const item = whole.plan.items.find(({ key }) => key === line.item)
    const options = item?.points === null ? [...item.options.map(option => option.key), 'blank'] : ['scored']
    if (!rows.has(line.row) || !item || !options.includes(line.option)) throw refuse('tallies', 'unknownRow', `第 ${line.row} 行不在这张票上，重新打开再录`)
  }
  if (!papers) return
  known(papers.groupCode, 'papers')
  refuseTwice(
    papers.lines.map(line => line.number),
    'papers',
  )
  for (const line of papers.lines) {
    if (line.groupCode !== papers.groupCode || line.entry !== papers.entry) throw refuse('papers', 'unknownGroup', '一次只写一类、一遍的票')
    if (!line.invalid && !decodeMarks(whole.plan, rows.size, line.marks))
      throw refuse('papers', 'badMarks', `第 ${line.number} 张的填写与票面不符，重新录这一张`)
  }
}

function refuseTwice(keys: readonly (string | number)[] | undefined, path: string): void {
  if (keys && new Set(keys).size < keys.length) throw refuse(path, 'duplicateLine', '同一处写了两次')
}

/** 封票: everything agrees and is signed for. The papers are put in the order of what they say, and 撤销 no longer reaches them. */
export async function closeCount({ store, db }: WriteScope, { countId, version, closedOn }: InputOf<Api['ballot.close']>) {
  const kept = store.getUnchanged(ballotCount, countId, version)
  refuseClosed(kept)
  const whole = await readBallot(db, kept.ballotId)
  const papers = await linesOf(db, ballotPaper, countId)
  const [fault] = faultsOf(whole, kept, papers)
  if (fault !== undefined) throw refuse('countId', 'unfinished', `还不能封票。${fault}`)
  if (whole.ballot.heldOn !== null && closedOn < whole.ballot.heldOn) throw refuse('closedOn', 'dateOrder', `封票日期早于投票日期 ${whole.ballot.heldOn}`)
  let count = store.writeLines(ballotTally, ballotCount, kept, whole.tallies)
  if (papers.length > 0) count = store.writeLines(ballotPaper, ballotCount, count, inOrderOfMarks(papers), { final: true })
  count = store.update(ballotCount, count, { closedOn })
  store.changes.stand()
  return { version: count.version }
}

function faultsOf(whole: WholeBallot, count: BallotCount, papers: readonly BallotPaper[]): readonly string[] {
  const { firstTeller, secondTeller, scrutineer } = count
  const faults = [...closingFaults(countOf(whole), { first: firstTeller, second: secondTeller, scrutineer })]
  if (count.way === 'totals') return faults
  for (const { code, label } of whole.groups) {
    const of = (entry: number) => papers.filter(paper => paper.groupCode === code && paper.entry === entry)
    const [first, line] = [of(1), whole.returns.find(found => found.groupCode === code)]
    const invalid = first.filter(paper => paper.invalid).length
    if (first.length !== line?.returned) faults.push(`${label}：收回 ${line?.returned ?? 0} 张，录入 ${first.length} 张`)
    if (invalid !== line?.invalid) faults.push(`${label}：无效 ${line?.invalid ?? 0} 张，录入时标为无效的 ${invalid} 张`)
    if (count.way !== 'twice') continue
    const differing = differencesOf(first, of(2))
    if (differing.length > 0) faults.push(`${label}：两遍录入有 ${differing.length} 张不同，第一处是第 ${differing[0]?.number} 张`)
  }
  return faults
}

/** A new count that begins with the figures of the closed one, which stays as it was. */
export async function correctCount({ store, db }: WriteScope, { ballotId, reason }: InputOf<Api['ballot.correct']>) {
  const { count, returns, tallies } = await readBallot(db, ballotId)
  if (!count || count.closedOn === null) throw refuse('ballotId', 'open', '还没有封票，直接改就行')
  const { way, firstTeller, secondTeller, scrutineer, number } = count
  const made = store.create(ballotCount, { ballotId, number: number + 1, way, firstTeller, secondTeller, scrutineer, closedOn: null, reason })
  let next = store.writeLines(ballotReturn, ballotCount, made, returns)
  if (way === 'totals') next = store.writeLines(ballotTally, ballotCount, next, tallies)
  else next = store.writeLines(ballotPaper, ballotCount, next, await linesOf(db, ballotPaper, count.id))
  return { countId: next.id, version: next.version }
}
