import { useState } from 'react'
import { topicNames, topics } from '../../../shared/records/topics.ts'
import type { CallOutput } from '../../api/client.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ToggleChip } from '../../ui/FilterChip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'

type Item = CallOutput<'person.timeline'>[number]
type Topic = Item['topic']

const icons: Readonly<Record<Topic, IconName>> = {
  study: 'book',
  life: 'flag',
  membership: 'user',
  appraisal: 'vote',
  care: 'star',
  voice: 'chat',
  service: 'link',
  floating: 'go',
  excellence: 'check',
  duty: 'pillar',
  cadres: 'briefcase',
  supervision: 'shield',
  organization: 'tree',
  record: 'edit',
}
const labels: Readonly<Record<Topic, string>> = { ...topics, membership: '党籍', organization: '组织', record: '记录' }
/** Always offered; the others once something of theirs is on file. */
const usual: readonly Topic[] = ['study', 'membership', 'organization', 'record']

interface Props {
  readonly items: readonly Item[] | undefined
  onHistory(): void
  onChanges(): void
}

/** Everything dated that is known of a person, newest first, by year. */
export function Timeline({ items, onHistory, onChanges }: Props) {
  const [topic, setTopic] = useState<Topic>()
  const [warned, setWarned] = useState(false)
  const shown = items?.filter(item => (!topic || item.topic === topic) && (!warned || item.tone === 'short')) ?? []
  const offered = [...topicNames, 'organization' as const, 'record' as const].filter(name => usual.includes(name) || items?.some(item => item.topic === name))
  const years = [...new Set(shown.map(item => item.on?.slice(0, 4) ?? ''))]
  return (
    <Card fill label="时间线">
      <div className="person-topics">
        <ToggleChip label="全部" on={topic === undefined} onToggle={() => setTopic(undefined)} />
        {offered.map(name => (
          <ToggleChip
            key={name}
            label={labels[name]}
            count={items?.filter(item => item.topic === name).length ?? 0}
            on={topic === name}
            onToggle={() => setTopic(name)}
          />
        ))}
        <span className="space" />
        <Button small onClick={() => setWarned(!warned)}>
          {warned ? '看全部' : '只看未计学时的'}
        </Button>
      </div>
      <div className="card-body">
        {years.map(year => (
          <section key={year}>
            <h3 className="person-year">{year ? `${year} 年` : '没有日期'}</h3>
            <ol>
              {shown.map(
                (item, i) =>
                  (item.on?.slice(0, 4) ?? '') === year && <Event key={`${item.recordId}${i}`} item={item} onHistory={onHistory} onChanges={onChanges} />,
              )}
            </ol>
          </section>
        ))}
        {items && shown.length === 0 && (
          <EmptyState icon="clock" title={items.length === 0 ? '还没有带日期的记录' : '没有这一类记录'}>
            {items.length === 0 ? '登记参训、任职或组织关系变动后，会按时间排在这里。' : '换一类，或看全部。'}
          </EmptyState>
        )}
      </div>
    </Card>
  )
}

function Event({ item, onHistory, onChanges }: { readonly item: Item; onHistory(): void; onChanges(): void }) {
  const [label, icon] = [labels[item.topic], icons[item.topic]]
  const content = (
    <>
      <span className="right ink-2">{item.on?.slice(5)}</span>
      <span className={`person-node ${item.tone}`}>
        <Icon name={icon} size={14} />
      </span>
      <span className="person-event-text">
        <b className="ellipsis">{item.title}</b>
        <span className="ellipsis">{item.detail}</span>
      </span>
      <span className="t12 ink-3 right">{label}</span>
    </>
  )
  const chevron = <Icon name="right" size={14} className="go" />
  if (item.recordType === 'activity')
    return (
      <li>
        <a className="person-event" href={`#/activities/${item.recordId}`}>
          {content}
          {chevron}
        </a>
      </li>
    )
  if (item.recordType !== null)
    return (
      <li>
        <button type="button" className="person-event" onClick={onChanges}>
          {content}
          {chevron}
        </button>
      </li>
    )
  if (item.topic === 'record')
    return (
      <li>
        <button type="button" className="person-event" onClick={onHistory}>
          {content}
          {chevron}
        </button>
      </li>
    )
  return (
    <li>
      <div className="person-event">{content}</div>
    </li>
  )
}
