import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { supervisionApi } from '../../../shared/api/supervision.ts'
import { cadreLevels } from '../../../shared/domain/cadre-words.ts'
import { problemKinds } from '../../../shared/domain/supervision-words.ts'
import { keysOf } from '../../../shared/records/keys.ts'
import { daysBetween, firstDayOf, yearOf } from '../../../shared/rules/days.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { deadlineStateOf } from '../../../shared/rules/supervision-deadlines.ts'
import { byLevel, byMonth, countedUntil, countUntil, handled, repeatedProblems, untalked, watchedKinds } from '../../../shared/rules/supervision-figures.ts'
import type { Handlers } from '../../app/handlers.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { parametersIn } from '../../records/parameters.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { workingCalendar } from '../../records/working-calendar.ts'
import { type Known, knownMatters } from './matters.ts'
import { reportsOf } from './reports.ts'
import { oddShapes } from './shapes.ts'

type Board = (typeof supervisionApi)['supervision.board']

export const supervisionHandlers: Handlers<keyof typeof supervisionApi> = {
  'supervision.board': board,
}

async function board(scope: ReadScope, { year, organizationId }: InputOf<Board>): Promise<OutputOf<Board>> {
  const { db, today } = scope
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const within = (id: string | null) => below === undefined || (id !== null && below.has(id))
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
  const parameters = await parametersIn(db)
  const inForce = (key: string) => parameterOn(parameters, key, today)?.value ?? 0
  const ground = { parameters, calendar: await workingCalendar(db) }
  const known = (await knownMatters(db, ground)).filter(m => within(m.organizationId))
  const counted = known.flatMap(({ watched }) => watched ?? [])
  const { now: until, before } = countedUntil(year, today)
  const months = byMonth(counted, year)
  const levels = byLevel(counted, year)
  const followed = new Set(known.flatMap(({ follows }) => follows ?? []))
  const people = await leaders(db, within)
  return {
    until,
    kinds: keysOf(watchedKinds).map(kind => {
      const own = months.get(kind) ?? Array.from({ length: 12 }, () => [])
      const open = known.filter(({ watched, shown }) => watched?.kind === kind && yearOf(watched.on) === year && !shown.closed).length
      return { kind, months: own.map(ids => [...ids]), total: own.flat().length, before: countUntil(counted, kind, year - 1, before), open }
    }),
    levels: [...keysOf(cadreLevels), null].flatMap(level => {
      const own = levels.get(level)
      if (!own) return []
      return [
        {
          level: level ?? '',
          label: level === null ? '没有登记' : cadreLevels[level],
          kinds: handled.map(kind => ({ kind, ids: [...(own.get(kind) ?? [])] })),
        },
      ]
    }),
    overdue: overdueOf(known, today, nameOf),
    unclear: known.filter(({ unclear, shown }) => unclear && !followed.has(shown.id)).map(({ shown }) => shown.id),
    repeatYears: inForce('supervision.repeatYears'),
    repeated: repeatedOf(
      known.filter(({ watched }) => watched !== null && watched.on <= until),
      { years: inForce('supervision.repeatYears'), since: firstDayOf(year) },
    ),
    talks: { people: people.length, without: await withoutTalk(db, people, { year, until, nameOf }) },
    reports: await reportsOf(scope, { year, parameters, within, nameOf }),
    shapes: await oddShapes(db, { year, percent: inForce('supervision.sameGrade'), within }),
    matters: known.flatMap(({ watched, shown, organizationId: of }) => (watched ? [{ ...shown, kind: watched.kind, organization: nameOf(of) }] : [])),
  }
}

/** What is owed and late, whichever year it began in, the oldest first. */
function overdueOf(known: readonly Known[], today: string, nameOf: (id: string | null) => string): OutputOf<Board>['overdue'] {
  return known
    .flatMap(({ shown, owes, organizationId }) =>
      owes
        .filter(owed => deadlineStateOf(owed, today) === 'overdue')
        .map(({ duty, dueOn, provisional }) => ({
          id: shown.id,
          type: shown.type,
          name: shown.name || nameOf(organizationId),
          duty,
          dueOn,
          overdueBy: daysBetween(dueOn, today),
          provisional: [...provisional],
        })),
    )
    .toSorted((a, b) => b.overdueBy - a.overdueBy)
}

function repeatedOf(known: readonly Known[], { years, since }: { readonly years: number; readonly since: string }): OutputOf<Board>['repeated'] {
  const followUps = new Set(known.flatMap(({ follows, shown }) => (follows === null ? [] : [shown.id])))
  const nameOf = new Map(known.flatMap(({ watched, person }) => (watched?.personId ? [[watched.personId, person] as const] : [])))
  return repeatedProblems(
    known.flatMap(({ watched }) => watched ?? []),
    { years, since, followUps },
  ).map(({ personId, category, ids }) => ({ personId, name: nameOf.get(personId) ?? '', category: problemKinds[category], ids: [...ids] }))
}

/** 党员领导干部: with whom a talk is due every year. */
async function leaders(db: ReadScope['db'], within: (organizationId: string | null) => boolean) {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name', 'organizationId', 'workPost'])
    .where('voidedAt', 'is', null)
    .where('leader', '=', 1)
    .where('category', 'in', ['full', 'probationary'])
    .orderBy('nameOrder')
    .execute()
  return rows.filter(({ organizationId }) => within(organizationId))
}

interface Coverage {
  readonly year: number
  readonly until: string
  nameOf(id: string | null): string
}

/** Of the 谈话台账, and of 提醒 and 诫勉 that were talks. */
async function withoutTalk(db: ReadScope['db'], people: Awaited<ReturnType<typeof leaders>>, { year, until, nameOf }: Coverage) {
  const asked = among(
    'personId',
    people.map(({ id }) => id),
  )
  const talks = await db.selectFrom('talk').select(['personId', 'talkedOn as on']).where('voidedAt', 'is', null).where(asked).execute()
  const warned = await db.selectFrom('admonition').select(['personId', 'executedOn as on']).where('voidedAt', 'is', null).where('way', '=', 'talk').execute()
  return untalked(people, [...talks, ...warned], { year, until }).map(({ id, name, organizationId, workPost, last }) => ({
    id,
    name,
    organization: nameOf(organizationId),
    post: workPost ?? '',
    last,
  }))
}
