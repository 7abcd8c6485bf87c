import { useCallback, useState } from 'react'
import { ballots } from '../../../shared/ballots/index.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { AddPerson } from '../../attendance/AddPerson.tsx'
import { useQuery } from '../../api/hooks.ts'
import { navigate, type PageProps } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { BarNotices } from '../../records/BarNotices.tsx'
import { Grid } from '../../ui/Grid.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { BallotHead } from './BallotHead.tsx'
import { AddRow } from './AddRow.tsx'
import { BallotLoading } from './BallotLoading.tsx'
import { BallotPrints } from './BallotPrints.tsx'
import { ballotPath } from './BallotViews.tsx'
import { listSays } from './ballot-words.ts'
import { GroupsCard } from './GroupsCard.tsx'
import { listColumns } from './list-columns.tsx'
import { changedRow, listFault, newRow, weightFault } from './list-model.ts'
import { ListFacts } from './ListFacts.tsx'
import type { BallotReply } from './use-counting.ts'
import { useList } from './use-list.ts'
import { VoidBallot, VoidedBallot } from './VoidBallot.tsx'
import '../../attendance/activity.css'
import './ballots.css'

/** 名单: who is voted on, who votes and with what weight, until the count is closed. */
export function ListPage({ params }: PageProps) {
  const id = params['id'] ?? ''
  const { data, error, refetch } = useQuery('ballot.get', { ballotId: id }, { keep: false })
  const fresh = useCallback(() => void refetch(), [refetch])
  return data ? <Loaded key={id} reply={data} fresh={fresh} /> : <BallotLoading error={error} />
}

function Loaded({ reply, fresh }: { readonly reply: BallotReply; fresh(): void }) {
  const { mayWrite } = useSession()
  const { today } = useScope()
  const done = useSayDone()
  const say = useSay()
  const kind = ballots[reply.kind]
  const list = useList(reply, fresh)
  const [tried, setTried] = useState(false)
  const { rows, groups, facts } = list
  const organizationId = String(reply.ballot['organizationId'])
  const editable = mayWrite && !reply.count?.closedOn && !reply.ballot['voidedAt']
  const byPapers = reply.papers.some(stack => stack.papers > 0)
  const voted = new Set(reply.tallies.flatMap(line => (line.votes > 0 ? [line.row] : [])))
  const roster = useQuery('ballot.expected', { kind: reply.kind, organizationId, day: facts.heldOn ?? today }, { enabled: editable && kind.roll !== 'entered' })
  const settle = useUnsaved(list.dirty)
  /** A row that has votes, or papers that were entered for the list as it was, stay as they are. */
  const held = (row: BallotRow): boolean => {
    if (byPapers) return (say('已经逐张录票，名单不再增减；票上另写的姓名在“计票”里加。'), true)
    if (voted.has(row.number)) return (say(`${row.name}已经录了得票，先在“计票”里清空再改。`), true)
    return false
  }
  const put = (next: readonly BallotRow[]) => list.set({ rows: next })
  const add = (row: BallotRow) => {
    if (byPapers) return say('已经逐张录票，名单不再增减；票上另写的姓名在“计票”里加。')
    if (rows.some(r => r.name === row.name && r.personId === row.personId && r.section === row.section)) return say(`${row.name}已在名单里`)
    put([...rows, row])
  }
  const fault = rows.map((row, i) => listFault(kind, row, rows, i)).find(f => f !== undefined)
  const save = () => {
    if (!list.dirty || list.saving) return
    setTried(true)
    const wrong = fault?.message ?? weightFault(groups)
    if (wrong) return say(`没有保存。${wrong}。`)
    list.save(
      () => (
        settle(),
        done(
          `已保存名单，${listSays(
            rows.map(line => ({ line, facts: [], decision: null })),
            '人',
          )}`,
        )
      ),
    )
  }
  const missing = roster.data?.rows.filter(row => !rows.some(r => (row.personId ? r.personId === row.personId : r.organizationId === row.organizationId))) ?? []
  const takeRoster = () => {
    if (byPapers) return say('已经逐张录票，名单不再增减。')
    put([...rows, ...missing.map((row, i) => ({ ...row, number: newRow(rows, row).number + i }))])
    say(`从花名册加入 ${missing.length} ${unit}，还没有保存`, list.undo)
  }
  const unit = kind.subjects === 'organizations' ? '个' : '人'
  const go = (to: string | null | undefined) => to && navigate(ballotPath(to, 'list'), { replace: true })
  useActions([
    { name: '保存名单', keys: 'Ctrl S', typing: true, when: () => editable, perform: save },
    { name: '撤销名单的上一处改动', keys: 'Ctrl Z', when: () => editable && list.mayUndo, perform: list.undo },
    { name: '上一个党组织', keys: '[', when: () => !!reply.round?.previous, perform: () => go(reply.round?.previous) },
    { name: '下一个党组织', keys: ']', when: () => !!reply.round?.next, perform: () => go(reply.round?.next) },
  ])
  return (
    <div className="page ballot-page">
      <BallotHead reply={reply} view="list" onGo={go}>
        {editable && (
          <Button kind="primary" keys="Ctrl S" disabled={!list.dirty || list.saving} onClick={save}>
            保存
          </Button>
        )}
      </BallotHead>
      <div className="ballot-notices">
        <ErrorBanner error={list.error} />
        <VoidedBallot reply={reply} />
        <BarNotices bars={reply.bars} />
        {list.overtaken && (
          <Banner
            kind="error"
            action={
              <Button small onClick={list.reload}>
                用对方保存的
              </Button>
            }
          >
            <b>这张名单在别处改过，这里的改动没有写入。</b>
          </Banner>
        )}
        {reply.count?.closedOn && (
          <Banner kind="info" icon="lock">
            <b>已封票，名单不再改动。</b>
          </Banner>
        )}
      </div>
      <div className="ballot-columns">
        <Card
          fill
          title="名单"
          note={
            rows.length > 0
              ? listSays(
                  rows.map(line => ({ line, facts: [], decision: null })),
                  unit,
                )
              : ''
          }
          actions={
            editable && (
              <>
                {kind.subjects !== 'organizations' && (
                  <AddPerson
                    onPick={({ personId, name, post }) =>
                      add(newRow(rows, { personId, name, post, section: rows.at(-1)?.section ?? null, places: rows.at(-1)?.places ?? null }))
                    }
                  />
                )}
                <AddRow kind={kind} last={rows.at(-1)} onAdd={given => add(newRow(rows, given))} />
                {missing.length > 0 && (
                  <Button small icon="users" onClick={takeRoster}>
                    取花名册 {missing.length} {unit}
                  </Button>
                )}
              </>
            )
          }
        >
          <Grid
            label="名单"
            columns={listColumns(kind, editable, row => !held(row) && put(rows.filter(r => r !== row)))}
            pinned={2}
            count={rows.length}
            rowAt={i => rows[i]}
            idOf={row => String(row.number)}
            readOnly={!editable}
            onUndo={list.undo}
            faultOf={(row, i) => (tried || row.part === 'excused' ? listFault(kind, row, rows, i) : undefined)}
            onChange={changes => {
              const next = [...rows]
              for (const change of changes) {
                const row = next[change.index]
                if (row && !(change.key === 'part' && held(row))) next[change.index] = changedRow(row, change)
              }
              put(next)
            }}
            foot={<span className="ink-3">{editable ? '在“参评情况”一格按 1 参评　2 参加，不定等次　3 不参评' : `${rows.length} 行`}</span>}
            empty={
              <EmptyState icon="users" title="名单还是空的。">
                {kind.subjects === 'organizations' ? '从花名册取下级党组织，或逐个加入。' : '在上面输入姓名或拼音首字母加人；不在花名册的，用“加姓名”。'}
              </EmptyState>
            }
          />
        </Card>
        <aside className="ballot-side" aria-label="基本情况和填票人">
          <ListFacts facts={facts} kind={kind} editable={editable} onFacts={next => list.set({ facts: next })} />
          <GroupsCard groups={groups} editable={editable && reply.returns.length === 0} mayWeigh={editable} onGroups={next => list.set({ groups: next })} />
          {!list.dirty && <BallotPrints reply={reply} />}
          {editable && !list.dirty && <VoidBallot reply={reply} />}
        </aside>
      </div>
    </div>
  )
}
