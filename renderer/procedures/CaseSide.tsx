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
import { SideList } from './SideList.tsx'
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
      <SideList
        title="办理日志"
        none="还没有日志。谈话、催办、材料退补等，记在这里。"
        add="记一条"
        editable={editable}
        entries={data.notes.map(({ id, version, notedOn, content, voidedAt, voidReason }) => ({
          id,
          head: notedOn,
          called: ` ${notedOn} 的日志`,
          text: content,
          voidedAt,
          voidReason,
          onEdit: () => onOver({ what: 'note', id }),
          onVoid: () => onOver({ what: 'void', type: 'caseNote', record: { id, version }, label: content }),
        }))}
        onAdd={() => onOver({ what: 'note' })}
      />
      <Accountabilities data={data} editable={editable} onOver={onOver} />
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

/** 责任追究: who was held to account for what of this case. */
const Accountabilities = ({ data: { accountabilities }, editable, onOver }: Props) => (
  <SideList
    title="责任追究"
    none="没有。哪个环节出了问题、谁负责、怎么处理，登记在这里，也列在责任追究台账。"
    add="登记"
    editable={editable}
    entries={accountabilities.map(({ id, version, decidedOn, link, liable, problem, handling, basis, voidedAt, voidReason }) => ({
      id,
      head: `${decidedOn}　${link}`,
      called: `${liable}的责任追究`,
      text: `${liable}：${problem}`,
      more: <p className="t12 ink-3">{[`处理：${handling}`, basis].filter(Boolean).join('　')}</p>,
      voidedAt,
      voidReason,
      onEdit: () => onOver({ what: 'accountability', id }),
      onVoid: () => onOver({ what: 'void', type: 'accountability', record: { id, version }, label: `${liable}，${link}` }),
    }))}
    onAdd={() => onOver({ what: 'accountability' })}
  />
)

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
