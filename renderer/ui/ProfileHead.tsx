import type { ReactNode } from 'react'

interface Props {
  /** What it is called to those who do not see it. */
  readonly label: string
  readonly picture: ReactNode
  readonly name: ReactNode
  /** Whether the name is struck out. */
  readonly voided?: boolean
  /** Lines below the name. */
  readonly children: ReactNode
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[]
  readonly actions: ReactNode
}

/** Who a page is about: picture, name, what is known at a glance, what can be done. */
export const ProfileHead = ({ label, picture, name, voided = false, children, facts, actions }: Props) => (
  <section className="card profile-head" aria-label={label}>
    {picture}
    <div className="profile-name">
      <h1 className={voided ? 'struck' : ''}>{name}</h1>
      {children}
    </div>
    <dl>
      {facts.map(fact => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd title={typeof fact.value === 'string' ? fact.value : undefined}>{fact.value || <span className="ink-3">—</span>}</dd>
        </div>
      ))}
    </dl>
    <div className="profile-actions">{actions}</div>
  </section>
)
