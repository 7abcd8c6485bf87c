import { type KeyboardEvent, useRef } from 'react'
import type { Returned } from '../../../shared/rules/ballot-checks.ts'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import type { ReturnField, Tellers } from './count-content.ts'

interface Props {
  readonly line: Returned
  readonly tellers: Tellers
  readonly readOnly: boolean
  /** 有效 and 无效 follow from papers that were entered one by one. */
  readonly fromPapers: boolean
  /** Papers are still to come: that they do not make up the stack says nothing yet. */
  readonly entering: boolean
  /** The keyboard begins here. */
  readonly leads: boolean
  onChange(change: Partial<Pick<Returned, ReturnField>>): void
  /** Enter in the last box. */
  onDone(): void
  onTellers(): void
}

const labels: Readonly<Record<ReturnField, string>> = { issued: '发出', returned: '收回', valid: '有效', invalid: '无效' }
const order: readonly ReturnField[] = ['issued', 'returned', 'valid', 'invalid']

/** 发出 收回 未收回 有效 无效, held against each other as they are typed; and who counts. */
export function ReturnsStrip({ line, tellers, readOnly, fromPapers, entering, leads, onChange, onDone, onTellers }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const { issued, returned, valid, invalid } = line
  const missing = issued !== null && returned !== null ? issued - returned : null
  const onward = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    const boxes = [...(frame.current?.querySelectorAll<HTMLInputElement>('input:not(:disabled)') ?? [])]
    const at = boxes.findIndex(box => box === document.activeElement)
    const next = boxes[at + (event.shiftKey ? -1 : 1)]
    if (next) {
      next.focus()
      next.select()
    } else if (!event.shiftKey) onDone()
  }
  const box = (field: ReturnField) => (
    <label key={field} className="return-box">
      {labels[field]}
      <NumberBox
        label={labels[field]}
        value={line[field]}
        disabled={readOnly || (fromPapers && (field === 'valid' || field === 'invalid'))}
        autoFocus={leads && field === 'issued'}
        onChange={value => (value === null || (Number.isInteger(value) && value >= 0 && value <= 100_000)) && onChange({ [field]: value })}
      />
    </label>
  )
  return (
    <Card className="returns" label="票数">
      <div ref={frame} className="return-boxes" onKeyDown={onward}>
        {box('issued')}
        {box('returned')}
        <div className="return-box">
          未收回
          <output aria-label="未收回" className={missing !== null && missing < 0 ? 'tone-short' : ''}>
            {missing ?? ''}
          </output>
        </div>
        {order.slice(2).map(box)}
      </div>
      <div className="return-sums" role="status">
        {issued !== null && returned !== null && missing !== null && (
          <Sum agrees={missing >= 0} says={missing >= 0 ? `发出 ${issued} = 收回 ${returned} + 未收回 ${missing}` : `收回 ${returned} 多于发出 ${issued}`} />
        )}
        {!entering && returned !== null && valid !== null && invalid !== null && (
          <Sum agrees={returned === valid + invalid} says={`收回 ${returned} ${returned === valid + invalid ? '=' : '≠'} 有效 ${valid} + 无效 ${invalid}`} />
        )}
      </div>
      <span className="space" />
      <dl className="return-tellers">
        <div>
          <dt>计票人</dt>
          <dd>{[tellers.first, tellers.second].filter(Boolean).join('、') || <span className="ink-3">未填</span>}</dd>
        </div>
        <div>
          <dt>监票人</dt>
          <dd>{tellers.scrutineer ?? <span className="ink-3">未填</span>}</dd>
        </div>
        {!readOnly && (
          <button type="button" className="link t12" onClick={onTellers} title="计票人和监票人 Alt T">
            填写
          </button>
        )}
      </dl>
    </Card>
  )
}

const Sum = ({ agrees, says }: { readonly agrees: boolean; readonly says: string }) => (
  <span className={agrees ? 'tone-ok' : 'tone-short'}>
    <Icon name={agrees ? 'check' : 'warn'} size={12} />
    {says}
  </span>
)
