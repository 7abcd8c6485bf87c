import { cellText, nameText } from '../../../shared/records/cell.ts'
import { readDate } from '../../../shared/records/cell-dates.ts'
import { readNumber } from '../../../shared/records/cells.ts'
import type { BallotReturn, BallotTally } from '../../../shared/domain/ballot-count.ts'
import { blankKey } from '../../../shared/ballots/kind.ts'
import { countedOptions, type PlannedItem, scoredKey } from '../../../shared/rules/ballot-plan.ts'
import { onPaper, type WholeBallot } from '../../ballots/read.ts'
import type { RowFault } from '../kind.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'
import { at, returnKeys, returnLabels, type RowKey, rowKey, type Said, saidLabels } from './layout.ts'

/** What is written in one row of a count sheet. A row in which nothing was written by hand is none. */
export type Entry = { readonly source: DataRow; readonly faults: RowFault[]; readonly group: string; readonly name: string; readonly item: string } & (
  | { readonly kind: 'returns'; readonly line: BallotReturn }
  | { readonly kind: 'said'; readonly what: Said; readonly value: string | number | null }
  | { readonly kind: 'tally'; readonly row: number; readonly lines: readonly BallotTally[] }
  /** A name that voters wrote, and the section it stands in; which row it is shows when all are read. */
  | { readonly kind: 'written'; readonly section: number; readonly lines: readonly BallotTally[] }
)

/** The group that the key means: a code with a blank in it would fall apart there. */
export const codeInKey = (code: string): string => code.replaceAll(/\s/g, '_')

/** The sections of a paper, in the order of its rows. */
export const sectionsOf = (whole: WholeBallot) => [...new Map(onPaper(whole.rows).map(row => [row.section, row])).values()]

export function entriesOf(whole: WholeBallot, { data, date1904 }: RecognisedSheet): Entry[] {
  return data.flatMap(source => {
    const key = rowKey(source.cells)
    if (!key) return []
    const entry =
      key.kind === 'said' ? saidIn(key.what, source, date1904) : key.kind === 'returns' ? returnsIn(whole, key.groupCode, source) : marksIn(whole, key, source)
    return entry ? [entry] : []
  })
}

const textAt = ({ cells }: DataRow, place: number): string => cellText(cells[place] ?? null)

function saidIn(what: Said, source: DataRow, date1904: boolean): Entry | null {
  const cell = source.cells[at.name] ?? null
  if (cellText(cell) === '') return null
  const faults: RowFault[] = []
  const entry = { source, kind: 'said' as const, what, group: '', name: saidLabels[what], item: '', faults }
  const reading = what === 'heldOn' ? readDate(cell, { date1904 }) : what === 'present' ? readNumber(cell, true) : null
  if (reading === null) {
    const text = nameText(cell)
    return text.length <= 200 ? { ...entry, value: text } : { ...entry, value: null, faults: [{ field: 'name', code: 'tooLong', message: '最多 200 字' }] }
  }
  if (!reading.ok) return { ...entry, value: null, faults: [{ field: 'name', code: reading.code, message: reading.message }] }
  const { value } = reading
  return { ...entry, value: typeof value === 'object' ? (value?.day ?? null) : value }
}

/** Numbers where there are any; an empty cell is null. What is no number is a fault of the row. */
function numbersIn({ cells }: DataRow, labels: readonly string[], whole: readonly boolean[], faults: RowFault[]): (number | null)[] {
  return labels.map((label, i) => {
    const reading = readNumber(cells[at.figures + i] ?? null, whole[i] ?? true)
    if (!reading.ok) faults.push({ field: 'figures', code: reading.code, message: `${label}：${reading.message}` })
    else if ((reading.value ?? 0) > 1_000_000) faults.push({ field: 'figures', code: 'tooLarge', message: `${label}：数字过大` })
    return reading.ok ? reading.value : null
  })
}

function returnsIn(whole: WholeBallot, code: string, source: DataRow): Entry | null {
  const faults: RowFault[] = []
  const numbers = numbersIn(source, Object.values(returnLabels), [], faults)
  if (faults.length === 0 && numbers.every(n => n === null)) return null
  const group = whole.groups.find(found => codeInKey(found.code) === code)
  if (!group) faults.push(stranger(`没有“${textAt(source, at.group)}”这一类填票人`))
  const [issued, returned, valid, invalid] = numbers
  const line = { groupCode: group?.code ?? code, issued: issued ?? null, returned: returned ?? null, valid: valid ?? null, invalid: invalid ?? null }
  return { kind: 'returns', source, group: group?.label ?? textAt(source, at.group), name: '发收票', item: '', faults, line }
}

const stranger = (what: string): RowFault => ({ field: 'name', code: 'unknownPerson', message: `${what}：发出后名单改过，重新发一份计票表再填` })

function marksIn(whole: WholeBallot, key: Extract<RowKey, { kind: 'tally' | 'written' }>, source: DataRow): Entry | null {
  const faults: RowFault[] = []
  const item = whole.plan.items.find(found => found.key === key.item)
  const scored = item?.points !== null && item !== undefined
  const labels = scored ? ['打分票数', '分数合计'] : key.options.map(option => labelOf(whole, item, option))
  const numbers = numbersIn(source, labels, scored ? [true, false] : [], faults)
  const name = nameText(source.cells[at.name] ?? null)
  if (faults.length === 0 && numbers.every(n => n === null) && (key.kind === 'tally' || name === '')) return null
  const group = whole.groups.find(found => codeInKey(found.code) === key.groupCode)
  if (!group) faults.push(stranger(`没有“${textAt(source, at.group)}”这一类填票人`))
  if (!item || !key.options.every(option => countedOptions(item).includes(option))) faults.push(stranger(`票面上没有“${textAt(source, at.item)}”`))
  const rest = {
    source,
    group: group?.label ?? textAt(source, at.group),
    item: whole.plan.items.length > 1 ? (item?.label ?? textAt(source, at.item)) : '',
    faults,
  }
  const linesOf = (row: number): BallotTally[] => {
    const about = { groupCode: group?.code ?? key.groupCode, row, item: key.item }
    if (scored) return [{ ...about, option: scoredKey, votes: numbers[0] ?? 0, points: numbers[1] ?? 0 }]
    // Where nobody wrote how many left it out, nothing is said of it; other empty cells are 0.
    const leftOut = (option: string, i: number) =>
      option === blankKey && numbers[i] === null && !whole.tallies.some(kept => isSameCell(kept, { ...about, option }))
    return key.options.flatMap((option, i) => (leftOut(option, i) ? [] : [{ ...about, option, votes: numbers[i] ?? 0, points: null }]))
  }
  if (key.kind === 'written') return { ...rest, kind: 'written', name, section: key.section, lines: linesOf(0) }
  const row = onPaper(whole.rows).find(found => found.number === key.row)
  if (!row) faults.push(stranger(`“${name}”不在这张票上`))
  else if (nameText(row.name) !== name) faults.push(stranger(`名单第 ${key.row} 行是“${row.name}”，表里是“${name}”`))
  return { ...rest, kind: 'tally', name, row: key.row, lines: linesOf(key.row) }
}

type Cell = Pick<BallotTally, 'groupCode' | 'row' | 'item' | 'option'>
export const isSameCell = (a: Cell, b: Cell): boolean => a.groupCode === b.groupCode && a.row === b.row && a.item === b.item && a.option === b.option

export const labelOf = (whole: WholeBallot, item: PlannedItem | undefined, option: string): string =>
  item?.options.find(found => found.key === option)?.label ?? whole.plan.blank.label

/** What a row says, in a line. */
export function figuresIn(whole: WholeBallot, entry: Entry): string {
  if (entry.kind === 'said') return String(entry.value ?? '')
  if (entry.kind === 'returns') return returnKeys.flatMap(key => (entry.line[key] === null ? [] : [`${returnLabels[key]} ${entry.line[key]}`])).join('、')
  return tallyText(whole, entry.lines)
}

export function tallyText(whole: WholeBallot, lines: readonly BallotTally[]): string {
  return lines
    .map(({ item, option, votes, points }) =>
      option === scoredKey
        ? `${votes} 张共 ${points ?? 0} 分`
        : `${labelOf(
            whole,
            whole.plan.items.find(found => found.key === item),
            option,
          )} ${votes}`,
    )
    .join('、')
}
