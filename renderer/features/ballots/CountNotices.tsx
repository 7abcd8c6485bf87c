import { Banner, ErrorBanner, sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { BallotReply, Counting } from './use-counting.ts'
import { VoidedBallot } from './VoidBallot.tsx'

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
  onEarlier(countId: string): void
}

/** What matters to the whole count: not written, changed by somebody else, closed, corrected, or nobody on the paper. */
export function CountNotices({ reply, counting, onEarlier }: Props) {
  const { count, counts, ballot } = reply
  const earlier = counts.filter(other => other.id !== count?.id).at(-1)
  const id = String(ballot['id'])
  return (
    <div className="ballot-notices">
      {counting.overtaken ? (
        <Banner
          kind="error"
          action={
            <>
              <Button small onClick={counting.reload}>
                用对方录入的
              </Button>
              <Button small onClick={counting.overwrite}>
                用这里录入的
              </Button>
            </>
          }
        >
          <b>别处也在录这张票，这里的还没有写下。</b>这一页上录入的都在。
        </Banner>
      ) : (
        counting.saving === 'failed' && (
          <Banner
            kind="error"
            action={
              <Button small onClick={() => void counting.saver.flush()}>
                再写一次
              </Button>
            }
          >
            <b>最近录入的还没有写下。</b>
            {sentenceOf(counting.error)}这一页上录入的都在，每 5 秒再试一次。
          </Banner>
        )
      )}
      <ErrorBanner error={counting.papers.error} />
      <VoidedBallot reply={reply} />
      {counting.lines.length === 0 && (
        <Banner
          kind="warn"
          icon="users"
          action={
            <Button small href={`#/ballots/${encodeURIComponent(id)}/list`}>
              填名单
            </Button>
          }
        >
          <b>票面上还没有人。</b>
          {counting.kind.paper.written ? '先在“名单”里填，或在下面把票上写的姓名加上，再计票。' : '先在“名单”里加上参评对象，再计票。'}
        </Banner>
      )}
      {count?.closedOn && (
        <Banner kind="info" icon="lock">
          <b>
            {count.closedOn} 封票{count.number > 1 ? `（第 ${count.number} 次计票）` : ''}。
          </b>
          计票人 {count.firstTeller}、{count.secondTeller}，监票人 {count.scrutineer}。不再改动；有误的写明原因更正。
        </Banner>
      )}
      {earlier && count && (
        <Banner
          kind="warn"
          icon="edit"
          action={
            <Button small onClick={() => onEarlier(earlier.id)}>
              看第 {earlier.number} 次计票
            </Button>
          }
        >
          <b>
            第 {count.number} 次计票，更正第 {earlier.number} 次。
          </b>
          原因：{count.reason}
        </Banner>
      )}
    </div>
  )
}
