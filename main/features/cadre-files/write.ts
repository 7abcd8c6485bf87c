import { cadre, familyMember, resumePeriod, reward, yearGrade } from '../../../shared/domain/cadre.ts'
import { person, type Person } from '../../../shared/domain/person.ts'
import type { Draft } from '../../../shared/records/record.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { parse } from '../../app/parse.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'
import { type Difference, withKept } from './differences.ts'
import type { Given } from './given.ts'
import { fingerprintOf, type Kept } from './kept.ts'

interface Work {
  /** Who it is about, and what he or she becomes where the file says something else. */
  readonly whose: { readonly before: Person | undefined; readonly draft: Draft<(typeof person)['fields']> | undefined }
  readonly kept: Kept
  readonly accepted: readonly Difference[]
  readonly given: Given
  /** Whether the file itself is kept. */
  readonly takesFile: boolean
}

/** Writes what was accepted of one file, and nothing where nothing was. */
export function writeFile({ store }: WriteScope, { whose: { before, draft }, kept, accepted, given, takesFile }: Work): void {
  const whose = before ? (draft ? store.update(person, before, differences(person, before, draft)) : before) : draft && store.create(person, draft)
  if (!whose) return
  const takes = (field: string) => accepted.some(difference => difference.field === field)
  const values = Object.fromEntries(accepted.flatMap(({ of, name, value }) => (of === 'cadre' ? [[name, value]] : [])))
  const photo = given.photo && takes('photo') ? { photo: store.attach({ name: `${whose.name}.jpg`, bytes: given.photo }) } : {}
  const fileIsNew = given.file && takesFile && fingerprintOf(given.file.bytes) !== kept.file
  const file = given.file && fileIsNew ? { sheetFile: store.attach({ name: `${whose.name}.lrmx`, bytes: given.file.bytes }) } : {}
  const patch = { ...values, ...photo, ...file }
  const base = kept.record ? draftFrom(cadre, kept.record) : nothing(cadre)
  const whole = cadre.complete(parse(cadre.draft, { ...base, ...patch, personId: whose.id }))
  let record = kept.record
    ? Object.keys(patch).length > 0
      ? store.update(cadre, kept.record, differences(cadre, kept.record, whole))
      : kept.record
    : store.create(cadre, whole)
  if (takes('lines.resume')) record = store.writeLines(resumePeriod, cadre, record, given.resume)
  if (takes('lines.rewards')) record = store.writeLines(reward, cadre, record, given.rewards)
  if (takes('lines.grades')) record = store.writeLines(yearGrade, cadre, record, withKept(kept.grades, given.grades))
  if (takes('lines.family')) store.writeLines(familyMember, cadre, record, given.family)
}
