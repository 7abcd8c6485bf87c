import { DateBox } from '../ui/DateBox.tsx'
import { Field } from '../ui/Field.tsx'
import { TextBox } from '../ui/TextBox.tsx'

interface BackByProps {
  /** As typed, or the day that is proposed. */
  readonly value: string
  /** False where what was typed is no day. */
  readonly isDay: boolean
  readonly today: string
  onChange(typed: string | null): void
}

/** By when a sheet that is handed out comes back. */
export const BackByField = ({ value, isDay, today, onChange }: BackByProps) => (
  <Field label="何日前报回" required fault={isDay ? undefined : '日期应写作 2026-12-25 的样子'}>
    <DateBox value={value} today={today} onChange={onChange} />
  </Field>
)

/** To whom. */
export const BackToField = ({ value, onChange }: { readonly value: string; onChange(typed: string): void }) => (
  <Field label="报给谁" required help="写在填写说明里，如“组织部 陈科 8612345”">
    <TextBox value={value} maxLength={60} onChange={onChange} />
  </Field>
)
