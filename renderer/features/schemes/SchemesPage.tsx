import { useState } from 'react'
import { isTarget } from './words.ts'
import { schemeTargets } from '../../../shared/domain/scheme.ts'
import { useQuery } from '../../api/hooks.ts'
import { navigate, useKept } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { spread } from '../../records/table-columns.ts'
import { useWidth } from '../../records/use-width.ts'
import { CopyDialog } from './CopyDialog.tsx'
import { NewSchemeDialog } from './NewSchemeDialog.tsx'
import { schemeColumns, type SchemeRow } from './scheme-columns.tsx'
import { schemePath } from './words.ts'
import './schemes.css'

const none: readonly SchemeRow[] = []

/** 考核方案 of the year chosen at the top; what the year before had is one key away. */
export function SchemesPage() {
  const { year } = useScope()
  const { mayWrite } = useSession()
  const reply = useQuery('scheme.list', { year })
  const before = useQuery('scheme.list', { year: year - 1 })
  const [target, setTarget] = useKept<string | null>('target', null)
  const [current, setCurrent] = useKept('current', -1)
  const [over, setOver] = useState<'new' | SchemeRow>()
  const [frame, width] = useWidth()
  const all = reply.data ?? none
  const rows = target === null ? all : all.filter(row => row.target === target)
  const chosen = rows[current]
  const earlier = before.data ?? none
  useActions([
    { name: '新建考核方案', keys: 'N', command: 'new', when: () => mayWrite, perform: () => setOver('new') },
    { name: '复制选中的方案', keys: 'D', when: () => mayWrite && chosen !== undefined, perform: () => chosen && setOver(chosen) },
  ])
  return (
    <div className="page">
      <PageHead
        title="考核方案"
        sub={reply.data && `${year} 年 ${all.length} 个。量化考核、双五好测评按方案的指标打分，综合得分按考评人的权重计算`}
        actions={
          mayWrite && (
            <Button kind="primary" icon="plus" keys="N" onClick={() => setOver('new')}>
              新建方案
            </Button>
          )
        }
      />
      <ErrorBanner error={reply.error} />
      <div className="tools">
        <ToggleChip label="全部" count={all.length} on={target === null} onToggle={() => setTarget(null)} />
        {Object.entries(schemeTargets).map(([key, label]) => (
          <ToggleChip
            key={key}
            label={label}
            count={all.filter(row => row.target === key).length}
            on={target === key}
            onToggle={() => setTarget(target === key || !isTarget(key) ? null : key)}
          />
        ))}
        <span className="space" />
        {mayWrite && chosen && (
          <Button icon="columns" keys="D" onClick={() => setOver(chosen)}>
            复制“{chosen.name}”
          </Button>
        )}
      </div>
      <Card fill>
        <div ref={frame} className="fill-frame">
          <DataTable
            label="考核方案"
            columns={spread(schemeColumns, width, 0, 1.6)}
            count={rows.length}
            rowAt={i => rows[i]}
            idOf={row => row.id}
            current={current}
            onCurrent={setCurrent}
            onOpen={row => navigate(schemePath(row.id))}
            rowHeight={44}
            unit="个"
            leads
            empty={
              reply.data && (
                <EmptyState
                  icon="form"
                  title={target === null ? `${year} 年还没有考核方案。` : '没有这一类方案。'}
                  action={
                    mayWrite &&
                    (earlier[0] ? (
                      <Button icon="columns" onClick={() => setOver(earlier[0])}>
                        复制 {year - 1} 年的“{earlier[0].name}”
                      </Button>
                    ) : (
                      <Button icon="plus" onClick={() => setOver('new')}>
                        从样例新建
                      </Button>
                    ))
                  }
                >
                  方案写明打什么分、谁来打、各占多少、多少分建议什么等次。可以从样例或上年的方案开始。
                </EmptyState>
              )
            }
          />
        </div>
      </Card>
      {over === 'new' && <NewSchemeDialog year={year} earlier={earlier} onClose={() => setOver(undefined)} onCopy={setOver} />}
      {over !== undefined && over !== 'new' && <CopyDialog scheme={over} year={over.year === year ? year + 1 : year} onClose={() => setOver(undefined)} />}
    </div>
  )
}
