import type { ReactNode } from 'react'
import type { Field } from '../../shared/records/fields.ts'
import type { RecordType } from '../../shared/records/record.ts'
import type { Values } from './draft.ts'
import { MaskedText } from './MaskedText.tsx'
import { recordName } from './record-name.ts'
import { shownText, type Titles } from './shown-text.ts'

/** One column that a list of records can show. */
export interface ListColumn {
  readonly key: string
  readonly head: string
  readonly width: number
  readonly align?: 'r' | 'c'
  /** May take what room is left. */
  readonly grow?: boolean
  /** The field that main sorts by, and whether the other way round (age against birth). */
  readonly sort?: { readonly field: string; readonly reverse?: boolean }
  /** The field written to Excel for it; none for what the program only works out. */
  readonly exports?: string
  cell(row: Values, titles: Titles): ReactNode
  text(row: Values, titles: Titles): string
}

export const dash = <span className="dash">—</span>

const widths: Readonly<Partial<Record<Field['kind'], number>>> = {
  idNumber: 172,
  date: 96,
  month: 80,
  phone: 124,
  ref: 168,
  note: 200,
  multi: 200,
  flag: 64,
  decimal: 72,
  integer: 72,
  money: 96,
  attachment: 72,
}
const grows = ({ kind, target }: Field) => kind === 'note' || kind === 'text' || kind === 'multi' || (kind === 'ref' && target !== 'person')
const numbers: readonly Field['kind'][] = ['integer', 'decimal', 'money']

/** Wide enough for its head and for what it usually holds; a person's name is short. */
const widthOf = (field: Field) =>
  Math.max(field.target === 'person' ? 88 : (widths[field.kind] ?? (field.choices ? choiceWidth(field.choices) : 120)), field.label.length * 13 + 30)
const choiceWidth = (choices: Readonly<Record<string, string>>) => Math.max(...Object.values(choices).map(label => label.length)) * 13 + 24

/** The field that names a row: what the list begins with, such as the person. It stays in sight while the rest scrolls. */
export const nameField = (type: RecordType): string => type.list[0] ?? type.title

/** Names of people are short, those of organizations and places are not; a sentence is longer still. */
const nameWidth = (type: RecordType, field: Field) => (type.name === 'person' || field.target === 'person' ? 112 : field.kind === 'note' ? 264 : 176)

/** The columns that follow from the fields of a record type: those of its list first, then the rest of its form. */
export function fieldColumns(type: RecordType): readonly ListColumn[] {
  const keys = [...new Set([...type.list, ...type.form.flat()])]
  return keys.flatMap(key => {
    const field = type.fields[key]
    return field ? [fieldColumn(type, key, field)] : []
  })
}

function fieldColumn(type: RecordType, key: string, field: Field): ListColumn {
  const text = (row: Values, titles: Titles) => shownText(field, row[key], titles)
  const bold = key === nameField(type)
  return {
    key,
    head: field.label,
    width: bold ? nameWidth(type, field) : widthOf(field),
    sort: { field: key },
    exports: key,
    text,
    ...(numbers.includes(field.kind) ? { align: 'r' as const } : {}),
    ...(!bold && grows(field) ? { grow: true } : {}),
    cell: (row, titles) => {
      const shown = text(row, titles)
      if (shown === '') return dash
      if (field.masked && typeof row['id'] === 'string') return <MaskedText type={recordName(type.name)} id={row['id']} field={key} masked={shown} />
      return bold ? <b className="bold">{shown}</b> : shown
    },
  }
}
