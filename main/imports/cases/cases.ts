import { caseNote, caseStep, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import { rulesFor, withLocal } from '../../../shared/procedures/in-force.ts'
import { membership } from '../../../shared/procedures/membership.ts'
import { standing, type StepRecord } from '../../../shared/rules/procedure.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { type CaseGround, caseGround } from '../../procedures/read.ts'
import { fromRow, nothing } from '../../records/rows.ts'
import { OrganizationNames, sheetBranch } from '../branches.ts'
import { eachRow, type ImportType, readRow, type RowFault, rowsOf } from '../kind.ts'
import { livingOrganizations, type StoredOrganization } from '../lookups.ts'
import { type Known, type Mention, People } from '../named-people.ts'
import { caseColumns, caseIndex, stepColumns } from './columns.ts'
import { CaseRow, type PlannedStep, stepsOf } from './row.ts'

/**
 * 发展党员进度: cases in progress from an office's own workbook. People must be on the roster. A date that can't be read is a fault of its
 * row; one that breaks a rule is kept and told with its article: nothing a row says is lost.
 */
export const casesImport: ImportType = {
  kind: 'cases',
  columns: caseColumns,
  index: caseIndex,
  listsNames: false,

  lacks(sheet) {
    const lacking = sheet.at.has('name') || sheet.at.has('idNumber') ? [] : ['姓名或公民身份号码']
    return stepColumns.some(({ name }) => sheet.at.has(name)) ? lacking : [...lacking, '各步骤的日期']
  },

  async branchOf({ db }, sheets) {
    const names = new OrganizationNames(await livingOrganizations(db))
    return new Map(
      sheets.flatMap(sheet => {
        const branch = sheet.at.has('branch') ? undefined : sheetBranch(names, sheet.titles, sheet.sheet.name)?.organization
        return branch ? [[sheet.sheet.name, branch.name] as const] : []
      }),
    )
  },

  async plan(scope, sheets, step) {
    const mentions: Mention[] = rowsOf(sheets).map(({ sheet, row }) => ({ sheet, row, ...readRow(caseColumns, sheet, row) }))
    const names = new OrganizationNames<StoredOrganization>(await livingOrganizations(scope.db))
    const people = await People.gather(scope.db, mentions, names)
    const found = mentions.map(mention => ({ mention, id: people.find(mention) }))
    const kept = await keptCases(
      scope,
      found.flatMap(({ id }) => (id === undefined ? [] : [id])),
    )
    const ground = await caseGround(scope)
    const seen = new Set<string>()
    const rows: CaseRow[] = []
    await eachRow(found, step, ({ mention, id }) => {
      if (id !== undefined && seen.has(id)) mention.faults.push({ field: 'name', code: 'duplicateRow', message: '这个人在文件里有两行' })
      if (id !== undefined) seen.add(id)
      rows.push(rowOf(mention, id === undefined ? undefined : people.byId(id), kept, ground))
    })
    return {
      columns: caseColumns.map(({ name, field }) => ({ field: name, label: field.label })),
      rows,
      write: async (write, progress) => {
        await eachRow(rows, progress, row => {
          if (row.status === 'created' || row.status === 'updated') writeRow(write, row)
        })
      },
    }
  },
}

/** Stands for the case until it is opened. */
const unopened = 'unopened'

type Kept = Awaited<ReturnType<typeof keptCases>>

/** The open cases of these people, with their steps of the first turn. */
async function keptCases({ db }: ReadScope, personIds: readonly string[]) {
  const rows = await db
    .selectFrom('procedureCase')
    .selectAll()
    .where('procedure', '=', 'membership')
    .where('voidedAt', 'is', null)
    .where(among('personId', personIds))
    .orderBy('openedOn')
    .execute()
  const cases = new Map(rows.map(row => [row.personId ?? '', fromRow(procedureCase, row)]))
  const steps = await db
    .selectFrom('caseStep')
    .selectAll()
    .where('voidedAt', 'is', null)
    .where('turn', '=', 1)
    .where(
      among(
        'caseId',
        rows.map(({ id }) => id),
      ),
    )
    .orderBy('createdAt')
    .execute()
  return {
    cases,
    steps: Map.groupBy(
      steps.map(row => fromRow(caseStep, row)),
      ({ caseId }) => caseId,
    ),
  }
}

function rowOf({ sheet, row, given, faults }: Mention, person: Known | undefined, kept: Kept, ground: CaseGround): CaseRow {
  const before = kept.cases.get(person?.id ?? '')
  const openedOn = before?.openedOn ?? openedIn(given, ground.today)
  const rules = rulesFor(membership, openedOn, ground.today, ground.openCasesMoveOn)
  const plan = withLocal(
    rules.steps,
    ground.local.filter(({ procedure, voidedAt }) => procedure === 'membership' && voidedAt === null),
    ground.today,
  )
  const said: RowFault[] = [...faults]
  if (person && person.organizationId === null) said.push({ field: 'branch', code: 'noBranch', message: `${person.name}在花名册里没有所在党支部，先补上` })
  if (before?.closedOn !== null && before !== undefined)
    said.push({ field: 'name', code: 'ended', message: `${before.name}的卷宗已于 ${before.closedOn} 结束，要改先重新打开` })
  const steps = stepsOf(given, plan, kept.steps.get(before?.id ?? '') ?? [], before?.id ?? unopened, said)
  const judged = standing({
    steps: plan,
    records: recordsOf(steps),
    materials: new Set(),
    facts: { openedOn, bornOn: person?.bornOn ?? null, removedOn: ground.disposals.get(person?.id ?? '')?.removedOn ?? null },
    today: ground.today,
    calendar: ground.calendar,
    countFirstDay: ground.countFirstDay,
  })
  const dated = new Set(steps.map(({ step }) => step))
  // What an office never wrote down is not held against it here: only the days it gives are.
  const remarks = judged.steps.flatMap(({ step: { key }, remarks: all }) =>
    dated.has(key) ? all.filter(({ code, message }) => code !== 'people' && !message.endsWith('没有记录')) : [],
  )
  return new CaseRow({ sheet, row, given, faults: said, person, kept: before, steps, remarks, notes: notesOf(given) })
}

const recordsOf = (steps: readonly PlannedStep[]): StepRecord[] => steps.map(({ draft, step }) => ({ ...draft, step, turn: 1 }))

/** The first day that the row gives; today where it gives none. */
function openedIn(given: Readonly<Record<string, unknown>>, today: string): string {
  const days = stepColumns.flatMap(({ name, field }) => (field.kind === 'date' && typeof given[name] === 'string' ? [given[name]] : []))
  return days.toSorted()[0] ?? today
}

function notesOf(given: Readonly<Record<string, unknown>>): readonly string[] {
  const { stage } = given
  const known = typeof stage === 'string' && Object.values<string>(personCategories).includes(stage)
  return [
    ...(typeof given['plannedOn'] === 'string' ? [`列入发展计划 ${given['plannedOn']}，记入办理日志`] : []),
    ...(typeof stage === 'string' && !known ? [`当前发展阶段写的是“${stage}”，按各步骤的日期显示`] : []),
  ]
}

/** Opens the case or adds to it; each step is a record of its own, with its trace. */
function writeRow({ store, today }: WriteScope, { made: { person, given, kept, steps } }: CaseRow): void {
  if (!person || person.organizationId === null) return
  const remark = typeof given['remark'] === 'string' ? given['remark'] : null
  const { id: personId, name, organizationId } = person
  const openedOn = openedIn(given, today)
  const held =
    kept ??
    store.create(
      procedureCase,
      parse(procedureCase.draft, { ...nothing(procedureCase), procedure: 'membership', name, personId, organizationId, openedOn, remark }),
    )
  for (const { kept: before, draft, changed } of steps) {
    if (!changed) continue
    if (before) store.update(caseStep, before, draft)
    else store.create(caseStep, { ...draft, caseId: held.id })
  }
  if (!kept && typeof given['plannedOn'] === 'string') store.create(caseNote, { caseId: held.id, notedOn: given['plannedOn'], content: '列入发展计划' })
}
