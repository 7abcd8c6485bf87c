import type { FormParams } from '../../../shared/api/forms.ts'
import { ballots } from '../../../shared/ballots/index.ts'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { ballot, type Ballot } from '../../../shared/domain/ballot.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { inGroupOrder } from '../../../shared/rules/schemes.ts'
import type { WholeBallot } from '../../ballots/read.ts'
import { fromRow } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'
import type { GatherScope } from './engine.ts'
import { type Place, placesOf, scopeName } from './people.ts'

export interface FormBallots {
  readonly kind: BallotKind
  /** In the order of the organizations' tree. */
  readonly list: readonly FormBallot[]
  /** 2025年度民主评议 县直机关工委, or the ballot's own name. */
  readonly about: string
}

export interface FormBallot {
  readonly ballot: Ballot & { readonly id: string }
  readonly place: Place
}

/** The ballots a form is of: one, those of a round, or those of a kind in a year; of the latter two only the organization's and those below it. */
export async function ballotsOfForm(scope: GatherScope, params: FormParams): Promise<FormBallots> {
  const { db } = scope
  const places = await placesOf(db)
  const rows = await found(scope, params)
  const list = rows
    .flatMap(row => {
      const one = fromRow(ballot, row)
      const place = places.get(one.organizationId)
      return place ? [{ ballot: one, place }] : []
    })
    .toSorted((a, b) => a.place.order - b.place.order || compare(a.ballot.name, b.ballot.name))
  const [first] = list
  if (!first) throw new AppError('form.empty', { what: `${scopeName(scope, params, places)}没有这样的测评` })
  const name = params.ballotId === undefined ? await groupName(scope, params) : first.ballot.name
  return {
    kind: ballots[first.ballot.kind],
    list,
    about:
      params.ballotId === undefined && params.organizationId === undefined
        ? name
        : `${name} ${list.length === 1 ? first.place.name : scopeName(scope, params, places)}`,
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

async function found({ db }: GatherScope, { ballotId, roundId, ballotKind, year, organizationId }: FormParams) {
  let query = db.selectFrom('ballot').selectAll().where('voidedAt', 'is', null)
  if (ballotId !== undefined) return query.where('id', '=', ballotId).execute()
  if (roundId !== undefined) query = query.where('roundId', '=', roundId)
  else if (ballotKind !== undefined && year !== undefined) query = query.where('kind', '=', ballotKind).where('year', '=', year)
  else throw refuse('params.roundId', 'missing', '先选一个轮次或一次测评')
  if (organizationId === undefined) return query.execute()
  const below = new Set(await subtreeIds(db, organizationId))
  return (await query.execute()).filter(row => below.has(row.organizationId))
}

async function groupName({ db }: GatherScope, { roundId, ballotKind, year }: FormParams): Promise<string> {
  if (roundId === undefined) return `${year ?? ''}年${ballotKind === undefined ? '' : ballotKinds[ballotKind]}`
  const round = await db.selectFrom('ballotRound').select('name').where('id', '=', roundId).limit(1).executeTakeFirst()
  return round?.name ?? ''
}

const bodies: Readonly<Record<string, { readonly body: string; readonly head: string }>> = {
  branch: { body: '党支部', head: '支部书记' },
  generalBranch: { body: '党总支', head: '总支书记' },
  committee: { body: '党委', head: '党委书记' },
  workCommittee: { body: '党工委', head: '党工委书记' },
  group: { body: '党小组', head: '组长' },
}

/** What a body and who heads it are called on its papers. */
export const bodyWords = (kind: string): { readonly body: string; readonly head: string } => bodies[kind] ?? { body: '单位', head: '负责人' }

export const sexWords: Readonly<Record<string, string>> = { male: '男', female: '女' }

/** The groups of voters as the kind of ballot lists them; an office's own after them. */
export function groupsInOrder({ kind, groups }: Pick<WholeBallot, 'kind' | 'groups'>): WholeBallot['groups'] {
  const at = (code: string) => {
    const place = kind.groups.findIndex(group => group.code === code)
    return place < 0 ? Infinity : place
  }
  return inGroupOrder(groups).toSorted((a, b) => (at(a.code) === at(b.code) ? 0 : at(a.code) - at(b.code)))
}
