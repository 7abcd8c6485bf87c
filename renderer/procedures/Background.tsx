import { relativeCircles } from '../../shared/domain/case-relative.ts'
import { Button } from '../ui/Button.tsx'
import { FactList } from '../ui/FactList.tsx'
import type { Over } from './CaseOver.tsx'
import { SideList } from './SideList.tsx'
import type { CaseData } from './use-case.ts'

interface Props {
  readonly data: CaseData
  readonly editable: boolean
  onOver(over: Over): void
}

/** What the forms ask of whom a case is about, and those near them, with the letters about them. */
export function Background({ data: { record, relatives }, editable, onOver }: Props) {
  const lines = (record.resume ?? '').split('\n').filter(Boolean).length
  return (
    <>
      <div className="section">
        <div className="case-side-head">
          <h4>填表用的情况</h4>
          {editable && (
            <Button small kind="text" icon="edit" onClick={() => onOver({ what: 'background' })}>
              修改
            </Button>
          )}
        </div>
        <FactList
          className="case-facts"
          of={[
            ['参加工作', record.workingSince?.slice(0, 7) ?? ''],
            ['入团', record.leagueOn?.slice(0, 7) ?? ''],
            ['个人简历', lines > 0 ? `${lines} 段` : ''],
            ['奖惩', record.rewards ?? ''],
          ]}
        />
      </div>
      <SideList
        title="家庭成员和社会关系"
        none="还没有登记。政审报告、函调信和考察登记表从这里取。"
        add="加一人"
        editable={editable}
        entries={relatives.map(({ id, version, circle, relation, name, politics, workPost, askedOf, sentOn, answeredOn, voidedAt, voidReason }) => ({
          id,
          head: [relation, circle === 'social' ? relativeCircles[circle] : ''].filter(Boolean).join('　'),
          called: name,
          text: [name, politics, workPost].filter(Boolean).join('，'),
          more: askedOf !== null && (
            <p className="t12 ink-3">
              函往{askedOf}：{sentOn === null ? '还没有发函' : `${sentOn} 发函，${answeredOn === null ? '还没有复函' : `${answeredOn} 复函`}`}
            </p>
          ),
          voidedAt,
          voidReason,
          onEdit: () => onOver({ what: 'relative', id }),
          onVoid: () => onOver({ what: 'void', type: 'caseRelative', record: { id, version }, label: `${relation}${name}` }),
        }))}
        onAdd={() => onOver({ what: 'relative' })}
      />
    </>
  )
}
