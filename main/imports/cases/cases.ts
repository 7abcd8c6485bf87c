import { caseNote, type CaseStep, caseStep, procedureCase } from '../../../shared/domain/procedure-case.ts'
import { rulesFor, withLocal, withRecorded } from '../../../shared/procedures/in-force.ts'
import { membership } from '../../../shared/procedures/membership.ts'
import { standing, type StepRecord } from '../../../shared/rules/procedure.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope, WriteScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { type CaseGround, caseGround } from '../../procedures/read.ts'
import type { Values } from '../../records/drafts.ts'
import { fromRow, nothing } from '../../records/rows.ts'
import { OrganizationNames, sheetBranch } from '../branches.ts'
import { eachRow, type ImportType, readRow, type RowFault, rowsOf } from '../kind.ts'
import { livingOrganizations, type StoredOrganization } from '../lookups.ts'
import { type Known, type Mention, People } from '../named-people.ts'
import { caseColumns, caseIndex, filledBy, stepColumns } from './columns.ts'
import { diaryOf, notesOf } from './diary.ts'
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
    const mentions: ReadMention[] = rowsOf(sheets).map(({ sheet, row }) => ({ sheet, row, ...readRow(caseColumns, sheet, row) }))
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

/** A row as it was read. */
interface ReadMention extends Mention {
  readonly monthOnly: ReadonlySet<string>
}

/** Stands for the case until it is opened. */
const unopened = 'unopened'

type Kept = Awaited<ReturnType<typeof keptCases>>

/** The latest case of each of these people, with its steps, the latest round last, and its diary. */
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
    .where(
      among(
        'caseId',
        rows.map(({ id }) => id),
      ),
    )
    .orderBy('turn')
    .orderBy('createdAt')
    .execute()
  const notes = await db
    .selectFrom('caseNote')
    .select(['caseId', 'notedOn', 'content'])
    .where('voidedAt', 'is', null)
    .where(
      among(
        'caseId',
        rows.map(({ id }) => id),
      ),
    )
    .execute()
  return {
    cases,
    notes: Map.groupBy(notes, ({ caseId }) => caseId),
    steps: Map.groupBy(
      steps.map(row => fromRow(caseStep, row)),
      ({ caseId }) => caseId,
    ),
  }
}

function rowOf({ sheet, row, given, faults, monthOnly }: ReadMention, person: Known | undefined, kept: Kept, ground: CaseGround): CaseRow {
  const held = kept.cases.get(person?.id ?? '')
  const openedOn = held?.openedOn ?? openedIn(given, ground.today)
  const rules = rulesFor(membership, openedOn, ground.today, ground.openCasesMoveOn)
  const earlier = kept.steps.get(held?.id ?? '') ?? []
  const asked = withLocal(
    rules.steps,
    ground.local.filter(({ procedure, voidedAt }) => procedure === 'membership' && voidedAt === null),
    ground.today,
  )
  // A step that the rules of its day do not ask for is kept all the same where the row or the case gives it.
  const plan = withRecorded(asked, new Set([...stepsGiven(given), ...earlier.map(({ step }) => step)]), membership, ground.local)
  const said: RowFault[] = [...faults]
  if (person && person.organizationId === null) said.push({ field: 'branch', code: 'noBranch', message: `${person.name}在花名册里没有所在党支部，先补上` })
  if (held && held.closedOn !== null) said.push({ field: 'name', code: 'ended', message: `${held.name}的卷宗已于 ${held.closedOn} 结束，要改先重新打开` })
  const months = monthsOf(given, monthOnly, earlier)
  const steps = stepsOf(given, plan, earlier, held?.id ?? unopened, said)
  const judged = (records: readonly StepRecord[]) =>
    standing({
      steps: plan,
      records,
      materials: new Set(),
      facts: { openedOn, bornOn: person?.bornOn ?? null, removedOn: ground.disposals.get(person?.id ?? '')?.removedOn ?? null },
      today: ground.today,
      calendar: ground.calendar,
      countFirstDay: ground.countFirstDay,
    }).steps
  const dated = new Set(steps.map(({ step }) => step))
  // Of steps that are on file already only what this row brings about is said.
  const before = new Set(earlier.length === 0 ? [] : judged(earlier).flatMap(({ remarks: all }) => all.map(({ message }) => message)))
  // What an office never wrote down is not held against it here: only the days it gives are.
  const remarks = judged(recordsOf(steps, earlier)).flatMap(({ step: { key }, remarks: all }) =>
    all.filter(({ code, message }) => code !== 'people' && !message.endsWith('没有记录') && (dated.has(key) || !before.has(message))),
  )
  const diary = diaryOf(given, held, kept.notes.get(held?.id ?? '') ?? [], ground.today)
  const remark = held?.remark === null && typeof given['remark'] === 'string' ? given['remark'] : null
  return new CaseRow({ sheet, row, given, faults: said, person, kept: held, steps, remarks, notes: [...months, ...notesOf(given)], diary, remark })
}

/** A day of which only the month is given leaves the one on file within it as it is; else it is said that it counts as the first. */
function monthsOf(given: Values, monthOnly: ReadonlySet<string>, earlier: readonly CaseStep[]): readonly string[] {
  return caseColumns.flatMap(({ name, field }) => {
    if (!monthOnly.has(name)) return []
    const filled = filledBy(name)
    const kept = filled && earlier.findLast(({ step }) => step === filled.step)?.[filled.field]
    if (typeof kept !== 'string' || !kept.startsWith(String(given[name]).slice(0, 7))) return [`“${field.label}”只有年月，按当月 1 日登记`]
    given[name] = undefined
    return []
  })
}

/** What is on file of the case, with what the row says of it laid over. */
function recordsOf(steps: readonly PlannedStep[], earlier: readonly CaseStep[]): StepRecord[] {
  const replaced = new Set(steps.map(({ kept: before }) => before?.id))
  return [...earlier.filter(({ id }) => !replaced.has(id)), ...steps.map(({ draft }) => draft)]
}

/** The steps that a row says anything of. */
const stepsGiven = (given: Readonly<Record<string, unknown>>): readonly string[] =>
  stepColumns.flatMap(({ name }) => (given[name] === undefined || given[name] === null ? [] : (filledBy(name)?.step ?? [])))

/** The first day that the row gives; today where it gives none. */
function openedIn(given: Readonly<Record<string, unknown>>, today: string): string {
  const days = stepColumns.flatMap(({ name, field }) => (field.kind === 'date' && typeof given[name] === 'string' ? [given[name]] : []))
  return days.toSorted()[0] ?? today
}

/** Opens the case or adds to it; each step is a record of its own, with its trace. */
function writeRow({ store, today }: WriteScope, { made: { person, given, kept, steps, diary, remark: added } }: CaseRow): void {
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
  if (kept && added !== null) store.update(procedureCase, kept, { remark: added })
  for (const { notedOn, content } of diary) store.create(caseNote, { caseId: held.id, notedOn, content })
}
