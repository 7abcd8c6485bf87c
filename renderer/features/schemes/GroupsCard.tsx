import { memberGroups } from '../../../shared/rules/schemes.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { GroupDraft } from './scheme-draft.ts'

interface Props {
  readonly groups: readonly GroupDraft[]
  readonly mayWrite: boolean
  onGroups(groups: readonly GroupDraft[], edit?: string): void
}

/** Groups that documents know, by the code that rules know them by. */
const known: Readonly<Record<string, string>> = { ...memberGroups, reviewers: '考评组', masses: '基层和群众' }

/** The next known group that is not there yet, else one without a name. */
function nextGroup(groups: readonly GroupDraft[]): GroupDraft {
  const codes = new Set(groups.map(({ code }) => code))
  const offered = groups.some(({ code }) => code === 'reviewers' || code === 'masses') ? ['reviewers', 'masses'] : Object.keys(memberGroups)
  const code = offered.find(key => !codes.has(key))
  if (code !== undefined) return { code, label: known[code] ?? '', weight: null, minimum: null }
  let n = 1
  while (codes.has(`group${n}`)) n++
  return { code: `group${n}`, label: '', weight: null, minimum: null }
}

/** 考评人: who scores, with what weight, and how many of them must have scored for it to count. */
export function GroupsCard({ groups, mayWrite, onGroups }: Props) {
  const change = (code: string, patch: Partial<GroupDraft>, field: string) =>
    onGroups(
      groups.map(group => (group.code === code ? { ...group, ...patch } : group)),
      `group ${code} ${field}`,
    )
  return (
    <Card
      title="考评人和权重"
      actions={
        mayWrite && (
          <Button small icon="plus" onClick={() => onGroups([...groups, nextGroup(groups)])}>
            加一组
          </Button>
        )
      }
    >
      <div className="scheme-part">
        {groups.length === 0 && <p className="t13 ink-2">不分组：全体的打分一并平均。</p>}
        {groups.length > 0 && (
          <div className="scheme-groups head t12 ink-3" aria-hidden>
            <span>考评人</span>
            <span>权重</span>
            <span>最低参评率</span>
          </div>
        )}
        {groups.map(({ code, label, weight, minimum }) => (
          <div key={code} className="scheme-groups">
            {mayWrite ? (
              <>
                <TextBox value={label} label="考评人" placeholder="名称" maxLength={200} onChange={next => change(code, { label: next }, 'label')} />
                <NumberBox value={weight} unit="%" label={`${label}权重`} onChange={next => change(code, { weight: next }, 'weight')} />
                <NumberBox value={minimum} unit="%" label={`${label}最低参评率`} onChange={next => change(code, { minimum: next }, 'minimum')} />
                <IconAction icon="cross" title={`去掉${label || '这一组'}`} onClick={() => onGroups(groups.filter(group => group.code !== code))} />
              </>
            ) : (
              <>
                <span>{label}</span>
                <span className="r">{weight}%</span>
                <span className="r ink-3">{minimum === null ? '不限' : `${minimum}%`}</span>
              </>
            )}
          </div>
        ))}
        {mayWrite && groups.length > 0 && <p className="t12 ink-3">已建的测评保留建时的分组和权重，不随方案改。最低参评率不填则不限，不足的组不计入。</p>}
      </div>
    </Card>
  )
}
