import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import type { SaveState } from './saver.ts'
import type { BallotReply } from './use-counting.ts'

/** 上一支部 where it is one, 上一个 where bodies are of any kind. */
export const stepWord = (organization: string): string => (organization.endsWith('支部') ? '支部' : '个')

/** 经济管理系学生党支部 · 2026 年度 · 第 9 / 12 个. */
export function subOf({ organization, ballot, round }: BallotReply): string {
  const position = round ? `第 ${round.position} / ${round.of} 个${organization.endsWith('支部') ? '支部' : ''}` : String(ballot['name'])
  return [organization, `${String(ballot['year'])} 年度`, position].join(' · ')
}

export const titleOf = ({ kind }: BallotReply, what: string): string => `${ballotKinds[kind]}${what}`

/** 应评 18 人，预备党员 4 人投票不参评. */
export function listSays(rows: BallotReply['rows'], unit: string): string {
  const of = (part: string) => rows.filter(({ line }) => line.part === part).length
  const [graded, ungraded, excused] = [of('graded'), of('ungraded'), of('excused')]
  return [`参评 ${graded} ${unit}`, ungraded > 0 ? `${ungraded} ${unit}投票、不定等次` : '', excused > 0 ? `${excused} ${unit}不参评` : '']
    .filter(Boolean)
    .join('，')
}

const savings: Readonly<Record<SaveState, string>> = { saved: '录入的都已写下', waiting: '正在录入', saving: '正在写下', failed: '没有写下' }
export const savedSays = (state: SaveState, begun: boolean): string => (state === 'saved' && !begun ? '边录边存，不用另存' : savings[state])
