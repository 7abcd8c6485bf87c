interface Props {
  readonly className: string
  readonly label?: string
  readonly of: readonly (readonly [label: string, value: string])[]
}

/** A word and what it says, one to a line; nothing said is a dash. */
export const FactList = ({ className, label, of }: Props) => (
  <dl className={className} aria-label={label}>
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value || '—'}</dd>
      </div>
    ))}
  </dl>
)
