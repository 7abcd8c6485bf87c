import { type ActivityKind, countingStates } from '../../../shared/domain/activity.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { proceduresApi } from '../../../shared/api/procedures.ts'
import type { ReadScope } from '../../app/scopes.ts'

type Api = typeof proceduresApi

/** What is held as a class; a lecture or a branch's own evening is none. */
const classes: readonly ActivityKind[] = ['superiorTraining', 'rotation', 'training', 'partySchool', 'activistClass']

/** The last classes a person was at, whether or not they count towards a year's hours: 细则第十七条 asks only that they were held. */
export async function studied({ db }: ReadScope, { personId }: InputOf<Api['case.studied']>): Promise<OutputOf<Api['case.studied']>> {
  return db
    .selectFrom('attendance as l')
    .innerJoin('activity as a', 'a.id', 'l.activityId')
    .select(['a.id', 'a.name', 'a.startsOn', 'a.endsOn', 'a.place', 'l.hours'])
    .where('l.personId', '=', personId)
    .where('l.state', 'in', countingStates)
    .where('a.kind', 'in', classes)
    .where('a.voidedAt', 'is', null)
    .orderBy('a.startsOn', 'desc')
    .limit(8)
    .execute()
}
