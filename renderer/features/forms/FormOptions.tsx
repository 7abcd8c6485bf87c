import { monthOf, yearOf } from '../../../shared/rules/days.ts'
import { procedureNames } from '../../../shared/domain/procedure-case.ts'
import { procedureOrder } from '../../app/places.ts'
import { useState } from 'react'
import type { FormName } from '../../../shared/api/forms.ts'
import type { FormNeed } from '../../../shared/forms/form.ts'
import { forms } from '../../../shared/forms/index.ts'
import { call } from '../../api/client.ts'
import { useScope } from '../../app/scope.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { Card } from '../../ui/Card.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Derived, Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { BallotOptions } from './BallotOptions.tsx'
import { type Asking, blankRowsFault, type PeopleChoice, peopleChoices } from './asking.ts'

interface Props {
  readonly form: FormName
  readonly asking: Asking
  /** How many have not met the target; undefined while nobody asks. */
  readonly shortCount: number | undefined
  onChange(change: Partial<Asking>): void
}

const choices: readonly { readonly value: PeopleChoice; readonly label: string }[] = [
  { value: 'all', label: peopleChoices.all },
  { value: 'short', label: peopleChoices.short },
  { value: 'some', label: peopleChoices.some },
]

/** What the form is made of. Organization and year are those of the top bar, as on every page. */
export function FormOptions({ form, asking, shortCount, onChange }: Props) {
  const scope = useScope()
  // 监督资料 are always marked: there is nothing to choose.
  const watermark = forms[form].watermark && !('secret' in forms[form])
  const needs: readonly FormNeed[] = forms[form].needs
  return (
    <Card fill label="内容" title="内容">
      <div className="card-body form-options">
        {needs.includes('year') && <Derived label="年度" value={`${scope.year} 年`} from="顶栏的年度，Alt 2 可换" />}
        {needs.includes('month') && <MonthOption asking={asking} onChange={onChange} />}
        {needs.includes('organization') && !(needs.includes('people') && asking.people === 'some') && (
          <Derived label="党组织" value={scope.name} from={`${scope.branches} 个党支部，${scope.members} 名党员；Alt 1 可换`} />
        )}
        {needs.includes('people') && <PeopleOptions asking={asking} shortCount={shortCount} onChange={onChange} />}
        {needs.includes('activity') && <ActivityOption asking={asking} onChange={onChange} />}
        {needs.includes('quota') && <QuotaOption asking={asking} onChange={onChange} />}
        {needs.includes('meeting') && <MeetingOption asking={asking} onChange={onChange} />}
        {needs.includes('case') && <CaseOption asking={asking} onChange={onChange} />}
        {needs.includes('posted') && (
          <Field label="公示开始日期" help="卷宗里还没有登记公示的用；空着则留给手写。截止日期按工作日推算">
            <DateBox value={asking.startsOn} today={scope.today} onChange={startsOn => onChange({ startsOn })} />
          </Field>
        )}
        {needs.includes('ballot') && <BallotOptions form={form} asking={asking} onChange={onChange} />}
        {form === 'signIn' && (
          <Field label="空白行" help="给没有列入名单的人；不填则补满一页" fault={blankRowsFault(asking.blankRows)}>
            <NumberBox value={asking.blankRows} unit="行" onChange={blankRows => onChange({ blankRows })} />
          </Field>
        )}
        {watermark && <Check checked={asking.watermark} label="印水印（使用人、单位和时间）" onChange={on => onChange({ watermark: on })} />}
        {watermark && !asking.watermark && <p className="t12 ink-3">不印水印也会记进打印与导出登记。</p>}
      </div>
    </Card>
  )
}

type Part = Pick<Props, 'asking' | 'onChange'>

/** A month that has begun; none is the one that runs. */
function MonthOption({ asking, onChange }: Part) {
  const { year, today } = useScope()
  const last = year < yearOf(today) ? 12 : monthOf(today)
  return (
    <Field label="月份">
      <SelectBox
        value={asking.month === null ? null : String(asking.month)}
        none={`${last} 月`}
        options={Array.from({ length: last }, (_, i) => ({ value: String(i + 1), label: `${i + 1} 月` }))}
        onChange={month => onChange({ month: month === null ? null : Number(month) })}
      />
    </Field>
  )
}

function PeopleOptions({ asking, shortCount, onChange }: Part & Pick<Props, 'shortCount'>) {
  const [adding, setAdding] = useState(0)
  const add = (person: Picked | null) => {
    if (person && !asking.some.some(p => p.id === person.id)) onChange({ some: [...asking.some, person] })
    // A fresh box for the next one.
    setAdding(adding + 1)
  }
  return (
    <>
      <div className="field">
        <span className="ink-2">人员</span>
        <Segmented label="人员" value={asking.people} options={choices} onChange={people => onChange({ people })} />
        {asking.people === 'short' && shortCount !== undefined && (
          <div className="field-note">{shortCount > 0 ? `${shortCount} 人还没有达标` : '没有未达标的人'}</div>
        )}
      </div>
      {asking.people === 'some' && (
        <Field label="加人" help="姓名、拼音首字母或身份号码后四位">
          <PickBox key={adding} value={null} autoFocus={adding > 0} load={findPeople} placeholder="姓名或拼音首字母" onChange={add} />
        </Field>
      )}
      {asking.people === 'some' && asking.some.length > 0 && (
        <ul className="form-people" aria-label="要打印的人">
          {asking.some.map(person => (
            <li key={person.id}>
              <b>{person.title}</b>
              <span className="t12 ink-3 ellipsis">{person.detail}</span>
              <span className="space" />
              <IconAction
                icon="cross"
                size={14}
                title={`去掉${person.title}`}
                onClick={() => onChange({ some: asking.some.filter(p => p.id !== person.id) })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

async function findPeople(text: string): Promise<readonly Picked[]> {
  if (!text.trim()) return []
  const found = await call('search.all', { text, limit: 30 })
  return found.filter(f => f.kind === 'person').map(({ id, title, detail }) => ({ id, title, detail }))
}

function ActivityOption({ asking, onChange }: Part) {
  const { year, organizationId } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const { rows } = await call('activity.list', { year, organizationId, search: text.trim() || undefined, limit: 20 })
    return rows.map(a => ({ id: a.id, title: a.name, detail: `${a.startsOn}　应到 ${a.expected} 人` }))
  }
  return (
    <Field label="学习活动" required help={`${year} 年的活动，最近的在前；名单取自活动登记的应到人员`}>
      <PickBox key={`${year} ${organizationId}`} value={asking.activity} load={load} placeholder="活动名称" onChange={activity => onChange({ activity })} />
    </Field>
  )
}

function QuotaOption({ asking, onChange }: Part) {
  const { year, organizationId } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const found = await call('quota.overview', { year, organizationId })
    return found.filter(q => q.enabled && q.label.includes(text.trim())).map(q => ({ id: q.name, title: q.label, detail: `${q.circle}，应考核 ${q.required}` }))
  }
  return (
    <Field label="指标" required help={`${year} 年在用的指标`}>
      <PickBox key={year} value={asking.quota} load={load} placeholder="指标名称" onChange={quota => onChange({ quota })} />
    </Field>
  )
}

function MeetingOption({ asking, onChange }: Part) {
  const { year, organizationId } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const { rows } = await call('meeting.list', { year, organizationId, search: text.trim() || undefined, limit: 20 })
    return rows.map(m => ({ id: m.id, title: m.name, detail: `${m.startsOn}　${m.organization}` }))
  }
  return (
    <Field label="会议" required help={`${year} 年的会议，最近的在前`}>
      <PickBox key={`${year} ${organizationId}`} value={asking.meeting} load={load} placeholder="会议名称" onChange={meeting => onChange({ meeting })} />
    </Field>
  )
}

function CaseOption({ asking, onChange }: Part) {
  const { organizationId, name } = useScope()
  const load = async (text: string): Promise<readonly Picked[]> => {
    const search = text.trim() || undefined
    const asked = [false, true].flatMap(ended => procedureOrder.map(procedure => ({ procedure, ended })))
    const found = await Promise.all(
      asked.map(async ({ procedure, ended }) => {
        const { rows } = await call('case.list', { procedure, organizationId, search, ended, limit: 20 })
        return rows.map(c => ({ id: c.id, title: c.name, detail: `${procedureNames[procedure]}　${c.organization}　${c.outcome ?? c.phase}` }))
      }),
    )
    return found.flat()
  }
  return (
    <Field label="卷宗" required help={`${name}的卷宗，在办的在前；一次打印多人的，在卷宗列表里选中再打印`}>
      <PickBox key={organizationId} value={asking.case} load={load} placeholder="姓名或拼音首字母" onChange={chosen => onChange({ case: chosen })} />
    </Field>
  )
}
