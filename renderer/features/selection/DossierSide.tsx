import { candidateCheckNames, candidateChecks, checkConclusions } from '../../../shared/domain/selection.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import type { Over } from './DossierOver.tsx'
import { type CandidateShown, type Dossier, standing } from './use-dossier.ts'

interface Props {
  readonly dossier: Dossier
  readonly editable: boolean
  onOver(over: Over): void
}

/** Beside the steps: 凡提四必 by candidate, and what has to be there before the committee discusses. */
export function DossierSide({ dossier, editable, onOver }: Props) {
  const shown = standing(dossier)
  return (
    <>
      <div className="section">
        <h4>凡提四必</h4>
        {shown.length === 0 ? (
          <p className="t12 ink-3">还没有人选。</p>
        ) : (
          <table className="selection-checks">
            <thead>
              <tr>
                <th />
                {shown.map(({ record, name }) => (
                  <th key={record.id} title={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {candidateCheckNames.map(matter => (
                <tr key={matter}>
                  <th scope="row">{candidateChecks[matter]}</th>
                  {shown.map(candidate => {
                    const look = lookOf(candidate, matter)
                    const title = `${candidate.name}：${candidateChecks[matter]}，${look.says}`
                    return (
                      <td key={candidate.record.id}>
                        <button
                          type="button"
                          className={`selection-check ${look.tone}`}
                          title={title}
                          aria-label={title}
                          disabled={!editable}
                          onClick={() => onOver({ what: 'check', candidate, matter })}
                        >
                          <Icon name={look.icon} size={14} />
                        </button>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {dossier.gates.length > 0 && (
        <div className="section">
          <h4>讨论决定前的门槛</h4>
          <ul className="selection-gates">
            {dossier.gates.map(({ key, label, state, says }) => (
              <li key={key}>
                <Icon name={gateIcons[state]} size={14} className={gateTones[state]} />
                <span>{label}</span>
                <span className="space" />
                <span className={`t12 ${state === 'good' ? 'ink-3' : gateTones[state]}`}>{says}</span>
              </li>
            ))}
          </ul>
          {dossier.quorum && (
            <p className="t12 ink-3">
              应到 {dossier.quorum.eligible} 人，到会不少于 {dossier.quorum.present} 人，同意不少于 {dossier.quorum.agree} 人
            </p>
          )}
        </div>
      )}
      <div className="section">
        <div className="case-side-head">
          <h4>选拔事项</h4>
          {editable && (
            <Button small kind="text" icon="edit" onClick={() => onOver({ what: 'matter' })}>
              修改
            </Button>
          )}
        </div>
        <p className="t13">{dossier.selection.vacancy ?? <span className="ink-3">没有写空缺和任职条件。</span>}</p>
        <div className="row case-side-verbs">
          <span className="t12 ink-3">谈话 {dossier.talks.length} 次</span>
          <span className="space" />
          {editable && (
            <Button small icon="chat" onClick={() => onOver({ what: 'talk' })}>
              记谈话
            </Button>
          )}
        </div>
        <ul className="selection-talks">
          {dossier.talks.map(({ id, talkedOn, interviewee, interviewers }) => (
            <li key={id}>
              <button type="button" className="link plain" disabled={!editable} onClick={() => onOver({ what: 'talk', id })}>
                {interviewee}
              </button>
              <span className="t12 ink-3 ellipsis">
                {talkedOn} {interviewers}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

const gateIcons = { good: 'check', wait: 'clock', warn: 'warn' } as const satisfies Record<string, IconName>
const gateTones = { good: 'tone-ok', wait: 'tone-soon', warn: 'tone-short' } as const

interface Look {
  readonly icon: IconName
  readonly tone: 'ok' | 'soon' | 'short' | 'none'
  readonly says: string
}

function lookOf({ checks }: CandidateShown, matter: (typeof candidateCheckNames)[number]): Look {
  const check = checks.find(kept => kept.matter === matter)
  if (!check || (check.askedOn === null && check.answeredOn === null)) return { icon: 'minus', tone: 'none', says: '还没有办' }
  if (check.answeredOn === null) return { icon: 'clock', tone: 'soon', says: `${check.askedOn ?? ''} 发函，等回` }
  const says = `${check.answeredOn} ${check.conclusion === null ? '没有写结论' : checkConclusions[check.conclusion]}`
  if (check.conclusion === 'clear') return { icon: 'check', tone: 'ok', says }
  return { icon: check.conclusion === null ? 'clock' : 'warn', tone: check.conclusion === null ? 'soon' : 'short', says }
}
