import { maskIdNumber, maskPhone } from '../rules/id-number.ts'
import type { Field } from './fields.ts'

/** The value of a masked field as lists show it. Masking twice changes nothing. */
export const maskedText = (field: Pick<Field, 'kind'>, value: string): string => (field.kind === 'phone' ? maskPhone(value) : maskIdNumber(value))

/** What stands for a masked value, and is none itself: no number has a star of its own. */
export const isMasked = (field: Pick<Field, 'masked'>, value: unknown): value is string =>
  field.masked === true && typeof value === 'string' && value.includes('*')
