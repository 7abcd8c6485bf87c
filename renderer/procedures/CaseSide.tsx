import { person, personCategories } from '../../shared/domain/person.ts'
import { ballotGrades } from '../../shared/domain/ballot-words.ts'
import { ageOn } from '../../shared/rules/days.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import { QuotaStrip } from '../quotas/QuotaStrip.tsx'
import { Button } from '../ui/Button.tsx'
import { FactList } from '../ui/FactList.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { Link } from '../ui/Link.tsx'
import { Background } from './Background.tsx'
import type { Over } from './CaseOver.tsx'
import type { CaseData } from './use-case.ts'

interface Props {
  readonly data: CaseData
  readonly editable: boolean
  onOver(over: Over): void
}

/** Beside a case: whom it is about, who keeps it and by which rules, and the diary. */
export function CaseSide({ data, editable, onOver }: Props) {
  const { record, rules } = data
  return (
    <>
      {record.personId !== null && <Person personId={record.personId} />}
      <div className="section">
        <div className="case-side-head">
          <h4>卷宗</h4>
          {editable && (
            <Button small kind="text" icon="edit" onClick={() => onOver({ what: 'owner' })}>
              修改
            </Button>
          )}
        </div>
        <FactList
          className="case-facts"
          of={[
            ['承办人', record.owner ?? ''],
            ['立卷日期', record.openedOn],
            ['党组织', data.organization],
            ['备注', record.remark ?? ''],
          ]}
        />
        {editable && (
          <div className="row case-side-verbs">
            {record.closedOn === null ? (
              <Button small icon="lock" onClick={() => onOver({ what: 'end' })}>
                结束卷宗
              </Button>
            ) : (
              <Button small icon="undo" onClick={() => onOver({ what: 'reopen' })}>
                重新打开
              </Button>
            )}
            <Button small kind="danger" onClick={() => onOver({ what: 'voidCase' })}>
              作废
            </Button>
            <span className="space" />
            <IconAction
              icon="clock"
              size={14}
              title="查看卷宗历史"
              onClick={() => onOver({ what: 'history', type: 'procedureCase', id: record.id, title: `${record.name}的卷宗` })}
            />
          </div>
        )}
      </div>
      {record.procedure === 'membership' && <Background data={data} editable={editable} onOver={onOver} />}
      <div className="section">
        <div className="case-side-head">
          <h4>办理日志</h4>
          {editable && (
            <Button small kind="text" icon="plus" onClick={() => onOver({ what: 'note' })}>
              记一条
            </Button>
          )}
        </div>
        {data.notes.length === 0 && <p className="t13 ink-3">还没有日志。谈话、催办、材料退补等，记在这里。</p>}
        <ul className="case-notes">
          {data.notes.map(({ id, version, notedOn, content, voidedAt, voidReason }) => (
            <li key={id} className={voidedAt === null ? '' : 'void'}>
              <div className="row t12 ink-3">
                {notedOn}
                {voidedAt !== null && `　已作废：${voidReason ?? ''}`}
                <span className="space" />
                {editable && voidedAt === null && (
                  <>
                    <IconAction icon="edit" size={14} title={`修改 ${notedOn} 的日志`} onClick={() => onOver({ what: 'note', id })} />
                    <IconAction
                      icon="cross"
                      size={14}
                      title={`作废 ${notedOn} 的日志`}
                      onClick={() => onOver({ what: 'voidNote', record: { id, version }, label: content })}
                    />
                  </>
                )}
              </div>
              <p className="t13">{content}</p>
            </li>
          ))}
        </ul>
      </div>
      {record.personId !== null && <Ballots personId={record.personId} />}
      <div className="section">
        <h4>所依规则</h4>
        <p className="t13">{rules.source}</p>
        <p className="t12 ink-3">
          {rules.startsOn} 起施行
          {rules.newer && (
            <>
              。已有更新的细则，本卷宗按立卷时的办；要改按新的，在
              <Link to="/settings?tab=parameters&parameter=procedure.openCasesMoveOn">参数</Link>里定
            </>
          )}
        </p>
      </div>
    </>
  )
}

function Person({ personId }: { readonly personId: string }) {
  const { today } = useScope()
  const { data } = useQuery('records.get', { type: 'person', id: personId })
  if (!data) return null
  const p = person.stored.parse(data.record)
  return (
    <div className="section">
      <div className="case-side-head">
        <h4>本人</h4>
        <Link to={`/people/${personId}`} className="link t12">
          看档案
        </Link>
      </div>
      <FactList
        className="case-facts"
        of={[
          ['人员类别', personCategories[p.category]],
          ['出生', p.bornOn === null ? '' : `${p.bornOn}，${ageOn(p.bornOn, today)} 岁`],
          ['所在支部', p.organizationId === null ? '' : (data.titles[p.organizationId] ?? '')],
          ['学历', [p.education, p.degree].filter(Boolean).join(' · ')],
          ['职务', p.workPost ?? ''],
        ]}
      />
    </div>
  )
}

function Ballots({ personId }: { readonly personId: string }) {
  const { year } = useScope()
  const ballots = useQuery('ballot.ofPerson', { personId })
  return (
    <>
      <div className="section">
        <h4>{year} 年学时和指标</h4>
        <QuotaStrip subjectId={personId} none="不在今年的指标之内" />
      </div>
      <div className="section">
        <h4>票决和测评</h4>
        {ballots.data?.length === 0 && <p className="t13 ink-3">还没有</p>}
        <ul className="case-ballots">
          {ballots.data?.map(({ ballotId, name, heldOn, grade }) => (
            <li key={ballotId} className="row t13">
              <Link to={`/ballots/${ballotId}/result`} className="link ellipsis" title={name}>
                {name}
              </Link>
              <span className="space" />
              <span className="t12 ink-3">{grade === null ? heldOn : ballotGrades[grade]}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
