import { type CaseStep, caseStep, type ProcedureCase } from '../../../shared/domain/procedure-case.ts'
import type { DraftOf } from '../../../shared/records/record.ts'
import type { Step } from '../../../shared/procedures/procedure.ts'
import type { Remark } from '../../../shared/rules/procedure-remarks.ts'
import { parse } from '../../app/parse.ts'
import type { Values } from '../../records/drafts.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'
import { type Change, type PlannedRow, type RowFault, type RowStatus, shownValue } from '../kind.ts'
import type { DataRow, RecognisedSheet } from '../recognised.ts'
import { rowInWords } from '../shown-row.ts'
import type { Entry } from './diary.ts'
import { caseColumns, filledBy, stepColumns } from './columns.ts'

type StepDraft = DraftOf<typeof caseStep>

/** What a row says of one step, and what is kept of it. */
export interface PlannedStep {
  readonly step: string
  readonly kept: CaseStep | undefined
  readonly draft: StepDraft
  readonly changed: boolean
}

/** What a row says of each step, laid over what is kept. An empty cell takes nothing away. */
export function stepsOf(given: Values, steps: readonly Step[], kept: readonly CaseStep[], caseId: string, faults: RowFault[]): readonly PlannedStep[] {
  return steps.flatMap(({ key, results = [] }): PlannedStep[] => {
    const said = stepColumns.flatMap(({ name }) => {
      const filled = filledBy(name)
      const value = given[name]
      return filled?.step === key && value !== undefined && value !== null ? [[filled.field, value] as const] : []
    })
    if (said.length === 0) return []
    // What an earlier round already has stays there; anything else is said of the latest.
    const own = kept.filter(({ step }) => step === key)
    const before = own.find(record => said.every(([field, value]) => record[field] === value)) ?? own.at(-1)
    const base = before ? draftFrom(caseStep, before) : { ...nothing(caseStep), caseId, step: key, turn: 1 }
    const values: Values = { ...base, ...Object.fromEntries(said) }
    const { startedOn, doneOn } = values
    if (typeof startedOn === 'string' && typeof doneOn === 'string' && doneOn < startedOn) {
      faults.push({ field: `${key}.doneOn`, code: 'dateOrder', message: `结束日期 ${doneOn} 早于开始日期 ${startedOn}` })
      return []
    }
    const done = typeof doneOn === 'string'
    const result = done && results.length > 0 ? (before?.result ?? results[0]?.key) : (before?.result ?? null)
    const draft = parse(caseStep.draft, { ...values, result })
    return [{ step: key, kept: before, draft, changed: before === undefined || Object.keys(differences(caseStep, before, draft)).length > 0 }]
  })
}

interface Made {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly given: Values
  readonly faults: readonly RowFault[]
  readonly person: { readonly id: string; readonly name: string; readonly idNumber: string; readonly organizationId: string | null } | undefined
  readonly kept: ProcedureCase | undefined
  readonly steps: readonly PlannedStep[]
  readonly remarks: readonly Remark[]
  readonly notes: readonly string[]
  /** What no step keeps and the case does not say yet: it goes into the diary. */
  readonly diary: readonly Entry[]
  /** 备注 of a case that has none. */
  readonly remark: string | null
}

/** One person's row: what of the case is new, what changes, and what of its dates is not in order. */
export class CaseRow implements PlannedRow {
  readonly made: Made
  readonly status: RowStatus

  constructor(made: Made) {
    this.made = made
    const { faults, kept, steps, diary, remark } = made
    const more = steps.some(({ changed }) => changed) || diary.length > 0 || remark !== null
    this.status = faults.length > 0 ? 'faulty' : !kept ? 'created' : more ? 'updated' : 'unchanged'
  }

  get sheet(): string {
    return this.made.sheet.sheet.name
  }

  get row(): number {
    return this.made.row.number
  }

  get source(): DataRow {
    return this.made.row
  }

  get faults(): readonly RowFault[] {
    return this.made.faults
  }

  get notes(): readonly string[] {
    return [...this.made.remarks.map(({ message, clause }) => (clause === null ? message : `${message} ${clause}`)), ...this.made.notes]
  }

  values(): Record<string, string> {
    const { given, person } = this.made
    const read: Values = { ...given, ...(person && { name: person.name, idNumber: person.idNumber }) }
    return rowInWords(caseColumns, this.made, ({ name, field }) => shownValue(field, read[name]))
  }

  changes(): readonly Change[] {
    const { faults, given, steps, kept } = this.made
    if (faults.length > 0 || !kept) return []
    return stepColumns.flatMap(({ name, field }): Change[] => {
      const filled = filledBy(name)
      const value = given[name]
      if (!filled || value === undefined || value === null) return []
      const before = steps.find(({ step }) => step === filled.step)?.kept?.[filled.field] ?? null
      return before === value ? [] : [{ field: name, label: field.label, before: shownValue(field, before), after: shownValue(field, value) }]
    })
  }
}
