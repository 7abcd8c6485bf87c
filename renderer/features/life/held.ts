import type { Resolution } from '../../../shared/domain/meeting.ts'
import { voteFaults } from '../../../shared/rules/votes.ts'
import { type RollLine, sameLines } from '../../attendance/roll.ts'

/** What is written on the page of a meeting beside the list: 议题, 内容, 附件. */
export interface Texts {
  readonly agenda: string | null
  readonly content: string | null
  readonly minutes: string | null
  readonly photo: string | null
}

/** A resolution as it stands on screen; its number is its place. */
export interface ResolutionRow extends Omit<Resolution, 'number'> {
  /** Holds while rows above it come and go. */
  readonly key: string
}

/** Everything the page may change of a meeting. */
export interface Content {
  readonly lines: readonly RollLine[]
  readonly resolutions: readonly ResolutionRow[]
  readonly texts: Texts
}

export const rowOf = ({ number, ...rest }: Resolution): ResolutionRow => ({ ...rest, key: `kept ${number}` })

const told = (value: unknown): boolean => value !== null && value !== ''
const bare = ({ key: _key, ...rest }: ResolutionRow) => rest

/** True where nothing has been filled in that the page did not fill in itself. */
export const isBlank = ({ item, decision, agree, against, abstain, conclusion }: ResolutionRow): boolean =>
  ![item.trim(), decision?.trim() ?? null, agree, against, abstain, conclusion].some(told)

export const sameResolutions = (a: readonly ResolutionRow[], b: readonly ResolutionRow[]): boolean =>
  JSON.stringify(a.filter(r => !isBlank(r)).map(bare)) === JSON.stringify(b.filter(r => !isBlank(r)).map(bare))

const sameText = (a: string | null, b: string | null): boolean => (a ?? '').trim() === (b ?? '').trim()

/** The texts that say something else than they did, as they are saved. */
export const changedTexts = (before: Texts, now: Texts): Partial<Texts> => {
  const keys = ['agenda', 'content', 'minutes', 'photo'] as const
  return Object.fromEntries(keys.flatMap(key => (sameText(before[key], now[key]) ? [] : [[key, now[key]?.trim() || null]])))
}

export const sameContent = (a: Content, b: Content): boolean =>
  a === b || (sameLines(a.lines, b.lines) && sameResolutions(a.resolutions, b.resolutions) && Object.keys(changedTexts(a.texts, b.texts)).length === 0)

/** What is saved: in their order, without rows that nothing was filled into. */
export const resolutionsToSave = (rows: readonly ResolutionRow[]): Resolution[] =>
  rows.filter(r => !isBlank(r)).map((row, i) => ({ ...bare(row), number: i + 1, item: row.item.trim(), decision: row.decision?.trim() || null }))

const figures = { voters: '应到', present: '实到', agree: '赞成', against: '不赞成', abstain: '弃权' } as const

/** What is wrong with a resolution, in a sentence; nothing for one that is still blank. */
export function faultIn(row: ResolutionRow, index: number): string | undefined {
  if (isBlank(row)) return undefined
  const at = `决议第 ${index + 1} 项：`
  if (row.item.trim() === '') return `${at}没有填议题。`
  for (const [key, label] of Object.entries(figures)) {
    const value = key === 'voters' ? row.voters : key === 'present' ? row.present : key === 'agree' ? row.agree : key === 'against' ? row.against : row.abstain
    if (value !== null && !(Number.isInteger(value) && value >= 0)) return `${at}${label}应为整数。`
  }
  const [fault] = voteFaults(row)
  return fault && `${at}${fault.message}。`
}
