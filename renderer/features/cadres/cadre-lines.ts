import { familyMember, resumePeriod, reward, yearGrade } from '../../../shared/domain/cadre.ts'
import type { CadreLines } from '../../../shared/api/cadres.ts'
import type { Field } from '../../../shared/records/fields.ts'
import type { LinesType } from '../../../shared/records/record.ts'
import { settled, type Values } from '../../records/draft.ts'

export type LinesName = keyof CadreLines

export const linesTypes: Readonly<Record<LinesName, LinesType>> = { resume: resumePeriod, family: familyMember, grades: yearGrade, rewards: reward }

/** What one line is called. */
export const lineUnits: Readonly<Record<LinesName, string>> = { resume: '段', family: '人', grades: '年', rewards: '条' }

/** The fields that are typed; the number follows from the place. */
export const typedFields = (name: LinesName): readonly (readonly [key: string, field: Field])[] =>
  Object.entries(linesTypes[name].fields).filter(([key]) => key !== 'number')

/** A line with nothing in it; of a choice that must be made, the first. */
export const blankLine = (name: LinesName): Values =>
  Object.fromEntries(
    typedFields(name).map(([key, field]) => [key, field.required && field.choices && name === 'rewards' ? (Object.keys(field.choices)[0] ?? null) : null]),
  )

export const isBlank = (name: LinesName, line: Values): boolean => {
  const blank = blankLine(name)
  return typedFields(name).every(([key, field]) => settled(field, line[key]) === blank[key])
}

/** Something wrong with one value of one of the rows. */
export interface LineFault {
  readonly row: number
  readonly key: string
  readonly message: string
}

/** What is to be written, or what is wrong with it, row by row; empty rows are left out. */
export function readLines<N extends LinesName>(name: N, rows: readonly Values[]): { readonly lines: CadreLines[N]; readonly faults: readonly LineFault[] } {
  const faults: LineFault[] = []
  const lines: unknown[] = []
  const numbered = 'number' in linesTypes[name].fields
  rows.forEach((typed, row) => {
    if (isBlank(name, typed)) return
    const values: Record<string, unknown> = numbered ? { number: lines.length + 1 } : {}
    for (const [key, field] of typedFields(name)) {
      const value = settled(field, typed[key])
      values[key] = value
      const message = faultOf(field, value)
      if (message) faults.push({ row, key, message })
    }
    lines.push(values)
  })
  return { lines: faults.length > 0 ? empty[name] : schemas[name].parse(lines), faults }
}

function faultOf(field: Field, value: unknown): string | undefined {
  if (value === null) return field.required ? `请填写${field.label}` : undefined
  const result = field.value.safeParse(value)
  return result.success ? undefined : (result.error.issues[0]?.message ?? '内容不合要求')
}

const empty: CadreLines = { resume: [], family: [], grades: [], rewards: [] }
const schemas: { readonly [N in LinesName]: { parse(value: unknown): CadreLines[N] } } = {
  resume: resumePeriod.line.array(),
  family: familyMember.line.array(),
  grades: yearGrade.line.array(),
  rewards: reward.line.array(),
}
