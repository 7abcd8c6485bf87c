import { useState } from 'react'
import { type Selection, selectionKinds } from '../../../shared/domain/selection.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { titlesOf } from '../../records/RefInput.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { PeoplePicker } from './ConsiderDialog.tsx'

interface Props {
  onDone(caseId: string, name: string): void
  onClose(): void
}

const bodies = titlesOf('organization')
const isKind = (value: string | null): value is Selection['kind'] => value !== null && value in selectionKinds

/** 立卷: what the dossier is about, and those who are considered already. */
export function OpenDossierDialog({ onDone, onClose }: Props) {
  const { today, organizationId, name: scopeName } = useScope()
  const open = useCommand('selection.open')
  const [name, setName] = useState('')
  const [body, setBody] = useState<Picked | null>(organizationId === undefined ? null : { id: organizationId, title: scopeName })
  const [openedOn, setOpened] = useState<string | null>(today)
  const [owner, setOwner] = useState('')
  const [kind, setKind] = useState<Selection['kind']>('ordinary')
  const [places, setPlaces] = useState<number | null>(1)
  const [rank, setRank] = useState('')
  const [dual, setDual] = useState(false)
  const [probation, setProbation] = useState(true)
  const [post, setPost] = useState('')
  const [vacancy, setVacancy] = useState('')
  const [people, setPeople] = useState<readonly Picked[]>([])
  const whole = name.trim() !== '' && body !== null && openedOn !== null && places !== null && places > 0 && (people.length === 0 || post.trim() !== '')
  const perform = () => {
    if (!whole) return
    open.mutate(
      {
        name: name.trim(),
        organizationId: body.id,
        openedOn,
        owner: owner.trim() || null,
        kind,
        places,
        rank: rank.trim() || null,
        dual,
        probation,
        vacancy: vacancy.trim() || null,
        candidates: people.map(({ id }) => ({ personId: id, proposedPost: post.trim() })),
      },
      { onSuccess: ({ caseId }) => onDone(caseId, name.trim()) },
    )
  }
  return (
    <Dialog
      open
      size={720}
      title="选拔任用立卷"
      sub="一个职位或同一批职位一卷。人选可以以后再加。"
      busy={open.isPending}
      primary={{ label: '立卷', disabled: !whole, perform }}
      onClose={onClose}
    >
      <ErrorBanner error={open.error} />
      <div className="form-grid">
        <Field label="卷宗名称" required help="如“教务处副处长选拔”">
          <TextBox value={name} autoFocus maxLength={200} onChange={setName} />
        </Field>
        <Field label="党组织" required>
          <PickBox value={body} load={bodies} onChange={setBody} />
        </Field>
        <Field label="选拔方式" required>
          <SelectBox value={kind} options={optionsOf(selectionKinds)} onChange={value => isKind(value) && setKind(value)} />
        </Field>
        <Field label="职数" required>
          <NumberBox value={places} unit="名" onChange={setPlaces} />
        </Field>
        <Field label="职务层次">
          <TextBox value={rank} maxLength={200} onChange={setRank} />
        </Field>
        <Field label="拟任职务" help={people.length > 0 ? '人选都拟任这个职务，可以逐人再改' : '有人选时填'}>
          <TextBox value={post} maxLength={200} onChange={setPost} />
        </Field>
        <Field label="立卷日期" required help="开始分析研判的日期">
          <DateBox value={openedOn} today={today} onChange={setOpened} />
        </Field>
        <Field label="承办人">
          <TextBox value={owner} maxLength={200} onChange={setOwner} />
        </Field>
      </div>
      <div className="col" style={{ gap: 12, marginTop: 12 }}>
        <div className="row" style={{ gap: 24 }}>
          <Check checked={probation} label="实行试用期一年" onChange={setProbation} />
          <Check checked={dual} label="双重管理，须征求协管方意见" onChange={setDual} />
        </div>
        <Field label="空缺和任职条件">
          <TextBox value={vacancy} lines={2} maxLength={4000} onChange={setVacancy} />
        </Field>
        <PeoplePicker people={people} onChange={setPeople} />
      </div>
    </Dialog>
  )
}
