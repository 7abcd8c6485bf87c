import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { schemesApi } from '../../../shared/api/schemes.ts'
import { scheme, type Scheme, schemeGroup, schemeItem, schemeVeto } from '../../../shared/domain/scheme.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { schemeFaults } from '../../../shared/rules/schemes.ts'
import { parse } from '../../app/parse.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { differences } from '../../records/drafts.ts'
import { draftFrom, nothing } from '../../records/rows.ts'
import { refuseCounted } from '../../records/scheme-use.ts'

type Save = (typeof schemesApi)['scheme.save']
type Copy = (typeof schemesApi)['scheme.copy']

/** Writes what has changed of a scheme, and only that. */
export async function saveScheme(scope: WriteScope, input: InputOf<Save>): Promise<OutputOf<Save>> {
  const { store, db } = scope
  if (input.schemeId !== undefined) await refuseCounted(db, input.schemeId)
  checkLines(input)
  let kept = await keptBy(scope, input)
  if (input.items && differs(store.linesOf(schemeItem, kept.id), input.items)) kept = store.writeLines(schemeItem, scheme, kept, input.items)
  if (input.groups && differs(store.linesOf(schemeGroup, kept.id), input.groups)) kept = store.writeLines(schemeGroup, scheme, kept, input.groups)
  if (input.vetoes && differs(store.linesOf(schemeVeto, kept.id), input.vetoes)) kept = store.writeLines(schemeVeto, scheme, kept, input.vetoes)
  return { id: kept.id, version: kept.version }
}

/** The same items, groups and matters under another year or name; who approved the old one has not approved this. */
export async function copyScheme(scope: WriteScope, { schemeId, year, name }: InputOf<Copy>): Promise<OutputOf<Copy>> {
  const { store, db } = scope
  const before = store.get(scheme, schemeId)
  await refuseTaken(db, { name, year })
  let made = store.create(scheme, { ...draftFrom(scheme, before), name, year, approvedOn: null })
  for (const type of [schemeItem, schemeGroup, schemeVeto] as const) {
    const lines = store.linesOf<typeof type.fields>(type, before.id)
    if (lines.length > 0) made = store.writeLines<typeof type.fields, typeof scheme.fields>(type, scheme, made, lines)
  }
  return { id: made.id, version: made.version }
}

async function keptBy({ store, db }: WriteScope, { schemeId, version, draft }: InputOf<Save>): Promise<Scheme> {
  if (schemeId === undefined) {
    const whole = scheme.complete(parse(scheme.draft, { ...nothing(scheme), ...draft }))
    await refuseTaken(db, whole)
    return store.create(scheme, whole)
  }
  const before = store.getUnchanged(scheme, schemeId, version ?? 0)
  const patch = draft ? differences(scheme, before, scheme.complete(parse(scheme.draft, { ...draftFrom(scheme, before), ...draft }))) : {}
  if (Object.keys(patch).length === 0) return before
  await refuseTaken(db, { ...before, ...patch }, schemeId)
  return store.update(scheme, before, patch)
}

/** One name in a year: ballots and people choose a scheme by it. */
async function refuseTaken(db: WriteScope['db'], { name, year }: { readonly name: string; readonly year: number }, own?: string): Promise<void> {
  const taken = await db.selectFrom('scheme').select('id').where('name', '=', name).where('year', '=', year).where('voidedAt', 'is', null).execute()
  if (taken.some(({ id }) => id !== own)) throw refuse('name', 'duplicate', `${year} 年已有“${name}”，请换一个名称`)
}

function checkLines({ items = [], groups = [], vetoes = [] }: InputOf<Save>): void {
  const issues = schemeFaults({ items, groups, vetoes }).map(({ part, line, field, message }) => ({ path: `${part}.${line}.${field}`, code: 'fault', message }))
  if (issues.length > 0) throw new AppError('input.invalid', { issues })
}

const differs = (a: readonly object[], b: readonly object[]): boolean => texts(a) !== texts(b)

const texts = (lines: readonly object[]): string =>
  lines
    .map(line => JSON.stringify(Object.entries(line).toSorted(([x], [y]) => (x < y ? -1 : 1))))
    .toSorted()
    .join()
