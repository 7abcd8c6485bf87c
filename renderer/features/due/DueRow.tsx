import type { DueItem } from '../../../shared/api/due.ts'
import { daysLeftText } from '../../../shared/rules/due.ts'
import { useSession } from '../../app/session.tsx'
import { Check } from '../../ui/Check.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { dayShort } from '../../ui/say-date.ts'
import { topicWord, verbOf } from './words.ts'

interface Props {
  readonly item: DueItem
  readonly today: string
  readonly current: boolean
  /** Undefined where nothing can be ticked. */
  readonly ticked: boolean | undefined
  onCurrent(): void
  onOpen(): void
  onTick(): void
}

/** One line of what is due: until when, what and by which clause, whose, who does it, and the way there. */
export function DueRow({ item, today, current, ticked, onCurrent, onOpen, onTick }: Props) {
  const { mayWrite } = useSession()
  const verb = verbOf(item, mayWrite)
  const late = item.state === 'overdue'
  return (
    <div
      className={['due-row', current ? 'current' : '', ticked ? 'selected' : ''].filter(Boolean).join(' ')}
      role="row"
      aria-selected={ticked}
      onClick={onCurrent}
      onDoubleClick={onOpen}
    >
      <span role="gridcell" className="due-tick" onDoubleClick={event => event.stopPropagation()}>
        {ticked !== undefined && <Check checked={ticked} title={`选中${item.title}`} tabIndex={-1} onChange={onTick} />}
      </span>
      <span role="gridcell" className={late ? 'due-when late' : 'due-when'}>
        <b>{daysLeftText(item.dueOn, today)}</b>
        <small>{dayShort(item.dueOn, today)}</small>
      </span>
      <span role="gridcell" className="due-what">
        <span className="ellipsis">{item.title}</span>
        <small className="ellipsis">
          {topicWord(item)} · {item.asks}
          {item.clause && (
            <>
              <i>|</i>
              {item.clause}
            </>
          )}
        </small>
      </span>
      <span role="gridcell" className="due-now">
        <span className="ellipsis">{item.now}</span>
        {item.snoozed && (
          <small className="ellipsis">
            暂缓到 {dayShort(item.snoozed.until, today)}：{item.snoozed.reason}
          </small>
        )}
      </span>
      <span role="gridcell" className="due-whose">
        <span className="ellipsis">{item.organization || '本单位'}</span>
        <small className="ellipsis">{item.responsible}</small>
      </span>
      <span role="gridcell" className="due-go">
        <a href={`#${item.path}`} tabIndex={-1} aria-label={`${verb}：${item.title}，${item.organization}`}>
          {verb}
          <Icon name="right" size={14} />
        </a>
      </span>
    </div>
  )
}
