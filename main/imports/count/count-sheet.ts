import { ballot, type BallotRow, ballotRow } from '../../../shared/domain/ballot.ts'
import type { BallotReturn, BallotTally } from '../../../shared/domain/ballot-count.ts'
import { type Check, checksOf } from '../../../shared/rules/ballot-checks.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { writeCount } from '../../ballots/count.ts'
import { countOf, onPaper, type WholeBallot } from '../../ballots/read.ts'
import type { Change, PlannedRow, RowFault, RowStatus } from '../kind.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'
import { type Entry, entriesOf, figuresIn, isSameCell, sectionsOf, tallyText } from './entries.ts'
import { returnKeys, returnLabels, type Said } from './layout.ts'
import { personsNamed } from './written.ts'

/** One row of a count sheet against what is kept. */
export class CountRow implements PlannedRow {
  readonly entry: Entry
  readonly status: RowStatus
  readonly notes: readonly string[]
  readonly #whole: WholeBallot
  readonly #sheet: string
  readonly #before: string

  constructor(sheet: string, whole: WholeBallot, entry: Entry, kept: { readonly before: string; readonly same: boolean }, notes: readonly string[]) {
    this.entry = entry
    this.notes = notes
    this.#whole = whole
    this.#sheet = sheet
    this.#before = kept.before
    this.status = entry.faults.length > 0 ? 'faulty' : kept.before === '' ? 'created' : kept.same ? 'unchanged' : 'updated'
  }

  get sheet(): string {
    return this.#sheet
  }

  get row(): number {
    return this.entry.source.number
  }

  get source(): DataRow {
    return this.entry.source
  }

  get faults(): readonly RowFault[] {
    return this.entry.faults
  }

  values(): Record<string, string> {
    const { group, name, item } = this.entry
    return { ballot: this.#whole.ballot.name, group, name, item, figures: figuresIn(this.#whole, this.entry) }
  }

  changes(): readonly Change[] {
    return this.status === 'updated' ? [{ field: 'figures', label: '填写', before: this.#before, after: figuresIn(this.#whole, this.entry) }] : []
  }
}

/** One ballot's sheet: its rows, and how they are written by the rules of the screen. */
export class CountSheet {
  readonly rows: readonly CountRow[]
  readonly #whole: WholeBallot
  /** Names that voters wrote and that are not on the list yet. */
  readonly #added: readonly BallotRow[]

  private constructor(whole: WholeBallot, rows: readonly CountRow[], added: readonly BallotRow[]) {
    this.#whole = whole
    this.rows = rows
    this.#added = added
  }

  static async read({ db }: ReadScope, sheet: RecognisedSheet, whole: WholeBallot): Promise<CountSheet> {
    // The day that was printed beforehand is none that somebody wrote.
    const entries = entriesOf(whole, sheet).filter(entry => entry.kind !== 'said' || entry.what !== 'heldOn' || entry.value !== whole.ballot.heldOn)
    const added = await writtenNames(db, whole, entries)
    const settled = entries.map(entry => settle(whole, added, entry))
    refuseTwice(settled)
    const kept = settled.map(entry => keptOf(whole, entry))
    const changing = settled.filter((_entry, i) => kept[i]?.same === false)
    refuseLate(whole, changing)
    attach(whole, added, settled, changing)
    const empty = onPaper(whole.rows).filter(row => !settled.some(entry => entry.kind === 'tally' && entry.row === row.number)).length
    const rows = settled.map((entry, i) => {
      const notes = entry.kind === 'returns' && empty > 0 ? [`还有 ${empty} 人没有填`] : []
      return new CountRow(sheet.sheet.name, whole, entry, kept[i] ?? { before: '', same: false }, notes)
    })
    return new CountSheet(whole, rows, added)
  }

  /** Writes the rows without faults, as the counting screen would. */
  async write(scope: WriteScope): Promise<void> {
    const { ballot: about, count } = this.#whole
    const good = this.rows.filter(row => row.status === 'created' || row.status === 'updated').map(row => row.entry)
    if (good.length === 0) return
    const said = new Map<Said, string | number | null>(good.flatMap(entry => (entry.kind === 'said' ? [[entry.what, entry.value] as const] : [])))
    const patch = Object.fromEntries([...said].filter(([what]) => what === 'heldOn' || what === 'present'))
    const held = scope.store.get(ballot, about.id)
    const changed = Object.keys(patch).length > 0 ? scope.store.update(ballot, held, patch) : held
    const names = this.#added.filter(row => good.some(entry => entry.kind === 'tally' && entry.row === row.number))
    if (names.length > 0) scope.store.writeLines(ballotRow, ballot, changed, [...this.#whole.rows, ...names])
    const tellers = Object.fromEntries([...said].filter(([what]) => what !== 'heldOn' && what !== 'present'))
    const some = (kind: Entry['kind']) => good.some(entry => entry.kind === kind)
    if (!some('returns') && !some('tally') && Object.keys(tellers).length === 0) return
    await writeCount(scope, {
      ballotId: about.id,
      ...(count ? { countId: count.id, version: count.version } : { way: 'totals' }),
      ...tellers,
      ...(some('returns') && { returns: mergedReturns(this.#whole, good) }),
      ...(some('tally') && { tallies: mergedTallies(this.#whole, good) }),
    })
  }
}

/** The rows to be added for names that voters wrote, numbered after the last. */
async function writtenNames(db: ReadScope['db'], whole: WholeBallot, entries: readonly Entry[]): Promise<BallotRow[]> {
  const sections = sectionsOf(whole)
  const names = entries.flatMap(entry => (entry.kind === 'written' && entry.name !== '' ? [{ name: entry.name, at: sections[entry.section] }] : []))
  const fresh = new Map(
    names
      .filter(({ name, at }) => !whole.rows.some(row => row.name === name && row.section === (at?.section ?? null)))
      .map(({ name, at }) => [`${at?.section ?? ''} ${name}`, { name, at }]),
  )
  const people = await personsNamed(
    db,
    whole.ballot.organizationId,
    [...fresh.values()].map(({ name }) => name),
  )
  const last = Math.max(0, ...whole.rows.map(row => row.number))
  return [...fresh.values()].map(({ name, at }, i) => ({
    number: last + 1 + i,
    personId: people.get(name) ?? null,
    organizationId: null,
    name,
    post: null,
    section: at?.section ?? null,
    places: at?.places ?? null,
    part: 'graded',
    reason: null,
    written: true,
  }))
}

/** A name that voters wrote becomes a row like any other, on the list or new. */
function settle(whole: WholeBallot, added: readonly BallotRow[], entry: Entry): Entry {
  if (entry.kind !== 'written') return entry
  const section = sectionsOf(whole)[entry.section]?.section ?? null
  const row = [...whole.rows, ...added].find(found => found.name === entry.name && found.section === section)
  const faults: RowFault[] = [...entry.faults]
  if (entry.name === '') faults.push({ field: 'name', code: 'missing', message: '填了票数，没有写另选人的姓名' })
  else if (row && !row.written) faults.push({ field: 'name', code: 'printed', message: `“${entry.name}”已印在票上，票数填到他那一行` })
  const number = row?.number ?? 0
  return { ...entry, kind: 'tally', row: number, lines: entry.lines.map(line => ({ ...line, row: number })), faults }
}

const placeOf = (entry: Entry): string => {
  if (entry.kind === 'said') return `S ${entry.what}`
  if (entry.kind === 'returns') return `R ${entry.line.groupCode}`
  return `T ${entry.lines[0]?.groupCode ?? ''} ${entry.lines[0]?.row ?? ''} ${entry.lines[0]?.item ?? ''}`
}

function refuseTwice(entries: readonly Entry[]): void {
  const seen = new Set<string>()
  for (const entry of entries) {
    if (entry.faults.length > 0) continue
    if (seen.has(placeOf(entry))) entry.faults.push({ field: 'name', code: 'duplicateLine', message: '同一处填了两次，留一行' })
    seen.add(placeOf(entry))
  }
}

/** What is kept of a row, in words, and whether the sheet says the same. */
function keptOf(whole: WholeBallot, entry: Entry): { before: string; same: boolean } {
  if (entry.kind === 'said') {
    const { heldOn, present } = whole.ballot
    const kept = { heldOn, present, firstTeller: whole.count?.firstTeller, secondTeller: whole.count?.secondTeller, scrutineer: whole.count?.scrutineer }
    const before = kept[entry.what] ?? null
    return { before: String(before ?? ''), same: before === entry.value }
  }
  if (entry.kind === 'returns') {
    const line = whole.returns.find(({ groupCode }) => groupCode === entry.line.groupCode)
    const before = line ? returnKeys.flatMap(key => (line[key] === null ? [] : [`${returnLabels[key]} ${line[key]}`])).join('、') : ''
    return { before, same: line !== undefined && returnKeys.every(key => entry.line[key] === null || entry.line[key] === line[key]) }
  }
  const kept = entry.lines.map(line => whole.tallies.find(found => isSameCell(found, line)))
  const there = kept.filter(line => line !== undefined)
  const same = entry.lines.every((line, i) => kept[i]?.votes === line.votes && (kept[i]?.points ?? null) === line.points)
  return { before: there.length > 0 ? tallyText(whole, there) : '', same }
}

/** What can no longer be counted by totals: closed, or being entered paper by paper. */
function refuseLate({ count }: WholeBallot, changing: readonly Entry[]): void {
  const why =
    count === null || (count.closedOn === null && count.way === 'totals')
      ? null
      : count.closedOn !== null
        ? { code: 'closed', message: `${count.closedOn} 已经封票，不再改动：有误的在程序里写明原因更正` }
        : { code: 'byPaper', message: '这次测评正在程序里逐张录票，不能再导入总数' }
  if (why) for (const entry of changing) entry.faults.push({ field: 'figures', ...why })
}

const hasFaults = (entry: Entry): boolean => entry.faults.length > 0

function mergedReturns(whole: WholeBallot, entries: readonly Entry[]): BallotReturn[] {
  const given = new Map(entries.flatMap(entry => (entry.kind === 'returns' && !hasFaults(entry) ? [[entry.line.groupCode, entry.line] as const] : [])))
  return whole.groups.flatMap(({ code }) => {
    const [kept, line] = [whole.returns.find(found => found.groupCode === code), given.get(code)]
    if (!kept && !line) return []
    const of = (key: (typeof returnKeys)[number]) => line?.[key] ?? kept?.[key] ?? null
    return [{ groupCode: code, issued: of('issued'), returned: of('returned'), valid: of('valid'), invalid: of('invalid') }]
  })
}

function mergedTallies(whole: WholeBallot, entries: readonly Entry[]): BallotTally[] {
  const given = entries.flatMap(entry => (entry.kind === 'tally' && !hasFaults(entry) ? entry.lines : []))
  return [...whole.tallies.filter(kept => !given.some(line => isSameCell(kept, line))), ...given]
}

/** What does not agree is said at the row it is about; of the whole group at the row of its papers. */
function attach(whole: WholeBallot, added: readonly BallotRow[], entries: readonly Entry[], changing: readonly Entry[]): void {
  const { present } = Object.fromEntries(entries.flatMap(entry => (entry.kind === 'said' ? [[entry.what, entry]] : [])))
  const [tooMany] = present?.kind === 'said' && typeof present.value === 'number' ? ballot.check({ ...whole.ballot, present: present.value }) : []
  if (tooMany && present) present.faults.push({ field: 'name', code: tooMany.code, message: tooMany.message })
  if (changing.every(hasFaults)) return
  const checks = checksOf({
    ...countOf(whole),
    rows: onPaper([...whole.rows, ...added]),
    returns: mergedReturns(whole, entries),
    tallies: mergedTallies(whole, entries),
  }).filter(check => check.state === 'wrong')
  for (const check of checks) {
    const about = ownerOf(entries, check)
    if (about) about.faults.push({ field: 'figures', code: check.code, message: check.message ?? '' })
  }
}

function ownerOf(entries: readonly Entry[], { groupCode, row, item }: Check): Entry | undefined {
  const ofRow = entries.find(
    entry => entry.kind === 'tally' && entry.lines.some(line => line.groupCode === groupCode && line.row === row && line.item === item),
  )
  const ofGroup = entries.find(entry => entry.kind === 'returns' && entry.line.groupCode === groupCode)
  return ofRow ?? ofGroup ?? entries.find(entry => entry.kind === 'tally' && entry.lines.some(line => line.groupCode === groupCode))
}
