import { blankKey, type Item, type Option, type Paper } from '../ballots/kind.ts'

/** An item as it is counted: marked with one of its options, or scored up to its points. */
export interface PlannedItem {
  readonly key: string
  readonly label: string
  readonly area: string | null
  /** The most it can be given where it is scored; null where it is marked. */
  readonly points: number | null
  readonly options: readonly Option[]
}

/** The paper of one ballot, with the items of its scheme. */
export interface Plan {
  readonly items: readonly PlannedItem[]
  readonly blank: Option
  /** Whether blanks follow from the other marks: where the only mark is a tick, what is not ticked is not chosen. */
  readonly blankFollows: boolean
  readonly atMostPlaces: boolean
}

/** What a scheme says of an item. */
export interface ScoredItem {
  readonly number: number
  readonly area: string
  readonly name: string
  readonly points: number
}

/** The plan of a ballot. Where the paper is the scheme's, its items are scored; without a scheme there is nothing to score. */
export function planOf(paper: Paper, scored: readonly ScoredItem[]): Plan {
  const items = paper.items === 'scheme' ? scored.map(scoredItem) : paper.items.map(item => markedItem(item, paper.options))
  const blankFollows = items.every(item => item.points === null && item.options.length === 1)
  return { items, blank: paper.blank, blankFollows, atMostPlaces: paper.atMostPlaces ?? false }
}

const scoredItem = ({ number, area, name, points }: ScoredItem): PlannedItem => ({ key: String(number), label: name, area, points, options: [] })

const markedItem = ({ key, label, points, options }: Item, common: readonly Option[]): PlannedItem => ({
  key,
  label,
  area: null,
  points: points ?? null,
  options: points === undefined ? (options ?? common) : [],
})

/** The option under which the papers that scored an item are counted. */
export const scoredKey = 'scored'

/** What is counted for an item: its options and the blank, or how many scored it. */
export const countedOptions = (item: PlannedItem): readonly string[] =>
  item.points === null ? [...item.options.map(option => option.key), blankKey] : [scoredKey]
