import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useScope } from '../../app/scope.tsx'
import { valuesOf } from '../../records/draft.ts'
import { FormDialog } from '../../records/FormDialog.tsx'
import { recordType } from '../../records/record-name.ts'
import { useRecordForm } from '../../records/use-record-form.ts'
import { sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { CandidateShown } from './use-dossier.ts'

interface Props {
  readonly candidate: CandidateShown
  onDone(text: string): void
  onClose(): void
}

const type = recordType('candidate')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const orNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** 考察材料 of a candidate: begun from the facts on file, written on by people. */
export function AssessmentDialog({ candidate: { record, name }, onDone, onClose }: Props) {
  const { today } = useScope()
  const say = useSay()
  const form = useRecordForm(type, valuesOf(type, { ...record }))
  const [drafting, setDrafting] = useState(false)
  const written = text(form.values['assessment'])
  const set = (key: string) => (value: unknown) => form.set(key, value === '' ? null : value)
  const draft = () => {
    setDrafting(true)
    call('selection.draft', { candidateId: record.id })
      .then(
        reply => form.set('assessment', reply.text),
        (error: unknown) => say(sentenceOf(error)),
      )
      .finally(() => setDrafting(false))
  }
  return (
    <FormDialog
      type="candidate"
      form={form}
      record={{ ...record }}
      title={`考察材料（${name}）`}
      gap={12}
      onSaved={() => onDone(`已存${name}的考察材料`)}
      onClose={onClose}
    >
      <Field label="考察材料" fault={form.faults['assessment']} help={`${written.length} 字。德能勤绩廉的表现、缺点和不足由考察组写，不重复简历。`}>
        <TextBox value={written} lines={14} maxLength={4000} autoFocus onChange={set('assessment')} />
      </Field>
      {written === '' && (
        <div className="row">
          <Button small icon="form" disabled={drafting} onClick={draft}>
            用已有资料起草
          </Button>
          <span className="t12 ink-3">填入基本情况、推荐和测评票数、近三年考核，其余留出提纲。</span>
        </div>
      )}
      <div className="form-grid">
        <Field label="考察人" fault={form.faults['assessors']}>
          <TextBox value={text(form.values['assessors'])} maxLength={200} onChange={set('assessors')} />
        </Field>
        <Field label="考察材料日期" fault={form.faults['assessedOn']}>
          <DateBox value={orNull(form.values['assessedOn'])} today={today} onChange={set('assessedOn')} />
        </Field>
      </div>
    </FormDialog>
  )
}
