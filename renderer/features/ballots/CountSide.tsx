import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { CapCard } from '../../ballots/CapCard.tsx'
import { useParametersOn } from '../../app/parameters.ts'
import { Card } from '../../ui/Card.tsx'
import { BallotPrints } from './BallotPrints.tsx'
import { ChecksCard } from './ChecksCard.tsx'
import { cellKey, returnOf } from './count-content.ts'
import type { BallotReply, Counting } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
}

/** Beside the count: what agrees, how many may be 优秀, and how the votes fall so far. */
export function CountSide({ reply, counting }: Props) {
  const { kind, content, group, lines, checks, done, papers, byPapers } = counting
  const held = reply.ballot['heldOn']
  const parameter = useParametersOn(typeof held === 'string' ? held : lastDayOf(Number(reply.ballot['year'])))
  const { returned } = returnOf(content.returns, group)
  const eligible = reply.groups.find(({ code }) => code === group)?.eligible ?? null
  const asksWhom = kind.thresholds.find(threshold => threshold.code === 'participation')
  const asked = asksWhom && 'parameter' in asksWhom.share ? parameter(asksWhom.share.parameter, 0) : 0
  const { cap } = reply
  const stack = byPapers && returned !== null
  const differ = content.way === 'twice' && byPapers
  return (
    <aside className="ballot-side" aria-label="核对和名额">
      {!(counting.closed && reply.hidden.includes(group)) && (
        <ChecksCard
          checks={checks}
          done={byPapers ? null : done}
          rows={lines.length}
          participation={asked > 0 && returned !== null && eligible !== null ? { returned, eligible, asked } : null}
          extra={[
            ...(stack
              ? [
                  {
                    label: '收回的都录完',
                    state: papers.first.length === returned ? ('agrees' as const) : ('open' as const),
                    says: `${papers.first.length} / ${returned} 张`,
                  },
                ]
              : []),
            ...(differ
              ? [
                  {
                    label: '第二遍',
                    state: papers.second.length === papers.first.length && counting.paperFaults.length === 0 ? ('agrees' as const) : ('open' as const),
                    says: `${papers.second.length} / ${papers.first.length} 张`,
                  },
                ]
              : []),
          ]}
        />
      )}
      {cap && <CapCard cap={cap} closed={counting.closed} used={reply.rows.filter(({ decision }) => decision?.grade === cap.grade).length} />}
      <Votes counting={counting} />
      <Decided reply={reply} />
      <BallotPrints reply={reply} />
    </aside>
  )
}

/** The votes entered so far, by option; of the last item where a paper has several. */
function Votes({ counting: { plan, content, group, lines, index } }: { readonly counting: Counting }) {
  const item = plan.items.at(-1)
  if (!item || item.points !== null || plan.items.length > 2) return null
  const rows = lines.filter(line => line.item.key === item.key)
  const votes = item.options.map(option => ({
    option,
    votes: rows.reduce((sum, { row }) => sum + (content.tallies.get(cellKey(group, row.number, item.key, option.key))?.votes ?? 0), 0),
  }))
  const all = votes.reduce((sum, v) => sum + v.votes, 0)
  const entered = rows.filter(({ row }) => item.options.some(option => index.at(group, row.number, item.key, option.key))).length
  return (
    <Card title="得票" note={`已录 ${entered} 人`}>
      <div className="vote-bars">
        {votes.map(({ option, votes: so }) => (
          <div key={option.key}>
            <span>{option.label}</span>
            <span className="bar">
              <b className={option.tone === 'short' ? 'short' : ''} style={{ width: `${all === 0 ? 0 : (so * 100) / all}%` }} />
            </span>
            <b>{so}</b>
          </div>
        ))}
      </div>
    </Card>
  )
}

function Decided({ reply }: { readonly reply: BallotReply }) {
  const graded = reply.rows.filter(({ line }) => line.part === 'graded')
  const decided = graded.filter(({ decision }) => decision !== null)
  if (decided.length === 0) return null
  const grades = [...new Set(decided.flatMap(({ decision }) => (decision ? [decision.grade] : [])))]
  return (
    <Card title="评定" note={`${decided.length} / ${graded.length} 人`}>
      <div className="vote-bars">
        {grades.map(grade => {
          const so = decided.filter(({ decision }) => decision?.grade === grade).length
          return (
            <div key={grade}>
              <span>{ballotGrades[grade]}</span>
              <span className="bar">
                <b style={{ width: `${(so * 100) / graded.length}%` }} />
              </span>
              <b>{so}</b>
            </div>
          )
        })}
      </div>
    </Card>
  )
}
