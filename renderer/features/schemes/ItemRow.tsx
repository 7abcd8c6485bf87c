import type { KeyboardEvent } from 'react'
import { IconAction } from '../../ui/IconAction.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import type { ItemDraft } from './scheme-draft.ts'

interface Props {
  readonly item: ItemDraft
  readonly number: number
  readonly mayWrite: boolean
  onChange(patch: Partial<ItemDraft>, field: string): void
  onKeys(event: KeyboardEvent): void
  onRemove(): void
}

/** One item of the tree: what is scored and how, and the most it can get. */
export function ItemRow({ item, number, mayWrite, onChange, onKeys, onRemove }: Props) {
  if (!mayWrite)
    return (
      <li className="scheme-item">
        <span className="ink-3">{number}</span>
        <div>
          <b>{item.name}</b>
          {item.rule && <p className="t12 ink-2">{item.rule}</p>}
          {item.evidence && <p className="t12 ink-3">佐证：{item.evidence}</p>}
        </div>
        <span className="scheme-points">{item.points} 分</span>
      </li>
    )
  return (
    <li className="scheme-item" data-item={item.key} onKeyDown={onKeys}>
      <span className="ink-3">{number}</span>
      <div>
        <div className="scheme-item-top">
          <input
            className="tree-input bold"
            aria-label={`第 ${number} 项指标`}
            placeholder="指标名称"
            value={item.name}
            maxLength={200}
            onChange={event => onChange({ name: event.target.value }, 'name')}
          />
          <input
            className="tree-input"
            aria-label={`第 ${number} 项佐证材料`}
            placeholder="佐证材料"
            value={item.evidence}
            maxLength={200}
            onChange={event => onChange({ evidence: event.target.value }, 'evidence')}
          />
        </div>
        <textarea
          className="tree-input"
          aria-label={`第 ${number} 项计分规则`}
          placeholder="计分规则"
          rows={1}
          value={item.rule}
          maxLength={4000}
          onChange={event => onChange({ rule: event.target.value }, 'rule')}
        />
      </div>
      <div className="scheme-points-box">
        <NumberBox value={item.points} unit="分" label={`第 ${number} 项分值`} onChange={points => onChange({ points }, 'points')} />
      </div>
      <IconAction icon="cross" title={`去掉第 ${number} 项`} onClick={onRemove} />
    </li>
  )
}
