import type { DevelopmentFigure, developmentApi } from '../../../shared/api/development.ts'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import { firstDayOf } from '../../../shared/rules/days.ts'
import {
  type Happening,
  happenings,
  inStage,
  type KindName,
  kindOf,
  type Place,
  placeOn,
  type Stage,
  stages,
  type Stretch,
  type Traveller,
  within,
} from '../../../shared/rules/development.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type Development, developmentOf } from '../../procedures/development.ts'
import { monthOf, peopleUnder } from './stretch.ts'

type Api = typeof developmentApi

const isHappening = (name: string): name is Happening => Object.hasOwn(happenings, name)
const isKind = (name: string): name is KindName => Object.hasOwn(kindOf, name)

/** The people behind a figure of the board, of one month of it, or of those who stand in an organization itself. */
export async function people(
  scope: ReadScope,
  { year, organizationId, figure, month, self, offset, limit }: InputOf<Api['development.people']>,
): Promise<OutputOf<Api['development.people']>> {
  const found = await developmentOf(scope, { year })
  const whole = month === undefined ? { from: firstDayOf(year), until: found.asOf } : monthOf(year, month)
  const stretch = { ...whole, until: whole.until < found.asOf ? whole.until : found.asOf }
  const names = new Map([...found.bodies.values()].map(({ id, name }) => [id, name]))
  const under = self
    ? found.travellers.filter(who => (names.has(who.organizationId ?? '') ? who.organizationId : undefined) === organizationId)
    : peopleUnder(found, organizationId)
  const rows = under
    .filter(who => isIn(figure, who, stretch, found))
    .map(who => ({
      key: who.key,
      name: who.name,
      personId: who.personId,
      caseId: who.caseId,
      organization: names.get(who.organizationId ?? '') ?? '',
      stage: placeWords[placeOn(who, stretch.until)],
      on: dayIn(figure, who),
    }))
    .toSorted((a, b) => compare(a.on ?? '', b.on ?? '') || compare(a.organization, b.organization) || compare(a.name, b.name))
  return { total: rows.length, rows: rows.slice(offset, offset + limit) }
}

/** Whether somebody is counted in a figure: by the same rule that counts the board. */
function isIn(figure: DevelopmentFigure, who: Traveller, { from, until }: Stretch, { overdue }: Development): boolean {
  if (isHappening(figure)) return within(who[figure], from, until)
  if (isKind(figure)) return within(who.received, from, until) && kindOf[figure](who)
  const place = placeOn(who, until)
  return figure === 'overdue' ? overdue.has(who.key) && inStage(place) : place === figure
}

/** The day by which somebody is in a figure; for a stage the day it was reached. */
function dayIn(figure: DevelopmentFigure, who: Traveller): string | null {
  if (isHappening(figure)) return who[figure]
  if (isKind(figure)) return who.received
  return figure === 'overdue' ? null : who[reachedBy[figure]]
}

const reachedBy = { applicant: 'applied', activist: 'confirmed', candidate: 'listed', probationary: 'received' } as const satisfies Record<Stage, Happening>

const placeWords: Readonly<Record<Place, string>> = { ...stages, full: '正式党员', left: '已终止', before: '' }

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
