import { useMemo, useState } from 'react'
import type { DueItem } from '../../../shared/api/due.ts'
import { type Topic, topicNames, topics } from '../../../shared/records/topics.ts'
import { daysBetween, lastDayOf, yearOf } from '../../../shared/rules/days.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useSayDone } from '../../app/undo.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useSelection } from '../../ui/use-selection.ts'
import { DueList } from './DueList.tsx'
import { DueTabs } from './DueTabs.tsx'
import { dayText, entriesOf, type Group, type Grouping, groupings, groupsOf, weekdayText } from './groups.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import './due.css'

/** Above this many, what is due later stays folded until it is asked for. */
const manyLater = 40
const none: readonly DueItem[] = []

/** 今日待办: what is overdue, due and coming, from every source; a line opens the place where it is mended. */
export function DuePage() {
  const { mayWrite } = useSession()
  const { today, organizationId, name, tree } = useScope()
  const reply = useQuery('due.list', { organizationId })
  const items = reply.data?.items ?? none
  const counts = reply.data?.counts
  const [by, setBy] = useKept<Grouping>('by', 'day')
  const [topic, setTopic] = useKept<Topic | 'office' | null>('topic', null)
  const [toggled, setToggled] = useKept<readonly string[]>('folded', [])
  const [current, setCurrent] = useKept<string | undefined>('current', undefined)
  const [snoozing, setSnoozing] = useState<readonly DueItem[]>()
  const selection = useSelection()
  const wake = useCommand('due.wake')
  const done = useSayDone()

  const order = useMemo(() => new Map(tree.map((node, i) => [node.id, i])), [tree])
  const shown = useMemo(() => (topic === null ? items : items.filter(item => (item.topic ?? 'office') === topic)), [items, topic])
  const groups = useMemo(() => groupsOf(shown, by, today, order), [shown, by, today, order])
  const entries = useMemo(() => {
    const many = shown.length > manyLater
    const foldedAtFirst = groups.filter(
      g => g.key === 'snoozed' || (g.key === 'later' && many && groups.some(other => other.key !== 'later' && other.key !== 'snoozed')),
    )
    const folded = new Set(foldedAtFirst.map(g => g.key))
    for (const key of toggled) if (!folded.delete(key)) folded.add(key)
    return entriesOf(groups, folded)
  }, [groups, shown, toggled])
  const open = useMemo(() => items.filter(item => item.snoozed === null), [items])
  const byTopic = useMemo(() => Map.groupBy(open, item => item.topic ?? ('office' as const)), [open])

  const fold = (group: Group) => setToggled(toggled.includes(group.key) ? toggled.filter(key => key !== group.key) : [...toggled, group.key])
  const ticked = items.filter(item => selection.ids.has(item.key))
  const at = items.find(item => item.key === current)
  const chosen = ticked.length > 0 ? ticked : at ? [at] : []
  const kept = chosen.some(item => item.secret)
  const asleep = chosen.length > 0 && chosen.every(item => item.snoozed !== null)
  const snooze = () => {
    if (!asleep) return setSnoozing(chosen)
    wake.mutate({ keys: chosen.map(item => item.key) }, { onSuccess: ({ woken }) => done(`${woken} 项重新提醒`) })
    selection.clear()
  }
  useActions([
    { name: '暂缓提醒', keys: 'S', when: () => mayWrite && chosen.length > 0 && !kept && !snoozing, perform: snooze },
    { name: '月历', keys: 'M', perform: () => navigate('/calendar') },
  ])
  return (
    <div className="page due">
      <PageHead
        title="今日待办"
        sub={`${dayText(today)} ${weekdayText(today)} · ${name} · 距年底 ${daysBetween(today, lastDayOf(yearOf(today)))} 天`}
        actions={
          <>
            <FormMenu form="reminderSheet" params={organizationId === undefined ? {} : { organizationId }} name={`${name}工作提醒单`} label="工作提醒单" />
            {mayWrite && (
              <Button
                icon="clock"
                keys="S"
                disabled={chosen.length === 0 || kept}
                title={kept ? '监督资料的提醒不能暂缓' : '选一行或勾选几行'}
                onClick={snooze}
              >
                {asleep ? '重新提醒' : ticked.length > 1 ? `暂缓 ${ticked.length} 项` : '暂缓提醒'}
              </Button>
            )}
          </>
        }
      />
      <ErrorBanner error={reply.error ?? wake.error} />
      <Card fill label="待办" style={{ flex: 1 }}>
        <DueTabs value="today" count={counts && counts.overdue + counts.today + counts.week + counts.later} />
        <div className="due-tools">
          <ToggleChip label="全部" count={open.length} on={topic === null} onToggle={() => setTopic(null)} />
          {topicNames.map(
            word =>
              byTopic.has(word) && (
                <ToggleChip
                  key={word}
                  label={topics[word]}
                  count={byTopic.get(word)?.length ?? 0}
                  on={topic === word}
                  onToggle={() => setTopic(topic === word ? null : word)}
                />
              ),
          )}
          {byTopic.has('office') && (
            <ToggleChip
              label="本单位"
              count={byTopic.get('office')?.length ?? 0}
              on={topic === 'office'}
              onToggle={() => setTopic(topic === 'office' ? null : 'office')}
            />
          )}
          <span className="space" />
          <Segmented small label="分组" value={by} options={groupings} onChange={setBy} />
        </div>
        <DueList
          label="今日待办"
          entries={entries}
          today={today}
          selection={mayWrite ? selection : undefined}
          current={current}
          onCurrent={setCurrent}
          onFold={fold}
          empty={
            reply.data ? (
              <EmptyState icon="check" title={`${name}没有逾期、到期和临近的事。`} action={<Button href="#/calendar">看月历</Button>}>
                指标、整改和答复期限、换届、预备期临近时会列在这里。
              </EmptyState>
            ) : (
              <span />
            )
          }
        />
        <footer className="due-foot">
          {counts && (
            <span>
              逾期 {counts.overdue} · 今天 {counts.today} · 本周 {counts.week} · 以后 {counts.later}
              {counts.snoozed > 0 && ` · 已暂缓 ${counts.snoozed}`}
            </span>
          )}
          <span className="space" />
          <span className="ink-3">↑ ↓ 移动　Enter 去办{mayWrite && '　空格 选中　S 暂缓'}</span>
        </footer>
      </Card>
      {snoozing && (
        <SnoozeDialog
          items={snoozing}
          today={today}
          onClose={() => setSnoozing(undefined)}
          onDone={() => {
            setSnoozing(undefined)
            selection.clear()
          }}
        />
      )}
    </div>
  )
}
