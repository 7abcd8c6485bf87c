import type { BallotGroup } from '../../../shared/domain/ballot.ts'
import { Button } from '../../ui/Button.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Card } from '../../ui/Card.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { weightFault } from './list-model.ts'

interface Props {
  readonly groups: readonly BallotGroup[]
  /** Groups may come and go, as long as nothing has been counted. */
  readonly editable: boolean
  readonly mayWeigh: boolean
  onGroups(groups: readonly BallotGroup[]): void
}

/** 填票人类别: who votes, with what weight, and how many are to. */
export function GroupsCard({ groups, editable, mayWeigh, onGroups }: Props) {
  const change = (code: string, next: Partial<BallotGroup>) => onGroups(groups.map(group => (group.code === code ? { ...group, ...next } : group)))
  const add = () => {
    const code = Array.from({ length: 11 }, (_, i) => `g${i + 1}`).find(c => !groups.some(group => group.code === c)) ?? 'g'
    onGroups([...groups, { code, label: `第 ${groups.length + 1} 类`, weight: 0, eligible: null }])
  }
  const fault = weightFault(groups)
  return (
    <Card
      title="填票人"
      actions={
        editable && groups.length < 10 ? (
          <Button small icon="plus" onClick={add}>
            加一类
          </Button>
        ) : null
      }
    >
      <div className="groups">
        <div className="groups-head t12 ink-3">
          <span>类别</span>
          <span>权重 %</span>
          <span>应参加</span>
        </div>
        {groups.map(group => (
          <div key={group.code}>
            <TextBox
              label={`${group.label}名称`}
              value={group.label}
              disabled={!mayWeigh}
              maxLength={40}
              onChange={label => label !== '' && change(group.code, { label })}
            />
            <NumberBox
              label={`${group.label}权重`}
              value={group.weight}
              disabled={!mayWeigh}
              onChange={weight => weight !== null && weight >= 0 && weight <= 100 && change(group.code, { weight })}
            />
            <NumberBox
              label={`${group.label}应参加`}
              value={group.eligible}
              disabled={!mayWeigh}
              onChange={eligible => (eligible === null || (Number.isInteger(eligible) && eligible >= 0)) && change(group.code, { eligible })}
            />
            {editable && groups.length > 1 && (
              <IconAction icon="cross" size={14} title={`去掉${group.label}`} onClick={() => onGroups(groups.filter(other => other !== group))} />
            )}
          </div>
        ))}
        {fault && (
          <p className="field-note bad" role="alert">
            {fault}
          </p>
        )}
      </div>
    </Card>
  )
}
