import { blankKey } from '../ballots/kind.ts'
import { countedOptions, type Plan, type PlannedItem, scoredKey } from './ballot-plan.ts'
import type { TallyLine } from './ballot-papers.ts'

export interface Returned {
  readonly groupCode: string
  readonly issued: number | null
  readonly returned: number | null
  readonly valid: number | null
  readonly invalid: number | null
}

export interface CountedGroup {
  readonly code: string
  readonly label: string
  readonly eligible: number | null
}

/** A row on the paper. */
export interface CountedRow {
  readonly number: number
  readonly name: string
  readonly section: string | null
  readonly places: number | null
  readonly written: boolean
}

export interface Count {
  readonly plan: Plan
  readonly groups: readonly CountedGroup[]
  readonly rows: readonly CountedRow[]
  readonly returns: readonly Returned[]
  readonly tallies: readonly TallyLine[]
}

export const checkCodes = {
  returned: '发出 = 收回 + 未收回',
  valid: '收回 = 有效 + 无效',
  eligible: '发出不多于应参加人数',
  rows: '每行合计 = 有效',
  places: '推荐不多于名额',
  complete: '全部录完',
} as const
export type CheckCode = keyof typeof checkCodes

/** What was held against what. `open` is not yet entered: nothing is wrong with it, and it cannot be closed. */
export interface Check {
  readonly code: CheckCode
  readonly state: 'agrees' | 'open' | 'wrong'
  readonly groupCode: string
  /** 22 = 21 + 1 */
  readonly figures: string
  /** Where it is wrong: what to do about it. */
  readonly message: string | null
  /** The row it is about, where it is about one. */
  readonly row: number | null
  readonly item: string | null
}

/** How far one item of one row has been entered. */
export interface RowState {
  readonly state: 'empty' | 'partial' | 'full' | 'wrong'
  readonly sum: number
  /** 6 + 13 + 0 + 0 */
  readonly parts: string
}

/** Tallies by group, row, item and option. Built once, asked for every cell. */
export class TallyIndex {
  readonly #lines = new Map<string, TallyLine>()

  constructor(tallies: readonly TallyLine[]) {
    for (const line of tallies) this.#lines.set(`${line.groupCode} ${line.row} ${line.item} ${line.option}`, line)
  }

  at(groupCode: string, row: number, item: string, option: string): TallyLine | undefined {
    return this.#lines.get(`${groupCode} ${row} ${item} ${option}`)
  }
}

/** One item of one row against the valid papers of its group. */
export function rowState(index: TallyIndex, plan: Plan, item: PlannedItem, groupCode: string, row: number, valid: number | null): RowState {
  if (item.points !== null) return scoredState(index, item, groupCode, row, valid)
  const options = plan.blankFollows ? countedOptions(item).filter(key => key !== blankKey) : countedOptions(item)
  const entered = options.map(option => index.at(groupCode, row, item.key, option)?.votes)
  const given = entered.filter(votes => votes !== undefined)
  const sum = given.reduce((all, votes) => all + votes, 0)
  const parts = entered
    .filter((votes, i) => votes !== undefined || options[i] !== blankKey)
    .map(votes => votes ?? 0)
    .join(' + ')
  if (given.length === 0) return { state: 'empty', sum, parts }
  if (valid === null) return { state: 'partial', sum, parts }
  if (plan.blankFollows) return { state: sum <= valid ? 'full' : 'wrong', sum, parts }
  if (sum === valid) return { state: 'full', sum, parts }
  const marks = options.filter(option => option !== blankKey)
  const whole = marks.every(option => index.at(groupCode, row, item.key, option) !== undefined)
  return { state: sum > valid || whole ? 'wrong' : 'partial', sum, parts }
}

function scoredState(index: TallyIndex, item: PlannedItem, groupCode: string, row: number, valid: number | null): RowState {
  const line = index.at(groupCode, row, item.key, scoredKey)
  if (!line) return { state: 'empty', sum: 0, parts: '' }
  const most = line.votes * (item.points ?? 0)
  const wrong = (valid !== null && line.votes > valid) || (line.points ?? 0) > most
  return { state: wrong ? 'wrong' : valid === null ? 'partial' : 'full', sum: line.votes, parts: `${line.points ?? 0}` }
}

/** Everything that a count is held against, group by group. */
export function checksOf(count: Count): readonly Check[] {
  const index = new TallyIndex(count.tallies)
  return count.groups.flatMap(group => {
    const returned = count.returns.find(line => line.groupCode === group.code)
    return [...returnChecks(group, returned), ...rowChecks(count, index, group.code, returned?.valid ?? null)]
  })
}

function returnChecks(group: CountedGroup, line: Returned | undefined): readonly Check[] {
  const { issued = null, returned = null, valid = null, invalid = null } = line ?? {}
  const at = { groupCode: group.code, row: null, item: null }
  const check = (code: CheckCode, known: boolean, agrees: boolean, figures: string, message: string): Check => ({
    ...at,
    code,
    state: !known ? 'open' : agrees ? 'agrees' : 'wrong',
    figures: known ? figures : '',
    message: known && !agrees ? message : null,
  })
  const missing = (issued ?? 0) - (returned ?? 0)
  const checks = [
    check(
      'returned',
      issued !== null && returned !== null,
      missing >= 0,
      `${issued} = ${returned} + ${missing}`,
      `收回 ${returned} 张多于发出 ${issued} 张，请核对`,
    ),
    check(
      'valid',
      returned !== null && valid !== null && invalid !== null,
      returned === (valid ?? 0) + (invalid ?? 0),
      `${returned} = ${valid} + ${invalid}`,
      `有效 ${valid} + 无效 ${invalid} = ${(valid ?? 0) + (invalid ?? 0)}，与收回 ${returned} 不符，请核对`,
    ),
  ]
  const { eligible } = group
  if (eligible === null) return checks
  return [
    ...checks,
    check('eligible', issued !== null, (issued ?? 0) <= eligible, `${issued} ≤ ${eligible}`, `发出 ${issued} 张多于应参加 ${eligible} 人，请核对应参加人数`),
  ]
}

function rowChecks({ plan, rows }: Count, index: TallyIndex, groupCode: string, valid: number | null): readonly Check[] {
  const wrong: Check[] = []
  let full = 0
  for (const [i, row] of rows.entries()) {
    const states = plan.items.map(item => ({ item, ...rowState(index, plan, item, groupCode, row.number, valid) }))
    if (states.every(({ state }) => state === 'full')) full += 1
    for (const { item, state, sum, parts } of states) {
      if (state === 'wrong') wrong.push(rowFault(plan, item, groupCode, row, i + 1, { sum, parts, valid: valid ?? 0 }))
    }
  }
  const at = { groupCode, row: null, item: null }
  const agrees: Check[] = wrong.length > 0 ? [] : [{ ...at, code: 'rows', state: full > 0 ? 'agrees' : 'open', figures: '', message: null }]
  const left = rows.length - full
  return [
    ...agrees,
    ...wrong,
    ...placesChecks(plan, rows, index, groupCode, valid),
    { ...at, code: 'complete', state: left === 0 && valid !== null ? 'agrees' : 'open', figures: `${full} / ${rows.length}`, message: null },
  ]
}

function rowFault(
  plan: Plan,
  item: PlannedItem,
  groupCode: string,
  row: CountedRow,
  place: number,
  { sum, parts, valid }: { sum: number; parts: string; valid: number },
): Check {
  const who = `第 ${place} 行${row.name}${plan.items.length > 1 ? `“${item.label}”` : ''}`
  const differs = sum > valid ? `多 ${sum - valid}` : `少 ${valid - sum}`
  const sums = parts.includes('+') ? `${parts} = ${sum}` : String(sum)
  const message =
    item.points === null
      ? `${who}：${sums}，比有效票${differs}，请对票`
      : sum > valid
        ? `${who}：打分 ${sum} 张，比有效票多 ${sum - valid}，请对票`
        : `${who}：分数合计 ${parts}，超过 ${sum} 张各 ${item.points} 分，请对票`
  return { code: 'rows', state: 'wrong', groupCode, figures: `${sum} ≠ ${valid}`, message, row: row.number, item: item.key }
}

/** Of 名额 2, no more than twice the valid papers can have been given in one section. */
function placesChecks(plan: Plan, rows: readonly CountedRow[], index: TallyIndex, groupCode: string, valid: number | null): readonly Check[] {
  const first = plan.items[0]
  const option = first?.options[0]?.key
  if (!plan.atMostPlaces || valid === null || !first || option === undefined) return []
  const sections = new Map<string | null, { places: number | null; votes: number }>()
  for (const row of rows) {
    const kept = sections.get(row.section) ?? { places: null, votes: 0 }
    const votes = index.at(groupCode, row.number, first.key, option)?.votes ?? 0
    sections.set(row.section, { places: row.places ?? kept.places, votes: kept.votes + votes })
  }
  return [...sections].flatMap(([section, { places, votes }]): Check[] => {
    if (places === null) return []
    const most = places * valid
    const agrees = votes <= most
    const message = agrees ? null : `${section ?? '全部人选'}共得 ${votes} 票，名额 ${places}、有效票 ${valid} 张最多 ${most} 票，请对票`
    return [{ code: 'places', state: agrees ? 'agrees' : 'wrong', groupCode, figures: `${votes} ≤ ${most}`, message, row: null, item: null }]
  })
}

/** What keeps a count from being closed, in words; empty where nothing does. */
export function closingFaults(
  count: Count,
  tellers: { readonly first: string | null; readonly second: string | null; readonly scrutineer: string | null },
): readonly string[] {
  const label = new Map(count.groups.map(group => [group.code, group.label]))
  const prefix = (code: string) => (count.groups.length > 1 ? `${label.get(code) ?? code}：` : '')
  const faults = checksOf(count).flatMap(({ code, state, groupCode, figures, message }) => {
    if (state === 'wrong') return [`${prefix(groupCode)}${message ?? checkCodes[code]}`]
    if (state === 'open') return [`${prefix(groupCode)}${checkCodes[code]}：${code === 'complete' ? `已录 ${figures}` : '没有录'}`]
    return []
  })
  const { first, second, scrutineer } = tellers
  const names = [first, second, scrutineer].filter(name => name !== null && name !== '')
  if (!first || !second) faults.push('填两名计票人')
  if (!scrutineer) faults.push('填监票人')
  if (new Set(names).size < names.length) faults.push('两名计票人和监票人应是不同的人')
  return faults
}
