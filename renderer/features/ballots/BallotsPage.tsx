import { useState } from 'react'
import { type BallotState, ballotStates } from '../../../shared/domain/ballot-words.ts'
import { type BallotKindName, ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { useQuery } from '../../api/hooks.ts'
import { useRows } from '../../api/use-rows.ts'
import { navigate, type PageProps, useKept, useKeptScroll } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { isKind } from '../../ballots/words.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { type BallotListed, ballotColumns } from './ballot-list-columns.tsx'
import { ballotPath } from './BallotViews.tsx'
import { FollowUps } from './FollowUps.tsx'
import { NewBallotDialog } from './NewBallotDialog.tsx'
import { RoundStrip } from './RoundStrip.tsx'
import { RoundTools } from './RoundTools.tsx'
import { StartRoundDialog } from './StartRoundDialog.tsx'
import './ballots.css'

export const BallotsPage = ({ query }: PageProps) => <Ballots query={query} creating={false} />
/** The list with the form of a single ballot over it: `/ballots/new?kind=cadreAssessment`. */
export const NewBallotPage = ({ query }: PageProps) => <Ballots query={query} creating />

const states = ['planned', 'counting', 'closed', 'decided'] as const

/** Where a ballot is opened: its result once it is closed, the count before. */
const viewOf = ({ id, state }: BallotListed): string => ballotPath(id, state === 'closed' || state === 'decided' ? 'result' : 'count')

/** 评议、测评和表决: the year's rounds with how far they are, and the ballots of one or of all. */
function Ballots({ query, creating }: { readonly query: URLSearchParams; readonly creating: boolean }) {
  const { year, organizationId, name: scopeName } = useScope()
  const { mayWrite } = useSession()
  const done = useSayDone()
  const asked = query.get('kind')
  const [kind, setKind] = useKept<BallotKindName | null>('kind', !creating && isKind(asked) ? asked : null)
  const [roundId, setRound] = useKept<string | null>('round', query.get('round'))
  const [state, setState] = useKept<BallotState | null>('state', null)
  const [search, setSearch] = useKept('search', '')
  const [current, setCurrent] = useKept('current', -1)
  const [adding, setAdding] = useState<'round' | 'ballot' | undefined>(creating && mayWrite ? 'ballot' : undefined)
  const scroll = useKeptScroll('ballots')
  const rounds = useQuery('ballot.rounds', { year, organizationId })
  const round = rounds.data?.find(r => r.id === roundId)
  // Where there is one round, it is the one that is meant.
  const inHand = round ?? (rounds.data?.length === 1 ? rounds.data[0] : undefined)
  const words = search.trim()
  const rows = useRows('ballot.list', {
    year,
    organizationId,
    kind: kind ?? undefined,
    roundId: round?.id,
    state: state ?? undefined,
    search: words || undefined,
  })
  const byState = rows.pages[0]?.byState
  const all = byState ? states.reduce((sum, s) => sum + (byState[s] ?? 0), 0) : 0
  const filtered = kind !== null || round !== undefined || state !== null || words !== ''
  const reset = () => {
    setKind(null)
    setRound(null)
    setState(null)
    setSearch('')
  }
  useActions([
    { name: '开始一轮测评', keys: 'N', command: 'new', when: () => mayWrite && adding === undefined, perform: () => setAdding('round') },
    { name: '新建单次测评或票决', keys: 'B', when: () => mayWrite && adding === undefined, perform: () => setAdding('ballot') },
  ])
  return (
    <div className="page">
      <PageHead
        title="评议、测评和票决"
        sub={byState && `${scopeName} ${year} 年 ${all} 次`}
        actions={
          mayWrite && (
            <>
              <Button icon="vote" keys="B" onClick={() => setAdding('ballot')}>
                单次测评或票决
              </Button>
              <Button kind="primary" icon="plus" keys="N" onClick={() => setAdding('round')}>
                开始一轮
              </Button>
            </>
          )
        }
      />
      <ErrorBanner error={rounds.error ?? rows.error} />
      {rounds.data && rounds.data.length > 0 && <RoundStrip rounds={rounds.data} chosen={round?.id} onChoose={id => setRound(id === roundId ? null : id)} />}
      {inHand && <RoundTools round={inHand} />}
      <div className="tools">
        <FilterBox value={search} placeholder="党组织或名称" width={216} onChange={setSearch} />
        <ToggleChip label="全部" count={all} on={state === null} onToggle={() => setState(null)} />
        {states.map(s => (
          <ToggleChip key={s} label={ballotStates[s]} count={byState?.[s] ?? 0} on={state === s} onToggle={() => setState(state === s ? null : s)} />
        ))}
        <div style={{ width: 192 }}>
          <SelectBox label="类型" value={kind} none="全部类型" options={optionsOf(ballotKinds)} onChange={next => setKind(isKind(next) ? next : null)} />
        </div>
        <FollowUps />
      </div>
      <Card fill label="测评列表" style={{ flex: 1 }}>
        <DataTable
          leads
          label="测评列表"
          columns={ballotColumns(year)}
          pinned={1}
          count={rows.total}
          rowAt={rows.rowAt}
          idOf={r => r.id}
          onView={rows.show}
          unit="次"
          scroll={scroll}
          current={current}
          onCurrent={setCurrent}
          onOpen={r => navigate(viewOf(r))}
          empty={
            rows.loading ? (
              <span />
            ) : filtered ? (
              <EmptyState title="没有符合条件的测评。" action={<Button onClick={reset}>去掉条件</Button>}>
                去掉轮次、状态、类型或查找的字再看。
              </EmptyState>
            ) : (
              <EmptyState
                icon="vote"
                title={`${scopeName} ${year} 年还没有民主评议、测评和票决。`}
                action={
                  mayWrite && (
                    <Button icon="plus" onClick={() => setAdding('round')}>
                      开始一轮
                    </Button>
                  )
                }
              >
                民主评议党员、量化考核和“双五好”按轮次开始，各支部的名单取自花名册；干部测评、推荐、票决和选举逐次新建。
              </EmptyState>
            )
          }
        />
      </Card>
      {adding === 'round' && (
        <StartRoundDialog
          onClose={() => setAdding(undefined)}
          onDone={({ roundId: made, ballots, rows: people }, name) => {
            setAdding(undefined)
            reset()
            setRound(made)
            done(`已开始“${name}”：${ballots} 个党组织，名单 ${people} 人`)
          }}
        />
      )}
      {adding === 'ballot' && (
        <NewBallotDialog
          kind={isKind(asked) ? asked : null}
          onClose={() => (creating ? navigate('/ballots', { replace: true }) : setAdding(undefined))}
          onDone={(id, name) => {
            setAdding(undefined)
            done(`已新建“${name}”，接着填名单`)
            navigate(ballotPath(id, 'list'), { replace: creating })
          }}
        />
      )}
    </div>
  )
}
