import { type CountingWay, countingWays } from '../../../shared/domain/ballot-words.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { listSays, savedSays } from './ballot-words.ts'
import type { Fact } from './count-columns.tsx'
import { returnOf } from './count-content.ts'
import { PaperEntry } from './PaperEntry.tsx'
import { TotalsCard } from './TotalsCard.tsx'
import { TwiceCompare } from './TwiceCompare.tsx'
import type { BallotReply, Counting } from './use-counting.ts'

/** Which entry of the papers is in hand; `compare` lays the two beside each other. */
export interface Pass {
  readonly entry: 1 | 2 | 'compare'
  /** The paper to open. */
  readonly start?: number
}

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
  readonly editable: boolean
  readonly pass: Pass
  onPass(pass: Pass): void
  onWay(way: CountingWay): void
  onWritten(): void
  /** Everything is entered. */
  onDone(): void
}

const passes = [
  { value: '1', label: '第一遍' },
  { value: '2', label: '第二遍' },
  { value: 'compare', label: '对照' },
] as const

/** What a name that voters wrote is called: 另选人 in an election. */
export const addWord = (kind: Counting['kind']): string => `加${kind.name === 'election' ? '另选人' : kind.rowLabel}`

/** What is being counted: the table of totals, the paper in hand, or the two entries beside each other. */
export function CountCard({ reply, counting, editable, pass, onPass, onWay, onWritten, onDone }: Props) {
  const { kind, plan, group, lines, content, papers, byPapers } = counting
  const { valid, returned } = returnOf(content.returns, group)
  const facts = new Map<number, readonly Fact[]>(reply.rows.map(({ line, facts: known }) => [line.number, known]))
  const grades = new Map(reply.rows.flatMap(({ line, decision }) => (decision ? [[line.number, decision.grade] as const] : [])))
  const twice = byPapers && content.way === 'twice'
  const saved = savedSays(counting.saving, reply.count !== null)
  const hidden = counting.closed && reply.hidden.includes(group)
  return (
    <Card
      fill
      title={byPapers ? '逐张录票' : kind.subjects === 'organizations' ? '按组织计票' : '按人计票'}
      note={listSays(reply.rows, kind.subjects === 'organizations' ? '个' : '人')}
      actions={
        <>
          {twice && (
            <Segmented
              small
              label="第几遍"
              value={String(pass.entry)}
              options={passes}
              onChange={to => onPass({ entry: to === '1' ? 1 : to === '2' ? 2 : 'compare' })}
            />
          )}
          {editable && kind.paper.written && (
            <Button small icon="plus" onClick={onWritten}>
              {addWord(kind)}
            </Button>
          )}
          {editable && (
            <Segmented<CountingWay>
              small
              label="计票方式"
              value={content.way}
              options={[
                { value: 'totals', label: countingWays.totals },
                { value: 'papers', label: countingWays.papers },
                { value: 'twice', label: countingWays.twice },
              ]}
              onChange={onWay}
            />
          )}
        </>
      }
    >
      {hidden ? (
        <p className="ballot-hidden">这一类不足 3 张票（或可由其他各类推出），只并入合计，不单独显示。</p>
      ) : !byPapers ? (
        <TotalsCard
          kind={kind}
          plan={plan}
          group={group}
          lines={lines}
          content={content}
          index={counting.index}
          valid={valid}
          facts={facts}
          checks={counting.checks}
          grades={grades.size > 0 ? grades : undefined}
          readOnly={!editable}
          saved={editable ? saved : `${lines.length} 行`}
          onEdit={counting.edit}
          onUndo={counting.undo}
        />
      ) : pass.entry === 'compare' ? (
        <TwiceCompare
          plan={plan}
          lines={lines}
          first={papers.first}
          second={papers.second}
          onPapers={papers.put}
          onOpen={(entry, start) => onPass({ entry, start })}
        />
      ) : (
        papers.ready && (
          <PaperEntry
            key={`${group} ${pass.entry} ${pass.start ?? ''}`}
            plan={plan}
            lines={lines}
            papers={pass.entry === 1 ? papers.first : papers.second}
            group={group}
            entry={pass.entry}
            returned={returned}
            start={pass.start}
            saved={saved}
            onPapers={all => papers.put(pass.entry === 2 ? 2 : 1, all)}
            onDone={() => (twice ? onPass({ entry: pass.entry === 1 && papers.second.length < papers.first.length ? 2 : 'compare' }) : onDone())}
          />
        )
      )}
    </Card>
  )
}
