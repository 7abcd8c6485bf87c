import { Card } from '../ui/Card.tsx'

/** A word and what it says; nothing said is a dash. */
export type Fact = readonly [label: string, value: string]

/** What an activity is, one fact to a line. */
export const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) => (
  <Card title={title}>
    <dl className="activity-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || '—'}</dd>
        </div>
      ))}
    </dl>
  </Card>
)
