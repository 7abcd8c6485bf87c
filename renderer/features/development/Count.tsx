interface Props {
  readonly count: number
  /** 机关党总支，入党积极分子 */
  readonly label: string
  readonly tone?: string | undefined
  /** The figure that is open beside the table. */
  readonly on?: boolean
  onOpen(): void
}

/** A number in a table that opens down to the people; nothing opens from none. */
export function Count({ count, label, tone, on = false, onOpen }: Props) {
  if (count === 0) return <span className="zero">0</span>
  return (
    <button
      type="button"
      className={['dev-count', tone ?? '', on ? 'on' : ''].filter(Boolean).join(' ')}
      aria-label={`${label} ${count} 人`}
      aria-pressed={on}
      onClick={onOpen}
    >
      {count}
    </button>
  )
}
