import { cellText, compact, nameText } from '../../shared/records/cell.ts'
import { organization, type organizationKinds } from '../../shared/domain/organization.ts'
import type { Draft, Fault } from '../../shared/records/record.ts'
import { headingIndex, type SheetColumn } from '../../shared/records/sheet.ts'
import { type KnownOrganization, OrganizationNames } from './branches.ts'
import { differences, draftOf, type Values, valuesOf } from '../records/drafts.ts'
import { type ImportType, type PlannedRow, readRow, rowsOf, shownValue } from './kind.ts'
import { livingOrganizations, type StoredOrganization } from './lookups.ts'
import { inLoop, parentsFirst } from './tree.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'
import { changesInWords, rowInWords, statusOf } from './shown-row.ts'

type OrganizationDraft = Draft<(typeof organization)['fields']>

const columns: readonly SheetColumn[] = Object.entries(organization.fields)
  .filter(([name]) => name !== 'parentName')
  .map(([name, field]) => ({ name, field, required: name === 'name' }))

/** A line of the file on its way to an organization: `id` is that of the kept one, or its own until it has one. */
interface Line {
  readonly sheet: RecognisedSheet
  readonly row: DataRow
  readonly given: Values
  readonly faults: Fault[]
  readonly notes: string[]
  readonly before: StoredOrganization | undefined
  readonly id: string
  /** What the file says the superior is called; undefined where it says nothing. */
  readonly parentText: string | undefined
  parentId: string | null
}

/** 党组织: matched by name, and by superior where several share a name. Superiors may stand anywhere in the file, or come later. */
export const organizationsImport: ImportType = {
  kind: 'organizations',
  columns,
  index: headingIndex(columns),
  listsNames: true,

  lacks: sheet => (sheet.at.has('name') ? [] : [organization.fields.name.label]),

  async plan({ db }, sheets) {
    const kept = await livingOrganizations(db)
    const lines = read(sheets, kept)
    const all = everyone(kept, lines)
    const names = new OrganizationNames(all, false)
    for (const line of lines) findParent(line, names)
    const parentOf = new Map(all.map(o => [o.id, o.parentId]))
    for (const line of lines) parentOf.set(line.id, line.parentId)
    const waiting = connectable(kept, lines, parentOf)
    for (const line of lines) {
      if (line.parentText !== undefined && inLoop(line.id, parentOf))
        line.faults.push({ field: 'parentId', code: 'loop', message: `上级关系成了环：“${String(line.given['name'])}”在它自己的下级之中` })
    }
    const titles = new Map(all.map(o => [o.id, o.name]))
    const planned = lines.map(line => plannedLine(line, titles))
    const shown = columns.filter(c => sheets.some(s => s.at.has(c.name)))
    return {
      columns: shown.map(c => ({ field: c.name, label: c.field.label })),
      rows: planned,
      write: async ({ store }, step) => {
        const ids = new Map<string, string>()
        const place = (id: string | null) => (id === null ? null : (ids.get(id) ?? id))
        const good = parentsFirst(
          planned.filter(p => p.faults.length === 0),
          p => p.line.id,
          p => p.line.parentId,
        )
        for (const [i, { line, draft, patch, status }] of good.entries()) {
          if (i % 200 === 0) await step(i, good.length)
          if (status === 'created' && draft) ids.set(line.id, store.create(organization, { ...draft, ...superior(place(draft.parentId), line) }).id)
          if (status === 'updated' && line.before)
            store.update(organization, line.before, 'parentId' in patch ? { ...patch, ...superior(place(patch.parentId ?? null), line) } : patch)
        }
        for (const { child, parentId } of waiting) {
          const id = place(parentId)
          if (id && !isTemporary(id)) store.update(organization, store.get(organization, child.id), { parentId: id, parentName: null })
        }
      },
    }
  },
}

/** A superior whose own line was left out is not there yet: its name is kept until it is. */
function superior(id: string | null, line: Line): Pick<OrganizationDraft, 'parentId' | 'parentName'> {
  if (id !== null && !isTemporary(id)) return { parentId: id, parentName: null }
  return { parentId: null, parentName: line.parentText ?? null }
}

const temporary = 'line-'
const isTemporary = (id: string): boolean => id.startsWith(temporary)

function read(sheets: readonly RecognisedSheet[], kept: readonly StoredOrganization[]): Line[] {
  const rows = rowsOf(sheets).map(({ sheet, row }) => {
    const { given, faults } = readRow(columns, sheet, row)
    const parentText = typeof given['parentId'] === 'string' ? nameText(given['parentId']) : undefined
    given['parentId'] = undefined
    if (typeof given['name'] === 'string') given['name'] = nameText(given['name'])
    const name = String(given['name'] ?? '')
    return { sheet, row, given, faults, parentText, name, form: compact(name), parentForm: parentText === undefined ? undefined : compact(parentText) }
  })
  const parentsOf = new Map<string, Set<string>>()
  for (const r of rows) parentsOf.set(r.form, (parentsOf.get(r.form) ?? new Set()).add(r.parentForm ?? ''))
  const byForm = Map.groupBy(kept, o => compact(o.name))
  const names = new Map(kept.map(o => [o.id, compact(o.name)]))
  const seen = new Map<string, { sheet: RecognisedSheet; row: DataRow }>()
  return rows.map(({ sheet, row, given, faults, parentText, name, form, parentForm }, i) => {
    const notes: string[] = []
    // One name under several superiors is several organizations; then the superior is part of who it is.
    const several = (parentsOf.get(form)?.size ?? 0) > 1
    const key = several ? `${form}/${parentForm ?? ''}` : form
    const earlier = seen.get(key)
    if (name && earlier)
      faults.push({
        field: 'name',
        code: organization.fields.name.faults?.duplicate ?? 'duplicate',
        message: `与${earlier.sheet === sheet ? '' : `“${earlier.sheet.sheet.name}”`}第 ${earlier.row.number} 行重复`,
      })
    else if (name) seen.set(key, { sheet, row })
    const parentIs = (o: StoredOrganization) => (o.parentId === null ? compact(o.parentName ?? '') : (names.get(o.parentId) ?? ''))
    const same = byForm.get(form) ?? []
    const before = earlier ? undefined : (same.find(o => parentIs(o) === (parentForm ?? '')) ?? (several || same.length > 1 ? undefined : same[0]))
    if (!before && same.length > 1 && parentText === undefined && !earlier)
      faults.push({ field: 'name', code: 'ambiguousName', message: `已有 ${same.length} 个“${name}”，请填上级党组织` })
    const kindAt = sheet.at.get('kind')
    const kindFault = faults.findIndex(f => f.field === 'kind')
    // 党的基层委员会 is no choice, but its ending tells which it is; so does the name where nothing is said.
    const kind =
      given['kind'] !== undefined ? undefined : kindFault >= 0 ? kindOf(cellText(row.cells[kindAt ?? -1] ?? null)) : before ? undefined : kindOf(name)
    if (kind) given['kind'] = kind
    if (kind && kindFault >= 0) faults.splice(kindFault, 1)
    return { sheet, row, given, faults, notes, before, id: before?.id ?? `${temporary}${i}`, parentText, parentId: before?.parentId ?? null }
  })
}

/** The kept ones and those of the file, as names to be found. */
function everyone(kept: readonly StoredOrganization[], lines: readonly Line[]): KnownOrganization[] {
  const added = lines
    .filter(line => !line.before && typeof line.given['name'] === 'string' && !line.faults.some(f => f.field === 'name'))
    .map(line => ({ id: line.id, name: String(line.given['name']), kind: String(line.given['kind'] ?? ''), parentId: null, closedOn: null }))
  return [...kept, ...added]
}

function findParent(line: Line, names: OrganizationNames<KnownOrganization>): void {
  if (line.parentText === undefined) return
  const found = names.find(line.parentText)
  if (found.ok && found.organization.id === line.id && !found.exact) {
    line.parentId = null
    line.notes.push(`上级“${line.parentText}”还没有登记，先记下名称，登记后自动接上`)
    return
  }
  line.parentId = found.ok ? found.organization.id : null
  if (!found.ok) line.notes.push(`上级“${line.parentText}”还没有登记，先记下名称，登记后自动接上`)
  else if (!found.exact) line.notes.push(`上级“${line.parentText}”认作“${found.organization.name}”`)
}

interface Waiting {
  readonly child: StoredOrganization
  readonly parentId: string
}

/** Kept organizations that have waited for one of the file as their superior. */
function connectable(kept: readonly StoredOrganization[], lines: readonly Line[], parentOf: Map<string, string | null>): Waiting[] {
  const good = lines.filter(line => line.faults.length === 0)
  const names = new OrganizationNames(
    good.map(line => ({ id: line.id, name: String(line.given['name'] ?? ''), kind: String(line.given['kind'] ?? ''), parentId: null, closedOn: null })),
    false,
  )
  const inFile = new Set(lines.filter(line => line.parentText !== undefined).map(line => line.id))
  const waiting: Waiting[] = []
  for (const child of kept) {
    const found = child.parentName === null || inFile.has(child.id) ? undefined : names.find(child.parentName)
    const parentId = found?.ok ? found.organization.id : undefined
    if (parentId === undefined || parentId === child.id) continue
    parentOf.set(child.id, parentId)
    if (inLoop(child.id, parentOf)) parentOf.set(child.id, null)
    else waiting.push({ child, parentId })
  }
  return waiting
}

const kinds: readonly (readonly [ending: RegExp, kind: keyof typeof organizationKinds])[] = [
  [/(?:党工委|工作委员会|工委)$/, 'workCommittee'],
  [/总支部?(?:委员会)?$/, 'generalBranch'],
  [/(?:支部|支部委员会|支委会)$/, 'branch'],
  [/小组$/, 'group'],
  [/(?:党委|委员会|党组)$/, 'committee'],
]

/** 组织类别, going by the ending of the name; none where the name does not tell. */
const kindOf = (name: string) => kinds.find(([ending]) => ending.test(name.replace(/[（(][^）)]*[）)]$/, '')))?.[1]

interface PlannedLine extends PlannedRow {
  readonly line: Line
  readonly draft: OrganizationDraft | undefined
  readonly patch: Partial<OrganizationDraft>
}

function plannedLine(line: Line, titles: ReadonlyMap<string, string>): PlannedLine {
  const { sheet, row, before, faults, given } = line
  const superiorOf = line.parentText === undefined ? {} : { parentId: line.parentId, parentName: line.parentId === null ? line.parentText : null }
  const kept = { ...valuesOf(before), ...superiorOf }
  const draft = draftOf(organization, { ...given, parentId: undefined }, faults, kept)
  const values = draft ? valuesOf(draft) : { ...kept, ...given, parentId: line.parentId }
  const patch = before && draft ? differences(organization, before, draft) : {}
  const show =
    (from: Values) =>
    ({ name, field }: SheetColumn): string =>
      name === 'parentId' ? (titles.get(String(from['parentId'] ?? '')) ?? String(from['parentName'] ?? '')) : shownValue(field, from[name])
  return {
    sheet: sheet.sheet.name,
    row: row.number,
    source: row,
    status: statusOf(faults, before, patch),
    faults,
    notes: line.notes,
    line,
    draft,
    patch,
    values: () => rowInWords(columns, { sheet, row, faults }, show(values)),
    changes: () =>
      changesInWords(
        columns.filter(c => Object.hasOwn(patch, c.name) || (c.name === 'parentId' && Object.hasOwn(patch, 'parentName'))),
        show(valuesOf(before)),
        show(values),
      ),
  }
}
