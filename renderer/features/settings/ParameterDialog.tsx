import { type Parameter, parameterBases } from '../../../shared/domain/parameter.ts'
import { localDate } from '../../../shared/records/fields.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import { parameterOn, type ParameterValue } from '../../../shared/rules/parameters.ts'
import { useSession } from '../../app/session.tsx'
import { blankValues, type Faults, valuesOf } from '../../records/draft.ts'
import { recordType } from '../../records/record-name.ts'
import { type RecordFormState, useRecordForm } from '../../records/use-record-form.ts'
import { useRecordSave } from '../../records/use-record-save.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { Impact } from './Impact.tsx'
import { changeText, isYesNo, labelOf, meaningOf, unchangedText, valueText, yearChanges } from './parameters.ts'

/** `like`: the number, clause and basis to begin with, where they are known. */
export type Change =
  | { readonly way: 'new'; readonly like?: ParameterValue }
  | { readonly way: 'correct'; readonly record: Parameter }
  | { readonly way: 'void'; readonly record: Parameter }

interface Props {
  readonly name: string
  readonly change: Exclude<Change, { readonly way: 'void' }>
  readonly living: readonly Parameter[]
  onDone(says: string): void
  onClose(): void
}

const type = recordType('parameter')

/** A new value from a day on, or the mending of one that was entered wrongly. Shows which years it moves before it is kept. */
export function ParameterDialog({ name, change, living, onDone, onClose }: Props) {
  const { today } = useSession()
  const record = 'record' in change ? change.record : undefined
  const yearly = meaningOf(name).group === '学时指标'
  const now = parameterOn(living, name, today)
  const like = change.way === 'new' ? change.like : undefined
  const begin = {
    key: name,
    startsOn: yearly ? `${yearOf(today) + 1}-01-01` : today,
    basis: 'policy',
    ...(like && { value: like.value, clause: like.clause, basis: like.basis }),
  }
  const form = useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, begin))
  const saving = useRecordSave('parameter', form, record)
  const asked = nextOf(form, name)
  const others = living.filter(p => p.key === name && p.id !== record?.id)
  const taken = asked && others.some(p => p.startsOn === asked.startsOn) ? '这一天已经有一个值，请改那一个' : undefined

  const save = async () => {
    if (taken || !(await saving.save())) return
    onDone(record ? `已改正：${labelOf(name)}` : `已登记：${labelOf(name)}自 ${String(form.values['startsOn'])} 起 ${valueText(name, asked?.value)}`)
  }
  return (
    <Dialog
      open
      size={720}
      title={record ? `改正${labelOf(name)}` : `${labelOf(name)}：从某日起改为`}
      busy={saving.busy}
      onClose={onClose}
      sub={record ? '只用来改正录错的数。规定变了的，用“从某日起改为”，以前的年度才不动。' : now && `现行 ${valueText(name, now.value)}，自 ${now.startsOn} 起`}
      primary={{
        label: record ? '改正' : '登记',
        disabled: saving.conflict !== undefined || (record !== undefined && !form.dirty),
        perform: () => void save(),
      }}
    >
      <div className="col" style={{ gap: 12 }}>
        <ErrorBanner error={saving.error} />
        {saving.conflict && <Banner kind="warn">这个参数在打开之后被改过，没有写入。关掉再打开，看过新的值再改。</Banner>}
        <Fields name={name} form={form} faults={taken ? { ...form.faults, startsOn: taken } : form.faults} today={today} />
        {asked && !taken && <Impact asked={{ key: name, value: asked.value, startsOn: asked.startsOn, ...(record && { replaces: record.id }) }} />}
        {asked && !taken && <Effects name={name} yearly={yearly} living={living} others={others} asked={asked} mending={record !== undefined} />}
      </div>
    </Dialog>
  )
}

/** The value as it would stand, once number and day can be read. */
function nextOf({ values }: RecordFormState, key: string): ParameterValue | undefined {
  const { value, startsOn } = values
  if (typeof value !== 'number' || Number.isNaN(value) || !localDate.safeParse(startsOn).success || typeof startsOn !== 'string') return undefined
  return { key, value, startsOn, clause: null, basis: 'policy' }
}

function Fields({ name, form, faults, today }: { readonly name: string; readonly form: RecordFormState; readonly faults: Faults; readonly today: string }) {
  const { value, startsOn, clause, basis, remark } = form.values
  const { unit, min, max } = meaningOf(name)
  const text = (of: unknown) => (typeof of === 'string' ? of : '')
  return (
    <>
      <div className="form-grid">
        <Field label="数值" required help={isYesNo(name) ? undefined : `${min} 到 ${max}`} fault={faults['value']}>
          {isYesNo(name) ? (
            <SelectBox
              value={value === 1 ? '1' : value === 0 ? '0' : null}
              options={[
                { value: '1', label: '是' },
                { value: '0', label: '否' },
              ]}
              onChange={next => form.set('value', Number(next))}
              onBlur={() => form.leave('value')}
            />
          ) : (
            <NumberBox
              value={typeof value === 'number' ? value : null}
              unit={unit}
              autoFocus
              onChange={next => form.set('value', next)}
              onBlur={() => form.leave('value')}
            />
          )}
        </Field>
        <Field label="自何日起" required fault={faults['startsOn']}>
          <DateBox value={text(startsOn)} today={today} onChange={next => form.set('startsOn', next)} onBlur={() => form.leave('startsOn')} />
        </Field>
      </div>
      <Field label="依据条款" help="文件、文号和条款；打印和看板上照此引用" fault={faults['clause']}>
        <TextBox value={text(clause)} maxLength={200} onChange={next => form.set('clause', next)} onBlur={() => form.leave('clause')} />
      </Field>
      <div className="form-grid">
        <Field label="依据性质" required fault={faults['basis']}>
          <SelectBox
            value={text(basis) || null}
            options={optionsOf(parameterBases)}
            onChange={next => form.set('basis', next)}
            onBlur={() => form.leave('basis')}
          />
        </Field>
        <Field label="说明" fault={faults['remark']}>
          <TextBox value={text(remark)} onChange={next => form.set('remark', next)} onBlur={() => form.leave('remark')} />
        </Field>
      </div>
    </>
  )
}

interface EffectsProps {
  readonly name: string
  readonly yearly: boolean
  readonly living: readonly Parameter[]
  readonly others: readonly Parameter[]
  readonly asked: ParameterValue
  readonly mending: boolean
}

function Effects({ name, yearly, living, others, asked, mending }: EffectsProps) {
  if (!yearly)
    return (
      <Banner kind="info">
        {asked.startsOn} 起按 {valueText(name, asked.value)}，此前不变。
      </Banner>
    )
  const changes = yearChanges(living, [...others, asked], name)
  return (
    <Banner kind={mending && changes.length > 0 ? 'warn' : 'info'} icon="info">
      {changes.length > 0 && <b>{changes.map(c => changeText(name, c)).join('；')}。</b>}
      {unchangedText(changes)}
    </Banner>
  )
}
