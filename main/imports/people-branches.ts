import { person } from '../../shared/domain/person.ts'
import { branchOn, type Move } from '../quotas/roster.ts'
import { branchInTitle, OrganizationNames, sheetBranch } from './branches.ts'
import type { RowReading } from './kind.ts'
import { repairOf } from './repairs.ts'
import type { StoredOrganization, StoredPerson } from './lookups.ts'
import type { DataRow, RecognisedSheet } from './recognised.ts'

/** Which branch each row belongs to: its own cell, the line above its block, or the sheet. */
export class Branches {
  readonly #names: OrganizationNames<StoredOrganization>
  readonly #ofSheet: ReadonlyMap<RecognisedSheet, string>

  constructor(organizations: readonly StoredOrganization[], sheets: readonly RecognisedSheet[]) {
    this.#names = new OrganizationNames(organizations)
    this.#ofSheet = new Map(
      sheets.flatMap(sheet => {
        const branch = sheetBranch(this.#names, sheet.titles, sheet.sheet.name)
        return branch ? [[sheet, branch.organization?.name ?? branch.text]] : []
      }),
    )
  }

  get named(): boolean {
    return this.#ofSheet.size > 0
  }

  fill(sheet: RecognisedSheet, row: DataRow, { given, faults }: RowReading, before: StoredPerson | undefined, notes: string[]): void {
    const typed = given['organizationId']
    const column = sheet.at.has('organizationId')
    const text = typeof typed === 'string' ? typed : ((row.section && branchInTitle(row.section)) ?? (column && before ? undefined : this.#ofSheet.get(sheet)))
    given['organizationId'] = undefined
    if (text === undefined || faults.some(f => f.field === 'organizationId')) return
    const found = this.#names.find(text)
    if (!found.ok) {
      const repair = typed === undefined ? {} : repairOf(text, found.near)
      faults.push({ field: 'organizationId', code: person.fields.organizationId.faults?.unknown ?? 'unknown', message: found.message, ...repair })
      return
    }
    given['organizationId'] = found.organization.id
    if (!found.exact && typed !== undefined) notes.push(`“${text}”认作“${found.organization.name}”`)
  }
}

/**
 * What to say where a roster puts someone into a branch and a dated move says another: counting goes by the move
 * (`branchOn`), so that the person would be on one list and counted in another.
 */
export function movedOnFile(organizationId: string, moves: readonly Move[] | undefined, today: string, titles: ReadonlyMap<string, string>): readonly string[] {
  const counted = branchOn(organizationId, moves, today)
  if (!moves || counted === organizationId) return []
  const name = (id: string | null) => `“${(id && titles.get(id)) ?? '未编入支部'}”`
  const last = moves.findLast(move => move.movedOn <= today)
  const first = moves[0]
  const filed = last ? `${last.movedOn} 登记过转入${name(last.toId)}` : `登记着 ${first?.movedOn ?? ''} 才从${name(counted)}转出`
  return [`${filed}，指标按登记的算，仍计在${name(counted)}。确已转到${name(organizationId)}的，导入后在此人档案里登记一次组织关系变动；没有转的，改名册`]
}
