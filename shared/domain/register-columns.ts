import type { Field } from '../records/fields.ts'
import type { RecordType } from '../records/record.ts'
import type { SheetColumn } from '../records/sheet.ts'
import { person } from './person.ts'

const { name: nameField, idNumber: idField, organizationId: branchField } = person.fields

/** Beside a person's name: the columns that say which of several people of that name is meant. They fill no field. */
export const idNumberColumn = (ref: string): string => `${ref}.idNumber`
export const branchColumn = (ref: string): string => `${ref}.branch`

/** The fields that refer to a person, the one the record is about first. */
export const personRefs = (type: RecordType): readonly string[] => Object.keys(type.fields).filter(name => type.fields[name]?.target === 'person')

/**
 * What a workbook of a register may hold: every field but attachments, and beside a person's name the 公民身份号码 and, for
 * the person the record is about, the branch.
 */
export function registerColumns(type: RecordType): readonly SheetColumn[] {
  const [about] = personRefs(type)
  const taken = new Set(Object.values(type.fields).map(field => field.label))
  return Object.entries(type.fields).flatMap(([name, field]) => {
    if (field.kind === 'attachment') return []
    if (field.target !== 'person') return [{ name, field, required: field.required === true && field.kind !== 'flag' }]
    const beside =
      name === about ? [column(idNumberColumn(name), idField), column(branchColumn(name), branchField)] : [column(idNumberColumn(name), numberOf(field))]
    const meant = name === about ? { ...field, also: [...(field.also ?? []), nameField.label, ...(nameField.also ?? [])] } : field
    // The name may be left to the number.
    return [column(name, meant), ...beside.filter(c => !taken.has(c.field.label))]
  })
}

const column = (name: string, field: Field): SheetColumn => ({ name, field, required: false })

/** 介绍人公民身份号码: the number of a person who is not the one the record is about. */
const numberOf = ({ label }: Field): Field => ({ ...idField, label: `${label}${idField.label}`, also: (idField.also ?? []).map(word => `${label}${word}`) })
