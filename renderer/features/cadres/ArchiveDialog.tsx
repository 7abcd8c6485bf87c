import { useState } from 'react'
import { archiveCheck, type ArchiveItem } from '../../../shared/domain/archive-check.ts'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { archiveItemNames, type ArchiveItemName, archiveItems, cadreIdentities } from '../../../shared/domain/cadre-words.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { useSayDone } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import { blankValues, valuesOf } from '../../records/draft.ts'
import { LeaveDialog } from '../../records/LeaveDialog.tsx'
import { RecordForm } from '../../records/RecordForm.tsx'
import { recordType } from '../../records/record-name.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { dotted } from './cadre-words.ts'
import type { Check, WholeCadre } from './use-cadre.ts'

interface Props {
  readonly whole: WholeCadre
  readonly record: Cadre
  /** The one to change; a new one without it. */
  readonly check: Check | undefined
  onClose(): void
}

const agreement = [
  { value: 'yes', label: '一致' },
  { value: 'no', label: '不一致' },
]

/** What the sheet says of each of the six today, to begin with. */
const sheetSays = ({ person, resume }: WholeCadre, record: Cadre): Readonly<Record<ArchiveItemName, string | null>> => ({
  birth: dotted(person.bornOn) || null,
  work: dotted(record.startedWork) || null,
  party: [dotted(person.joinedOn), record.parties].filter(Boolean).join('；') || null,
  education: [record.fullTimeEducation, record.fullTimeDegree, record.inServiceEducation, record.inServiceDegree].filter(Boolean).join('、') || null,
  resume: resume.length > 0 ? `${resume.length} 段` : null,
  identity: record.identity === null ? null : cadreIdentities[record.identity],
})

/** One going through the personal file: six items, each with what the file says, whether it agrees, on what it is settled. */
export function ArchiveDialog({ whole, record, check, onClose }: Props) {
  const { today } = useScope()
  const done = useSayDone()
  const command = useCommand('archive.save')
  const type = recordType('archiveCheck')
  const form = useRecordForm(type, check ? valuesOf(type, check.record) : blankValues(type, { personId: whole.person.id, checkedOn: today, occasion: 'daily' }))
  const [begun] = useState<readonly ArchiveItem[]>(() => {
    const says = sheetSays(whole, record)
    return archiveItemNames.map(item => check?.items.find(kept => kept.item === item) ?? { item, archive: null, sheet: says[item], agrees: null, basis: null })
  })
  const [items, setItems] = useState(begun)
  const [leaving, setLeaving] = useState(false)
  const touched = form.dirty || items !== begun
  const settle = useUnsaved(touched)
  const change = (item: ArchiveItemName, patch: Partial<ArchiveItem>) => setItems(items.map(one => (one.item === item ? { ...one, ...patch } : one)))
  const save = () => {
    const draft = form.submit()
    if (!draft) return
    command.mutate(
      { ...(check ? { id: check.record.id, version: check.record.version } : {}), draft, items: items.map(item => ({ ...item })) },
      {
        onSuccess: () => {
          settle()
          done(`已登记${whole.person.name}的${archiveCheck.label}`)
          onClose()
        },
        onError: error => void form.refuse(error),
      },
    )
  }
  return (
    <>
      <Dialog
        open
        size={720}
        title={`${check ? '修改' : '登记'}${whole.person.name}的档案审核`}
        sub="出生日期以档案中最早形成的材料为准；有不一致的写明认定依据。"
        busy={command.isPending}
        primary={{ label: '保存', disabled: check !== undefined && !touched, perform: save }}
        onClose={() => (touched ? setLeaving(true) : onClose())}
      >
        <div className="col" style={{ gap: 16 }}>
          <ErrorBanner error={command.error} />
          <div className="cadre-archive" role="table" aria-label="三龄两历一身份">
            <div className="cadre-archive-row head t12 ink-3" role="row">
              <span>项目</span>
              <span>档案记载</span>
              <span>任免审批表记载</span>
              <span>是否一致</span>
              <span>认定依据</span>
            </div>
            {items.map(({ item, archive, sheet, agrees, basis }) => (
              <div key={item} className="cadre-archive-row" role="row">
                <span className="t13">{archiveItems[item]}</span>
                <TextBox
                  value={archive ?? ''}
                  label={`${archiveItems[item]}档案记载`}
                  maxLength={400}
                  onChange={text => change(item, { archive: text || null })}
                />
                <TextBox
                  value={sheet ?? ''}
                  label={`${archiveItems[item]}任免审批表记载`}
                  maxLength={400}
                  onChange={text => change(item, { sheet: text || null })}
                />
                <SelectBox
                  value={agrees === null ? null : agrees ? 'yes' : 'no'}
                  options={agreement}
                  none="未审"
                  label={`${archiveItems[item]}是否一致`}
                  onChange={chosen => change(item, { agrees: chosen === null ? null : chosen === 'yes' })}
                />
                <TextBox value={basis ?? ''} label={`${archiveItems[item]}认定依据`} maxLength={400} onChange={text => change(item, { basis: text || null })} />
              </div>
            ))}
          </div>
          <RecordForm form={form} recordId={check?.record.id} fixed={['personId']} />
        </div>
      </Dialog>
      <LeaveDialog
        open={leaving}
        editing
        onLeave={() => {
          settle()
          onClose()
        }}
        onStay={() => setLeaving(false)}
      />
    </>
  )
}
