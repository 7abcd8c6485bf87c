import { candidateStages } from '../../../shared/domain/selection.ts'
import { ballotKinds, type BallotKindName } from '../../../shared/domain/ballot-words.ts'
import { useKept } from '../../app/router.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Link } from '../../ui/Link.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { StatusChip, type Tone } from '../../ui/StatusChip.tsx'
import type { Over } from './DossierOver.tsx'
import type { CandidateShown, Dossier } from './use-dossier.ts'

interface Props {
  readonly dossier: Dossier
  readonly editable: boolean
  onOver(over: Over): void
}

const stageTones: Readonly<Record<CandidateShown['record']['stage'], Tone>> = {
  recommended: 'plain',
  assessed: 'info',
  proposed: 'near',
  appointed: 'met',
  out: 'exempt',
}

/** 人选比较: the candidates side by side, with the votes they had; lines in which all agree can be left out. */
export function CandidatesCard({ dossier, editable, onOver }: Props) {
  const [all, setAll] = useKept<'differing' | 'all'>('compare', 'all')
  const { candidates, compared, ballots } = dossier
  const several = candidates.length > 1
  const lines = compared.filter(({ values }) => all === 'all' || !several || new Set(values).size > 1)
  const proposed = candidates.filter(({ record }) => record.stage === 'proposed')
  const going = proposed.length > 0 ? proposed : candidates.filter(({ record }) => record.stage === 'assessed')
  const out = candidates.filter(({ record }) => record.stage === 'out').length
  return (
    <Card
      title="人选比较"
      note={`${candidates.length} 人${out > 0 ? `，其中 ${out} 人未列入` : ''}${lines.length < compared.length ? '，相同项从略' : ''}`}
      actions={
        <>
          {going.length > 0 && (
            <Button small icon="users" href={`#/team-structure?candidates=${going.map(({ record }) => record.id).join(',')}`}>
              对班子的影响
            </Button>
          )}
          {several && (
            <Segmented<'differing' | 'all'>
              label="显示"
              value={all}
              options={[
                { value: 'differing', label: '只看不同' },
                { value: 'all', label: `全部 ${compared.length} 项` },
              ]}
              onChange={setAll}
            />
          )}
        </>
      }
    >
      {candidates.length === 0 ? (
        <EmptyState icon="users" title="还没有人选。">
          推荐、酝酿后用“加人选”从花名册加入；没有选上的也留在这里，写明原因。
        </EmptyState>
      ) : (
        <div className="card-body selection-compare">
          <table className="table">
            <thead>
              <tr>
                <th style={{ width: 92 }} />
                {candidates.map(found => (
                  <th key={found.record.id}>
                    <Head found={found} editable={editable} onOver={onOver} />
                  </th>
                ))}
                <th style={{ width: 80 }}>任职条件</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ key, label, values, asked }) => (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  {values.map((value, i) => (
                    <td key={i}>{value}</td>
                  ))}
                  <td className="ink-3">{asked ?? '—'}</td>
                </tr>
              ))}
              {ballots.map(({ ballotId, kind, heldOn, closedOn }) => (
                <tr key={ballotId}>
                  <th scope="row">
                    <Link to={`/ballots/${ballotId}`}>{kindWords[kind]}</Link>
                  </th>
                  {candidates.map(({ record, votes }) => (
                    <td key={record.id} className="num">
                      {voted(
                        votes.find(found => found.ballotId === ballotId),
                        closedOn,
                      )}
                    </td>
                  ))}
                  <td className="ink-3">{heldOn ?? '—'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}

const kindWords: Readonly<Record<BallotKindName, string>> = { ...ballotKinds, cadreAssessment: '测评优秀', committeeVote: '票决同意' }

const voted = (votes: CandidateShown['votes'][number] | undefined, closedOn: string | null): string => {
  if (closedOn === null) return '还没有封票'
  return votes && votes.votes !== null ? `${votes.votes} / ${votes.of}` : '—'
}

function Head({ found, editable, onOver }: { readonly found: CandidateShown; readonly editable: boolean; onOver(over: Over): void }) {
  const { record, name } = found
  return (
    <div className="selection-head">
      <div className="row">
        <Link to={`/cadres/of/${record.personId}`} className="link bold selection-name">
          {name}
        </Link>
        <StatusChip tone={stageTones[record.stage]} word={candidateStages[record.stage]} />
        {editable && <IconAction icon="edit" title={`修改人选（${name}）`} onClick={() => onOver({ what: 'candidate', candidate: found })} />}
        {editable && <IconAction icon="cross" title={`移出（${name}）`} onClick={() => onOver({ what: 'voidCandidate', candidate: found })} />}
      </div>
      {record.outcome !== null && <p className="t12 ink-3">{record.outcome}</p>}
      {editable && record.stage !== 'out' && (
        <div className="row selection-verbs">
          <Button small kind="text" icon="form" onClick={() => onOver({ what: 'assessment', candidate: found })}>
            {record.assessment === null ? '写考察材料' : '考察材料'}
          </Button>
          <Button small kind="text" icon="chat" onClick={() => onOver({ what: 'talk', candidate: found })}>
            记谈话
          </Button>
          {record.stage === 'proposed' && (
            <Button small kind="text" icon="flag" onClick={() => onOver({ what: 'objection', candidate: found })}>
              公示反映
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
