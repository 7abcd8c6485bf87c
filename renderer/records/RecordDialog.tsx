import { useState } from 'react'
import type { RecordName } from '../../shared/domain/index.ts'
import { useQuery } from '../api/hooks.ts'
import { ErrorBanner } from '../ui/Banner.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { blankValues, type Values, valuesOf } from './draft.ts'
import { FormBars, FormTwice } from './FormBars.tsx'
import { FormDialog } from './FormDialog.tsx'
import { RecordForm } from './RecordForm.tsx'
import { recordType } from './record-name.ts'
import type { Titles } from './shown-text.ts'
import { useRecordForm } from './use-record-form.ts'
import { isStored, type Stored } from './use-record-save.ts'

interface Props {
  readonly type: RecordName
  /** The record to change; a new one without it. */
  readonly id?: string | undefined
  readonly title?: string
  /** What a new one begins with, and the titles of what that refers to. */
  readonly preset?: Values
  readonly presetTitles?: Titles
  /** Fields that the place decides, and so are not asked. */
  readonly fixed?: readonly string[]
  readonly headings?: Readonly<Partial<Record<string, string>>>
  /** Offers to save and begin another. */
  readonly again?: boolean
  onSaved(record: Stored, another: boolean): void
  onClose(): void
}

/** Creates or changes a record of any type. Mounted while it is open. */
export function RecordDialog(props: Props) {
  const { type, id } = props
  const reply = useQuery('records.get', { type, id: id ?? '' }, { enabled: id !== undefined, keep: false })
  const [opened, setOpened] = useState<{ readonly record: Stored; readonly titles: Titles }>()
  if (id === undefined) return <Opened {...props} record={undefined} titles={props.presetTitles ?? {}} />
  // The form keeps what it was opened with: a change by someone else is met when saving, not under the fingers.
  if (!opened && reply.data && !reply.isFetching && isStored(reply.data.record)) setOpened({ record: reply.data.record, titles: reply.data.titles })
  if (opened) return <Opened {...props} record={opened.record} titles={opened.titles} />
  return reply.error ? (
    <Dialog open title={`修改${recordType(type).label}`} onClose={props.onClose}>
      <ErrorBanner error={reply.error} />
    </Dialog>
  ) : null
}

function Opened({
  type: name,
  record,
  titles,
  title,
  preset,
  fixed,
  headings,
  again,
  onSaved,
  onClose,
}: Props & { readonly record: Stored | undefined; readonly titles: Titles }) {
  const type = recordType(name)
  const form = useRecordForm(type, record ? valuesOf(type, record) : blankValues(type, preset), titles)
  const startAgain = () => {
    form.restart(blankValues(type, preset))
    setTimeout(() => document.querySelector<HTMLElement>('.record-form input')?.focus())
  }
  return (
    <FormDialog
      type={name}
      form={form}
      record={record}
      title={title ?? `${record ? '修改' : '新增'}${type.label}`}
      onAgain={again && !record ? startAgain : undefined}
      onSaved={onSaved}
      onClose={onClose}
    >
      <FormBars type={name} values={form.values} />
      <FormTwice type={name} values={form.values} />
      <RecordForm form={form} recordId={record?.id} {...(fixed ? { fixed } : {})} {...(headings ? { headings } : {})} />
    </FormDialog>
  )
}
