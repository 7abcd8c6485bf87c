import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { EnteredPaper } from '../../../shared/rules/ballot-papers.ts'
import type { Plan } from '../../../shared/rules/ballot-plan.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import type { CountLine } from './count-content.ts'
import { blankPaper, hasBegun, inHand, isScored, isWhole, marksOf, type PaperInHand, pressed, withoutPaper, withPaper } from './paper-model.ts'
import { overfullSays, PaperTable } from './PaperTable.tsx'
import { ScoredPaper } from './ScoredPaper.tsx'

interface Props {
  readonly plan: Plan
  readonly lines: readonly CountLine[]
  readonly papers: readonly EnteredPaper[]
  readonly group: string
  readonly entry: 1 | 2
  /** 收回: how many papers there are; null where that is not known yet. */
  readonly returned: number | null
  /** Where to begin: the first that has not been entered, without it. */
  readonly start?: number | undefined
  readonly saved: string
  onPapers(papers: readonly EnteredPaper[]): void
  /** Enter after the last paper. */
  onDone(): void
}

/** 逐张录票: one paper after the other with the keyboard alone. A whole paper is kept at once; one that is not yet whole waits here. */
export function PaperEntry({ plan, lines, papers, group, entry, returned, start, saved, onPapers, onDone }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const rows = lines.length / Math.max(1, plan.items.length)
  const take = (number: number): PaperInHand => {
    const kept = papers.find(p => p.number === number)
    return kept ? inHand(plan, rows, kept) : blankPaper(plan, rows, number)
  }
  const [paper, setPaper] = useState(() => take(start ?? papers.length + 1))
  /** Papers left half entered, by number. */
  const [halves, setHalves] = useState<ReadonlyMap<number, PaperInHand>>(new Map())
  const [says, setSays] = useState<string>()
  const scored = isScored(plan)
  const whole = isWhole(plan, rows, paper)
  useUnsaved((hasBegun(paper) && !whole) || halves.size > 0)
  useEffect(() => {
    if (!scored) frame.current?.focus()
  }, [scored])
  // The list may have grown by someone written on a paper.
  const length = rows * plan.items.length
  if (paper.texts.length !== length) setPaper({ ...paper, texts: Array.from({ length }, (_, i) => paper.texts[i] ?? '') })

  const keep = (next: PaperInHand) => {
    setSays(undefined)
    setPaper(next)
    if (next.texts === paper.texts && next.invalid === paper.invalid) return
    if (!isWhole(plan, rows, next) || (scored && !hasBegun(next))) return
    onPapers(withPaper(papers, { groupCode: group, entry, number: next.number, marks: marksOf(plan, next), invalid: next.invalid }))
  }
  const goTo = (number: number) => {
    if (number < 1 || number > Math.max(papers.length + 1, paper.number)) return
    setSays(undefined)
    const rest = new Map(halves)
    if (hasBegun(paper) && !whole) rest.set(paper.number, paper)
    else rest.delete(paper.number)
    setHalves(rest)
    setPaper(rest.get(number) ?? take(number))
  }
  const onward = () => {
    const open = paper.texts.filter(text => text === '').length
    if (!whole && says === undefined && hasBegun(paper)) {
      setPaper({ ...paper, at: paper.texts.indexOf('') })
      setSays(`还有 ${open} ${plan.items.length > 1 ? '格' : '行'}没有录。接着录，或再按 Enter 都按“${plan.blank.label}”记。`)
      return
    }
    if (!hasBegun(paper)) {
      if (returned !== null && papers.length >= returned) return onDone()
      return setSays(`这一张还没有录。每行按一个数字，“${plan.blank.label}”按 0；整张无效按 X。`)
    }
    const filled = whole ? paper : { ...paper, texts: paper.texts.map(text => text || '0') }
    const all = papers.some(p => p.number === paper.number) && whole ? papers : kept(filled)
    if (all !== papers) onPapers(all)
    const next = paper.number + 1
    if (returned !== null && all.length >= returned && !all.some(p => p.number === next)) {
      setPaper(filled)
      setSays(`收回的 ${returned} 张都录完了。`)
      return onDone()
    }
    setSays(undefined)
    setHalves(new Map([...halves].filter(([number]) => number !== paper.number)))
    const known = all.find(p => p.number === next)
    setPaper(halves.get(next) ?? (known ? inHand(plan, rows, known) : blankPaper(plan, rows, next)))
  }
  const kept = (next: PaperInHand) => withPaper(papers, { groupCode: group, entry, number: next.number, marks: marksOf(plan, next), invalid: next.invalid })
  const remove = () => {
    const left = withoutPaper(papers, paper.number)
    onPapers(left)
    const next = left.find(p => p.number === paper.number)
    setHalves(new Map())
    setPaper(next ? inHand(plan, rows, next) : blankPaper(plan, rows, Math.min(paper.number, left.length + 1)))
    frame.current?.focus()
  }
  const turn = (key: string): boolean => {
    if (key === 'PageUp') goTo(paper.number - 1)
    else if (key === 'PageDown') goTo(paper.number + 1)
    else return false
    return true
  }
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.nativeEvent.isComposing) return
    const own = turn(event.key) || (event.key === 'Enter' && (onward(), true))
    const next = own ? undefined : pressed(plan, paper, event.key)
    if (!own && !next) return
    event.preventDefault()
    event.stopPropagation()
    if (next) keep(next)
  }
  const chosen = (at: number, digit: string) => {
    keep({ ...paper, texts: paper.texts.with(at, digit), at: at + 1 })
    frame.current?.focus()
  }
  const isKept = papers.some(p => p.number === paper.number)
  const note = says ?? overfullSays(plan, lines, paper)
  return (
    <div className="paper-entry">
      <div className="paper-head">
        <b>第 {paper.number} 张</b>
        <span className="ink-3">{returned === null ? `已录 ${papers.length} 张` : `已录 ${papers.length} / ${returned} 张`}</span>
        {paper.invalid ? <StatusChip tone="short" word="无效票" /> : isKept ? <StatusChip tone="met" word="已录" /> : null}
        <span className="space" />
        {scored && <span className="ink-3">末格 Enter 或 PageDown 下一张　Alt X 整张无效</span>}
        {isKept && <IconAction icon="cross" title={`删去第 ${paper.number} 张`} onClick={remove} />}
        <IconAction icon="up" title="上一张 PageUp" disabled={paper.number <= 1} onClick={() => goTo(paper.number - 1)} />
        <IconAction icon="down" title="下一张 PageDown" disabled={paper.number > papers.length} onClick={() => goTo(paper.number + 1)} />
      </div>
      {scored ? (
        <ScoredPaper key={`${entry} ${paper.number}`} plan={plan} lines={lines} paper={paper} onPaper={keep} saved={saved} onTurn={turn} onNext={onward} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the paper as a whole takes the digits
        <div ref={frame} className="paper-keys" tabIndex={0} role="application" aria-label={`第 ${paper.number} 张，按数字录入`} onKeyDown={keys}>
          <PaperTable plan={plan} lines={lines} paper={paper} readOnly={false} onCell={chosen} />
        </div>
      )}
      {(!scored || note !== undefined) && (
        <footer className="table-foot">
          {note === undefined ? (
            <span className="ink-3">{saved}</span>
          ) : (
            <span className="grid-say" role="alert">
              <Icon name="warn" size={14} />
              {note}
            </span>
          )}
          <span className="space" />
          <span className="ink-3">
            {scored ? 'Enter 下一格　PageDown 下一张　Alt X 无效' : '数字 录入　Backspace 退回　X 无效　Enter 下一张　PageUp 上一张'}
          </span>
        </footer>
      )}
    </div>
  )
}
