import type { SheetReading } from '../../../shared/api/import.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { skippedText } from './found.ts'

interface Props {
  readonly sheets: readonly SheetReading[]
  onNext(): void
  onBack(): void
}

/** 认表头: what was found on each sheet. One that has no headings is left out, and says so. */
export function SheetsView({ sheets, onNext, onBack }: Props) {
  const known = sheets.filter(s => s.headerRow !== null)
  return (
    <Card fill className="import-sheets" title="认表头" note={`${sheets.length} 张工作表，认出 ${known.length} 张`}>
      <div className="card-body">
        <table className="table">
          <thead>
            <tr>
              <th>工作表</th>
              <th style={{ width: 112 }}>表头</th>
              <th className="r" style={{ width: 96 }}>
                标题行
              </th>
              <th className="r" style={{ width: 96 }}>
                数据行
              </th>
              <th className="r" style={{ width: 136 }}>
                认出的列
              </th>
              <th style={{ width: 220 }}>略过</th>
              <th style={{ width: 240 }}>表上写的支部</th>
            </tr>
          </thead>
          <tbody>
            {sheets.map(sheet => (
              <SheetRow key={sheet.sheet} sheet={sheet} />
            ))}
          </tbody>
        </table>
        {known.length === 0 && (
          <div style={{ padding: 16 }}>
            <Banner kind="error">
              <b>没有一张表认出了表头。</b>请核对是不是选错了文件；表头要在前 40 行之内，至少有两列是认得的名称。可以领取空白模板，照它的表头改。
            </Banner>
          </div>
        )}
      </div>
      <footer className="import-bar">
        <span className="t13 ink-2">没有认出表头、缺必要的列的表不导入；缺的列可以在下一步指定</span>
        <span className="space" />
        <Button onClick={onBack}>换一个文件</Button>
        <Button kind="primary" disabled={known.length === 0} onClick={onNext}>
          下一步
        </Button>
      </footer>
    </Card>
  )
}

function SheetRow({ sheet }: { readonly sheet: SheetReading }) {
  const { headerRow, columns } = sheet
  const matched = columns.filter(c => c.field !== null).length
  return (
    <tr className={headerRow === null ? 'void-plain' : ''}>
      <td className="bold">{sheet.sheet}</td>
      <td>
        {headerRow === null ? (
          <StatusChip tone="short" word="没有认出" icon="warn" />
        ) : sheet.rows > 0 ? (
          <StatusChip tone="met" word="已认出" />
        ) : (
          <StatusChip tone="plain" word="不导入" />
        )}
      </td>
      <td className="r">{headerRow === null ? '—' : `第 ${headerRow} 行`}</td>
      <td className="r">{headerRow === null ? '—' : sheet.rows}</td>
      <td className="r">{headerRow === null ? '—' : `${matched} / ${columns.length}`}</td>
      <td className="ink-2">{skippedText(sheet.skipped) || '—'}</td>
      <td className="ink-2">{sheet.sheetBranch ?? '—'}</td>
    </tr>
  )
}
