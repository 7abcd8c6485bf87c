import { useState } from 'react'
import { issueWays, type RegisterQuestion } from '../../../shared/api/forms.ts'
import type { CallOutput } from '../../api/client.ts'
import { useRows } from '../../api/use-rows.ts'
import { clockText } from '../../records/HistoryDialog.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import type { Column } from '../../ui/columns.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { RegisterFilter } from './RegisterFilter.tsx'

type Line = CallOutput<'forms.register'>['rows'][number]

const icons = { print: 'print', pdf: 'form', xlsx: 'table', docx: 'edit', lrmx: 'folder', file: 'clip' } as const

const columns: readonly Column<Line>[] = [
  { key: 'at', head: '时间', width: 152, cell: line => clockText(line.at) },
  { key: 'actor', head: '使用人', width: 104, cell: line => line.actor },
  {
    key: 'way',
    head: '方式',
    width: 96,
    cell: line => <StatusChip tone="info" word={issueWays[line.way]} icon={icons[line.way]} />,
    text: line => issueWays[line.way],
  },
  { key: 'what', head: '内容', width: 240, cell: line => <span className="bold">{line.what}</span>, text: line => line.what },
  { key: 'detail', head: '说明', width: 320, grow: true, cell: line => <span title={line.detail}>{line.detail}</span>, text: line => line.detail },
  {
    key: 'folder',
    head: '存到',
    width: 200,
    cell: line => (
      <span className="ink-2" title={line.folder ?? undefined}>
        {line.folder ?? '—'}
      </span>
    ),
    text: line => line.folder ?? '',
  },
  { key: 'machine', head: '电脑', width: 136, cell: line => <span className="ink-2">{line.machine}</span>, text: line => line.machine },
]

/** 打印与导出登记: what left the office, by whom, when, on which PC. */
export function RegisterTab() {
  const [question, setQuestion] = useState<RegisterQuestion>({})
  const rows = useRows('forms.register', question)
  const [current, setCurrent] = useState(-1)
  const narrowed = Object.keys(question).length > 0
  return (
    <Card fill className="form-register" label="打印与导出登记">
      <RegisterFilter question={question} actors={rows.pages[0]?.actors ?? []} onChange={setQuestion} />
      {rows.error && (
        <div style={{ padding: 16 }}>
          <ErrorBanner error={rows.error} />
        </div>
      )}
      <DataTable
        leads
        label="打印与导出登记"
        columns={columns}
        count={rows.total}
        rowAt={rows.rowAt}
        idOf={line => String(line.seq)}
        onView={rows.show}
        current={current}
        onCurrent={setCurrent}
        unit="次"
        empty={
          rows.loading ? null : narrowed ? (
            <EmptyState icon="search" title="没有符合的">
              去掉一些条件再看。
            </EmptyState>
          ) : (
            <EmptyState icon="print" title="还没有打印或导出过">
              每一次打印、存 PDF、存 Excel、另存附件都会记在这里，不能改，不能删。
            </EmptyState>
          )
        }
      />
    </Card>
  )
}
