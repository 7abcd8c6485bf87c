import { schemeTargets } from '../../../shared/domain/scheme.ts'
import { Card } from '../../ui/Card.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { FactsDraft } from './scheme-draft.ts'
import { isTarget } from './words.ts'

interface Props {
  readonly facts: FactsDraft
  readonly mayWrite: boolean
  readonly today: string
  onFacts(facts: FactsDraft, edit: string): void
}

/** What the scheme is, and from how many points a grade is proposed. */
export function FactsCard({ facts, mayWrite, today, onFacts }: Props) {
  const set = <K extends keyof FactsDraft>(key: K, value: FactsDraft[K]) => onFacts({ ...facts, [key]: value }, `facts ${key}`)
  const off = !mayWrite
  const line = (key: 'excellentFrom' | 'qualifiedFrom' | 'basicFrom', label: string) => (
    <Field label={label}>
      <NumberBox value={facts[key]} unit="分" disabled={off} onChange={value => set(key, value)} />
    </Field>
  )
  return (
    <Card title="方案">
      <div className="scheme-part scheme-facts">
        <Field label="方案名称" required>
          <TextBox value={facts.name} maxLength={200} disabled={off} onChange={value => set('name', value)} />
        </Field>
        <div className="form-grid">
          <Field label="年度" required>
            <NumberBox value={facts.year} unit="年" disabled={off} onChange={value => set('year', value)} />
          </Field>
          <Field label="考核对象" required>
            <SelectBox value={facts.target} options={optionsOf(schemeTargets)} disabled={off} onChange={value => isTarget(value) && set('target', value)} />
          </Field>
        </div>
        <div className="scheme-lines">
          {line('excellentFrom', '优秀，不低于')}
          {line('qualifiedFrom', '合格（达标）')}
          {line('basicFrom', '基本合格（中间）')}
        </div>
        <p className="t12 ink-3">分数线只用来建议等次；双五好只看后两条。等次由组织评定。</p>
        <Check label="去掉一个最高分和一个最低分（逐张录票时）" checked={facts.trimmed} disabled={off} onChange={checked => set('trimmed', checked)} />
        <div className="form-grid">
          <Field label="依据">
            <TextBox value={facts.source} maxLength={200} disabled={off} onChange={value => set('source', value)} />
          </Field>
          <Field label="通过日期">
            <DateBox value={facts.approvedOn} today={today} disabled={off} onChange={value => set('approvedOn', value)} />
          </Field>
        </div>
        <Field label="说明">
          <TextBox value={facts.remark} lines={3} maxLength={4000} disabled={off} onChange={value => set('remark', value)} />
        </Field>
      </div>
    </Card>
  )
}
