import { derivedSources } from '../../shared/due/sources.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { recordPlace } from '../../shared/due/places.ts'
import { addDays } from '../../shared/rules/days.ts'
import { parameterOn } from '../../shared/rules/parameters.ts'
import { type KnownEffect, knownEffects } from '../supervision/effects.ts'
import type { Gather } from './asked.ts'

const { effectEnd } = derivedSources

/** 影响期: what ends soon, who may be considered again since lately, and 留党察看 whose term runs out without the rights being restored. */
export const effectItems: Gather = async ({ db, today, parameters, concerns, lastDay }) => {
  const shown = (await knownEffects(db, null, today)).filter(effect => effect.shown)
  if (shown.length === 0) return []
  const people = new Map((await db.selectFrom('person').select(['id', 'name', 'organizationId']).execute()).map(person => [person.id, person]))
  const days = parameterOn(parameters, effectEnd.ahead, today)?.value ?? 0
  return shown.flatMap((effect): DueFound[] => {
    const person = people.get(effect.personId)
    if (!person || !concerns(person.organizationId)) return []
    const found = comingOf(effect, today, days)
    if (!found || found.dueOn > lastDay(effectEnd.ahead)) return []
    return [
      {
        key: `${effectEnd.name}/${effect.evidence.type}/${effect.id}/${found.dueOn}`,
        source: effectEnd.name,
        topic: effectEnd.topic,
        title: `${found.what}：${person.name}，${effect.label}`,
        asks: found.asks,
        now: found.now,
        dueOn: found.dueOn,
        organizationId: person.organizationId,
        responsible: null,
        path: recordPlace(effect.evidence.type, effect.evidence.id),
        clause: effect.clause ?? effectEnd.clause,
      },
    ]
  })
}

/** What there is to do about one of them. What has come to its end is shown for as many days as it was announced before. */
function comingOf({ state, until, promotableFrom, watchedUntil }: KnownEffect, today: string, days: number) {
  if (state === 'unrestored' && watchedUntil !== null)
    return { what: '察看期满', dueOn: watchedUntil, asks: '研究恢复党员权利，登记恢复权利日期', now: '恢复权利日期没有登记' }
  if (state === 'running' && until !== null && promotableFrom !== null)
    return { what: '影响期将满', dueOn: until, asks: `${promotableFrom} 起可提拔`, now: '在影响期' }
  if ((state === 'over' || state === 'lifted') && promotableFrom !== null && addDays(promotableFrom, days) >= today)
    return { what: '影响期已满', dueOn: addDays(promotableFrom, days), asks: '告知本人和所在党组织', now: `${promotableFrom} 起可提拔` }
  return null
}
