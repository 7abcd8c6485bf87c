import type { EffectRow } from '../../shared/api/bars.ts'
import { barredMatters } from '../../shared/rules/effect-kinds.ts'
import { barring, barsOn, latestOf } from '../../shared/rules/effect-standing.ts'
import { maybeSame, sameCaution } from '../../shared/rules/supervision-cautions.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { subtreeIds } from '../records/subtree.ts'
import { type KnownEffect, knownEffects } from './effects.ts'

const every = Object.keys(barredMatters).filter(isMatter)

function isMatter(name: string): name is keyof typeof barredMatters {
  return Object.hasOwn(barredMatters, name)
}

/** 影响期 of the records that who asks may open, of an organization with all below it. What runs comes first, the one that ends next at the top, what has no end after it; then what is over, the latest first. */
export async function effectRows({ db, today }: Pick<ReadScope, 'db' | 'today'>, organizationId: string | undefined): Promise<readonly EffectRow[]> {
  const shown = (await knownEffects(db, null, today)).filter(effect => effect.shown)
  const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const people = await db
    .selectFrom('person as p')
    .leftJoin('organization as o', 'o.id', 'p.organizationId')
    .select(['p.id', 'p.name', 'p.organizationId', 'p.workPost', 'o.name as organization'])
    .where(
      among(
        'p.id',
        shown.map(({ personId }) => personId),
      ),
    )
    .execute()
  const known = new Map(people.map(person => [person.id, person]))
  const byPerson = Map.groupBy(shown, ({ personId }) => personId)
  return shown
    .flatMap((effect): EffectRow[] => {
      const person = known.get(effect.personId)
      if (!person || (bodies && (person.organizationId === null || !bodies.has(person.organizationId)))) return []
      const { evidence, personId, label, decidedOn, document, from, until, state, clause } = effect
      const latest = barring.has(state) ? latestOf(byPerson.get(personId) ?? []) : effect
      return [
        {
          id: `${evidence.type} ${evidence.id}`,
          type: evidence.type,
          recordId: evidence.id,
          personId,
          name: person.name,
          organization: person.organization ?? '',
          post: effect.post ?? person.workPost,
          label,
          decidedOn,
          document,
          from,
          until,
          promotableFrom: latest?.promotableFrom ?? null,
          state,
          barred: barsOn(effect, every, today)
            .map(({ what }) => barredMatters[what])
            .join('、'),
          clause,
          remarks: [
            ...(latest && latest.promotableFrom !== effect.promotableFrom ? ['几项并行，可提拔日期以最后期满的为准'] : []),
            ...twice(effect, byPerson.get(personId) ?? []),
            ...effect.remarks.map(({ message }) => message),
          ],
        },
      ]
    })
    .toSorted(inOrder)
}

/** 诫勉 that is kept in both registers. */
const twice = ({ kind, evidence, decidedOn }: KnownEffect, others: readonly KnownEffect[]): readonly string[] =>
  others.flatMap(({ kind: its, evidence: { type }, decidedOn: on }) => {
    const both = new Set([type, evidence.type])
    if (kind !== 'admonished' || its !== kind || !both.has('sanction') || !both.has('admonition') || !maybeSame(on, decidedOn)) return []
    return [sameCaution(type === 'sanction' ? type : 'admonition', on).message]
  })

export const runs = ({ state }: Pick<EffectRow, 'state'>): boolean => barring.has(state)

function inOrder(a: EffectRow, b: EffectRow): number {
  if (runs(a) !== runs(b)) return runs(a) ? -1 : 1
  if (a.until === b.until) return a.decidedOn < b.decidedOn ? -1 : 1
  if (a.until === null || b.until === null) return a.until === null ? 1 : -1
  return a.until < b.until === runs(a) ? -1 : 1
}
