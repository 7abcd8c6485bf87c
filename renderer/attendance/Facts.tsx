import { Card } from '../ui/Card.tsx'
import { FactList } from '../ui/FactList.tsx'

/** A word and what it says; nothing said is a dash. */
export type Fact = readonly [label: string, value: string]

/** What an activity is, one fact to a line. */
export const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) => (
  <Card title={title}>
    <FactList className="activity-facts" of={facts} />
  </Card>
)
