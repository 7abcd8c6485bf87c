import { useState } from 'react'
import type { CallOutput } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { Check } from '../../ui/Check.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { type Layout, layoutName, rowsOf, type SheetColumn } from './mapping.ts'

type Fields = CallOutput<'import.inspect'>['fields']

interface Props {
  readonly layouts: readonly Layout[]
  readonly fields: Fields
  readonly fromMemory: boolean
  readonly remember: boolean
  onChoose(layout: Layout, column: string, field: string | null): void
  onForgetMemory(): void
  onRemember(on: boolean): void
}

/** 列的对应: where each column of the sheet goes, with what it holds; what the program is not sure of is asked. */
export function MappingPanel({ layouts, fields, fromMemory, remember, onChoose, onForgetMemory, onRemember }: Props) {
  const [key, setKey] = useState(layouts[0]?.key ?? '')
  const layout = layouts.find(l => l.key === key) ?? layouts[0]
  if (!layout) return null
  const { columns } = layout
  const unsure = columns.filter(c => !c.sure && c.field !== null)
  const out = columns.filter(c => c.field === null).length
  const branch = layout.sheets.length === 1 ? layout.sheets[0]?.sheetBranch : null
  const missing = fields.filter(f => f.required && !columns.some(c => c.field === f.field))
  const labelOf = (field: string | null) => fields.find(f => f.field === field)?.label ?? ''
  const note = [`${columns.length} 列`, unsure.length > 0 ? `${unsure.length} 列待定` : '', out > 0 ? `${out} 列不导入` : ''].filter(Boolean).join('，')

  return (
    <Card fill className="import-mapping" title="列的对应" note={note}>
      {layouts.length > 1 && <LayoutChoice layouts={layouts} value={layout.key} onChange={setKey} />}
      <div className="card-body">
        {fromMemory && (
          <p className="import-remembered">
            已套用上次的对应。
            <button type="button" className="link" onClick={onForgetMemory}>
              改回程序认出的
            </button>
          </p>
        )}
        <table className="table">
          <colgroup>
            <col style={{ width: 128 }} />
            <col style={{ width: 24 }} />
            <col style={{ width: 152 }} />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>表里的列</th>
              <th aria-label="对应" />
              <th>写到</th>
              <th>样例</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(c => (
              <ColumnRow key={c.column} column={c} fields={fields} onChoose={field => onChoose(layout, c.column, field)} />
            ))}
          </tbody>
        </table>
        {missing.length > 0 && (
          <div className="import-ask faulty">
            <Icon name="warn" />
            <span>必填的{missing.map(f => `“${f.label}”`).join('、')}还没有列对应。在上面指定，否则每一行都有误。</span>
          </div>
        )}
        {unsure.map(c => (
          <div key={c.column} className="import-ask">
            <Icon name="info" />
            <span>
              “{c.heading}”像 <b>{labelOf(c.field)}</b>，{c.sample && `样例是“${tailOf(c.sample)}”，`}请确认。
              <span className="import-ask-answers">
                <button type="button" className="link" onClick={() => onChoose(layout, c.column, c.field)}>
                  是{labelOf(c.field)}
                </button>
                <button type="button" className="link" onClick={() => onChoose(layout, c.column, null)}>
                  不导入这一列
                </button>
              </span>
            </span>
          </div>
        ))}
        {branch && <p className="import-branch">这张表写明是“{branch}”，没写支部的行按它认。</p>}
      </div>
      <footer className="import-memory">
        <Check checked={remember} label="记住这张表的对应，下次自动套用" onChange={onRemember} />
      </footer>
    </Card>
  )
}

function LayoutChoice({ layouts, value, onChange }: { readonly layouts: readonly Layout[]; readonly value: string; onChange(key: string): void }) {
  const options = layouts.map(l => ({ value: l.key, label: rowsOf(l) > 0 ? layoutName(l) : `${layoutName(l)}（缺列，不导入）` }))
  return (
    <div className="import-layouts">
      {layouts.length <= 3 ? (
        <Segmented small label="工作表" value={value} options={options} onChange={onChange} />
      ) : (
        <SelectBox small label="工作表" value={value} options={options} onChange={key => key && onChange(key)} />
      )}
    </div>
  )
}

/** …2317 for a masked number: its end is what one compares. */
const tailOf = (sample: string): string => sample.replace(/^\d+\*{3,}/, '…')

interface RowProps {
  readonly column: SheetColumn
  readonly fields: Fields
  onChoose(field: string | null): void
}

function ColumnRow({ column, fields, onChoose }: RowProps) {
  const { field, sure, heading } = column
  const state = field === null ? 'skip' : sure ? '' : 'ask'
  return (
    <tr className={state}>
      <td title={`${column.column} 列`}>{heading}</td>
      <td>
        <Icon name="go" size={14} className="ink-3" />
      </td>
      <td>
        <SelectBox
          small
          value={field}
          none="不导入"
          label={`“${heading}”写到`}
          options={fields.map(f => ({ value: f.field, label: f.label }))}
          onChange={onChoose}
        />
      </td>
      <td className="sample" title={column.sample}>
        {tailOf(column.sample)}
      </td>
    </tr>
  )
}
