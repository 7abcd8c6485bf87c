import { type SanctionKind, sanctionKinds } from '../../shared/domain/sanction-words.ts'
import type { Evidence } from '../../shared/rules/bars.ts'
import { effectsOf, type SanctionFacts } from '../../shared/rules/effect-period.ts'
import type { Effect } from '../../shared/rules/effect-standing.ts'
import type { ParameterValue } from '../../shared/rules/parameters.ts'
import type { ReadScope } from '../app/scopes.ts'
import { among } from '../db/among.ts'
import { parametersIn } from '../records/parameters.ts'

type Db = ReadScope['db']

/** 影响期 of a record, whichever register it stands in. */
export interface KnownEffect extends Effect {
  readonly personId: string
  readonly label: string
  readonly evidence: Evidence
  /** The day of the decision, its number, and the post that was held then. */
  readonly decidedOn: string
  readonly document: string | null
  readonly post: string | null
  /** False where the record itself is not for who asks. */
  readonly shown: boolean
}

interface Source {
  readonly type: 'sanction' | 'admonition' | 'stepDown'
  readonly personId: string
  readonly fact: SanctionFacts
  readonly document: string | null
  readonly post: string | null
}

/**
 * 影响期 of these people (null: of everybody of whom something is shown), as it stands on a day. What there is is reckoned from the tables themselves,
 * since a period that one may not see may lengthen one that he may; what is for him is told apart by what he reads himself. Only this folder may do so:
 * what is not `shown` leaves it as nothing but that.
 */
export async function knownEffects(db: Db, personIds: readonly string[] | null, on: string): Promise<readonly KnownEffect[]> {
  const own = await sourcesIn(db, personIds)
  const seen = new Set(own.map(({ type, fact }) => `${type} ${fact.id}`))
  const whole = await sourcesIn(db.withSchema('main'), personIds ?? [...new Set(own.map(({ personId }) => personId))])
  const parameters = await parametersIn(db)
  return [...Map.groupBy(whole, ({ personId }) => personId).values()].flatMap(sources => ofPerson(sources, parameters, on, seen))
}

function ofPerson(sources: readonly Source[], parameters: readonly ParameterValue[], on: string, seen: ReadonlySet<string>): readonly KnownEffect[] {
  const byId = new Map(sources.map(source => [source.fact.id, source]))
  return effectsOf(
    sources.map(({ fact }) => fact),
    parameters,
    on,
  ).flatMap(effect => {
    const source = byId.get(effect.id)
    if (!source) return []
    const { type, personId, fact, document, post } = source
    return [
      {
        ...effect,
        personId,
        label: type === 'stepDown' ? `能下（${sanctionKinds[effect.kind]}）` : sanctionKinds[effect.kind],
        evidence: { type, id: effect.id },
        decidedOn: fact.approvedOn,
        document,
        post,
        shown: seen.has(`${type} ${effect.id}`),
      },
    ]
  })
}

const plain = (id: string, kind: SanctionKind, approvedOn: string, statedUntil: string | null): SanctionFacts => ({
  id,
  kind,
  approvedOn,
  statedUntil,
  effectiveOn: null,
  probationYears: null,
  restoredOn: null,
  lasting: null,
  revision: null,
  revisedOn: null,
  revisedTo: null,
})

/** 处分和组织处理, 诫勉, and 能下 that says until when. */
async function sourcesIn(db: Db, personIds: readonly string[] | null): Promise<readonly Source[]> {
  const sanctions = await db
    .selectFrom('sanction')
    .select(['id', 'personId', 'kind', 'approvedOn', 'effectiveOn', 'probationYears', 'restoredOn', 'statedUntil', 'lasting'])
    .select(['revision', 'revisedOn', 'revisedTo', 'document', 'formerPost'])
    .where('voidedAt', 'is', null)
    .$if(personIds !== null, query => query.where(among('personId', personIds ?? [])))
    .execute()
  const admonitions = await db
    .selectFrom('admonition')
    .select(['id', 'personId', 'executedOn', 'barUntil', 'number', 'postThen'])
    .where('voidedAt', 'is', null)
    .where('kind', '=', 'admonish')
    .$if(personIds !== null, query => query.where(among('personId', personIds ?? [])))
    .execute()
  const stepDowns = await db
    .selectFrom('stepDown')
    .select(['id', 'personId', 'kind', 'decidedOn', 'until', 'document', 'formerPost'])
    .where('voidedAt', 'is', null)
    .where('until', 'is not', null)
    .$if(personIds !== null, query => query.where(among('personId', personIds ?? [])))
    .execute()
  return [
    ...sanctions.map(({ personId, lasting, document, formerPost, ...row }): Source => ({
      type: 'sanction',
      personId,
      fact: { ...row, lasting: lasting === 1 },
      document,
      post: formerPost,
    })),
    ...admonitions.map(({ id, personId, executedOn, barUntil, number, postThen }): Source => ({
      type: 'admonition',
      personId,
      fact: plain(id, 'admonished', executedOn, barUntil),
      document: number,
      post: postThen,
    })),
    ...stepDowns.map(({ id, personId, kind, decidedOn, until, document, formerPost }): Source => ({
      type: 'stepDown',
      personId,
      fact: plain(id, kind, decidedOn, until),
      document,
      post: formerPost,
    })),
  ]
}
