import type { FormParams } from '../../../shared/api/forms.ts'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import { type BallotSummaryProps, ballotSummary, familyOf, summaryColumns, type SummaryShape } from '../../../shared/forms/ballot-summary.ts'
import { resultOf, shownRow } from '../../ballots/results.ts'
import { baseFigures, readBallot, type WholeBallot } from '../../ballots/read.ts'
import { baseOf } from '../../../shared/rules/ballot-findings.ts'
import { among } from '../../db/among.ts'
import { ballotsOfForm, type FormBallot, groupsInOrder } from './ballots.ts'
import { type Born, rowsOf } from './ballot-rows.ts'
import { documentOf } from './ballot-words.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

/** One ballot with what its closed count came to; of one that is open, or not counted, there is nothing to show. */
export interface Counted {
  readonly whole: WholeBallot
  readonly place: FormBallot['place']
  readonly figures: ReturnType<typeof baseFigures>
  readonly closed: boolean
  readonly result: ReturnType<typeof resultOf>
  readonly rows: readonly ReturnType<typeof shownRow>[]
}

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<BallotSummaryProps>> {
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

function countedOf(whole: WholeBallot, place: FormBallot['place']): Counted {
  const result = resultOf(whole)
  return {
    whole,
    place,
    figures: baseFigures(whole),
    closed: (whole.count?.closedOn ?? null) !== null,
    result,
    rows: result.rows.map(row => shownRow(row, result.hidden)),
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

export const ballotSummaryEngine = engine(ballotSummary, gather)
