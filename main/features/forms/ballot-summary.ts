import type { FormParams } from '../../../shared/api/forms.ts'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { familyOf, summaryColumns, type SummaryShape } from '../../../shared/forms/ballot-columns.ts'
import { type BallotSummaryProps, ballotSummary } from '../../../shared/forms/ballot-summary.ts'
import { readBallot } from '../../ballots/read.ts'
import { baseOf } from '../../../shared/rules/ballot-findings.ts'
import { among } from '../../db/among.ts'
import { type Counted, countedOf } from './ballot-counted.ts'
import { ballotsOfForm, groupsInOrder } from './ballots.ts'
import { type Born, rowsOf } from './ballot-rows.ts'
import { documentOf } from './ballot-words.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

/** The sheets of the ballots that were asked for, in the order of their bodies. */
export async function gatherSummary(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<BallotSummaryProps>> {
  const { kind, list, about } = await ballotsOfForm(scope, params)
  const counted: Counted[] = []
  for (const { ballot, place } of list.slice(from, from + size)) counted.push(countedOf(await readBallot(scope.db, ballot.id), place))
  const shape = shapeOf(kind, counted)
  const born = familyOf(kind) === 'vote' ? await bornOf(scope, counted) : new Map<string, Born>()
  const keys = summaryColumns(kind.name, shape).map(({ key }) => key)
  return {
    props: {
      watermark: scope.watermark,
      kind: kind.name,
      about,
      shape,
      documents: counted.map(one => ({
        ...documentOf(one),
        rows: rowsOf(one, born).map(values => keys.map(key => values[key] ?? null)),
      })),
    },
    shown: counted.length,
    total: list.length,
    about,
  }
}

/** What the columns of these ballots have in common. */
function shapeOf(kind: BallotKind, counted: readonly Counted[]): SummaryShape {
  const groups = new Map(counted.flatMap(({ whole }) => groupsInOrder(whole).map(({ code, label }) => [code, label] as const)))
  const [item] = kind.paper.items === 'scheme' ? [] : kind.paper.items
  const passing = kind.thresholds.find(({ code }) => code === 'passing')
  const [first] = counted
  const base = passing && first ? baseOf(passing.base, first.whole.parameter) : 'eligible'
  return {
    groups: [...groups].map(([code, label]) => ({ code, label })),
    base: base === 'present' ? '实到会有' : '应到会有',
    blanks: item !== undefined && counted.some(({ closed, rows }) => closed && rows.some(row => (row.total.votes[item.key]?.['blank'] ?? 0) > 0)),
  }
}

async function bornOf({ db }: GatherScope, counted: readonly Counted[]): Promise<Map<string, Born>> {
  const ids = [...new Set(counted.flatMap(({ whole }) => whole.rows.flatMap(row => row.personId ?? [])))]
  if (ids.length === 0) return new Map()
  const people = await db.selectFrom('person').select(['id', 'sex', 'bornOn']).where(among('id', ids)).execute()
  return new Map(people.map(person => [person.id, person]))
}

export const ballotSummaryEngine = engine(ballotSummary, gatherSummary)
