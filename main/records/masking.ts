import { AppError } from '../../shared/errors.ts'
import { isMasked, maskedText } from '../../shared/records/masked.ts'
import type { RecordType } from '../../shared/records/record.ts'

type Values = Readonly<Record<string, unknown>>

/** The record with its masked fields masked: no reply but that of `records.reveal` has them whole. */
export function masked(type: RecordType, record: Values): Record<string, unknown> {
  const shown = { ...record }
  for (const [key, field] of Object.entries(type.fields)) {
    const value = shown[key]
    if (field.masked && typeof value === 'string') shown[key] = maskedText(field, value)
  }
  return shown
}

/**
 * The draft of a form with what came back masked as it is kept. A mask says "unchanged" only where it is that of the
 * kept value; another is refused, for nobody knows the digits behind it.
 */
export function unmasked(type: RecordType, draft: Values, kept: Values = {}): Values {
  const whole = { ...draft }
  const issues: { path: string; code: string; message: string }[] = []
  for (const [key, field] of Object.entries(type.fields)) {
    const given = whole[key]
    if (!isMasked(field, given)) continue
    const value = kept[key]
    if (typeof value === 'string' && maskedText(field, value) === given) whole[key] = value
    else issues.push({ path: key, code: 'masked', message: `${field.label}“${given}”遮住了几位，与在册的不符，没有写入。请填完整` })
  }
  if (issues.length > 0) throw new AppError('input.invalid', { issues })
  return whole
}
