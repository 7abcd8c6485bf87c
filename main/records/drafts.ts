import type { Field } from '../../shared/records/fields.ts'
import type { Draft, Fault, Fields, RecordType, Stored } from '../../shared/records/record.ts'

export type Values = Record<string, unknown>

export const missing = (name: string, field: Field): Fault => ({ field: name, code: field.faults?.missing ?? 'missing', message: `没有填${field.label}` })

/** The fault is about this field; a rule across fields need not repeat what its own cell already says. */
export const addChecks = (faults: Fault[], checks: readonly Fault[]): void => {
  for (const check of checks) if (!faults.some(f => f.field === check.field)) faults.push(check)
}

/**
 * The draft that values make, laid over what is kept, with every fault it has added to `faults`. Each value has been read
 * for its field already; what is left are required ones and the record's own rules. One of the few places where values
 * become a typed draft.
 */
export function draftOf<F extends Fields>(type: RecordType<F>, values: Values, faults: Fault[], kept: object = {}): Draft<F> | undefined {
  const whole: Values = {}
  for (const { name, field } of fieldsOf(type)) {
    const value = values[name] ?? (kept as Values)[name] ?? null
    // The rules below expect text where text is required.
    whole[name] = value === null && field.required ? '' : value
    if (value === null && field.required && !faults.some(f => f.field === name)) faults.push(missing(name, field))
  }
  addChecks(faults, type.check(whole as Draft<F>))
  return faults.length === 0 ? type.complete(whole as Draft<F>) : undefined
}

const lists = new WeakMap<object, readonly { readonly name: string; readonly field: Field }[]>()

function fieldsOf(type: { readonly fields: Fields }) {
  const known = lists.get(type) ?? Object.entries(type.fields).map(([name, field]) => ({ name, field }))
  lists.set(type, known)
  return known
}

/** The fields in which a draft differs from what is kept. */
export function differences<F extends Fields>(type: RecordType<F>, before: Stored<F>, after: Draft<F>): Partial<Draft<F>> {
  const patch: Values = {}
  for (const { name } of fieldsOf(type)) {
    const [kept, given] = [(before as Values)[name] ?? null, (after as Values)[name] ?? null]
    if (kept !== given && JSON.stringify(kept) !== JSON.stringify(given)) patch[name] = given
  }
  return patch as Partial<Draft<F>>
}

/** The values of a record by field name; none where there is no record. */
export const valuesOf = (record: object | undefined): Values => (record ?? {}) as Values
