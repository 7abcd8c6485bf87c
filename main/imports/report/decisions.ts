import type { Resolution } from '../../../shared/domain/meeting.ts'
import { cellText, compact, type Cell } from '../../../shared/records/cell.ts'

/** 决议 as a branch writes them in one cell, one to a line: `1. 议题：决定`. What has no colon is the decision's matter itself. */
export function decisionsIn(cell: Cell): Pick<Resolution, 'item' | 'decision'>[] {
  const text = typeof cell === 'string' ? cell : cellText(cell)
  return text
    .split(/[\r\n；;]+/)
    .map(line => cellText(line).replace(/^(?:[(（]?\d+[)）.．、]|[①-⑳])\s*/, ''))
    .filter(Boolean)
    .map(line => {
      const [, item = line, decision = ''] = /^(.{2,80}?)[:：]\s*(.+)$/.exec(line) ?? []
      return { item, decision: decision || null }
    })
}

/** The decisions of a meeting with those that are not on file yet: what was voted upon stays as it was recorded. */
export function withDecisions(kept: readonly Resolution[], given: readonly Pick<Resolution, 'item' | 'decision'>[]): readonly Resolution[] {
  const known = new Set(kept.map(({ item }) => compact(item)))
  const fresh = given.filter(({ item }, i) => !known.has(compact(item)) && given.findIndex(other => compact(other.item) === compact(item)) === i)
  const last = Math.max(0, ...kept.map(({ number }) => number))
  const blank = { method: null, voters: null, present: null, agree: null, against: null, abstain: null, conclusion: null }
  return [...kept, ...fresh.map((line, i) => ({ number: last + 1 + i, ...line, ...blank }))]
}
