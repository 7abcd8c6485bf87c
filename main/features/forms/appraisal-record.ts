import type { FormParams } from '../../../shared/api/forms.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { personCategories } from '../../../shared/domain/person.ts'
import { AppError } from '../../../shared/errors.ts'
import { appraisalRecord, type AppraisalPerson, type AppraisalRecordProps } from '../../../shared/forms/appraisal-record.ts'
import { dottedMonth } from '../../../shared/forms/text.ts'
import { baseFigures, readBallot, type WholeBallot } from '../../ballots/read.ts'
import { resultOf } from '../../ballots/results.ts'
import { among } from '../../db/among.ts'
import { ballotsOfForm, bodyWords, type FormBallot, sexWords } from './ballots.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

interface Entry {
  readonly whole: WholeBallot
  readonly place: FormBallot['place']
  readonly row: BallotRow
}

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<AppraisalRecordProps>> {
  const { kind, list, about } = await ballotsOfForm(scope, params)
  if (kind.name !== 'memberAppraisal') throw new AppError('form.empty', { what: '登记表只用于民主评议党员测评' })
  const wanted = params.personIds && new Set(params.personIds)
  const entries: Entry[] = []
  for (const { ballot, place } of list) {
    const whole = await readBallot(scope.db, ballot.id)
    for (const row of whole.rows) if (row.part !== 'excused' && (!wanted || wanted.has(row.personId ?? ''))) entries.push({ whole, place, row })
  }
  if (entries.length === 0) throw new AppError('form.empty', { what: `${about}没有参加评议的党员` })
  const shown = entries.slice(from, from + size)
  const people = await particularsOf(scope, shown)
  return {
    props: { watermark: scope.watermark, people: shown.map(entry => personOf(entry, people.get(entry.row.personId ?? ''))) },
    shown: shown.length,
    total: entries.length,
    about,
  }
}

type Particulars = Awaited<ReturnType<typeof particularsOf>> extends ReadonlyMap<string, infer P> ? P : never

async function particularsOf({ db }: GatherScope, entries: readonly Entry[]) {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'sex', 'bornOn', 'nation', 'education', 'joinedOn', 'fullMemberOn', 'partyPost', 'category', 'workPost'])
    .where(
      among(
        'id',
        entries.flatMap(({ row }) => row.personId ?? []),
      ),
    )
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

const categories: Readonly<Record<string, string>> = personCategories

function personOf({ whole, place, row }: Entry, person: Particulars | undefined): AppraisalPerson {
  const { ballot, decisions } = whole
  const decision = decisions.find(found => found.row === row.number)
  const { body, head } = bodyWords(place.kind)
  const committee = place.kind === 'branch' ? '支部委员会' : body
  return {
    year: ballot.year,
    name: row.name,
    sex: sexWords[person?.sex ?? ''] ?? '',
    bornOn: dottedMonth(person?.bornOn ?? null),
    nation: person?.nation ?? '',
    education: person?.education ?? '',
    joinedOn: dottedMonth(person?.joinedOn ?? null),
    fullMemberOn: dottedMonth(person?.fullMemberOn ?? null),
    partyPost: row.post ?? '',
    category: categories[person?.category ?? ''] ?? '',
    branch: place.name,
    workPost: person?.workPost ?? '',
    self: decision?.selfNote ?? '',
    mutual: decision?.mutualNote ?? '',
    ...votesOf(whole, row),
    opinion: { label: `${committee}评定意见`, text: opinionOf(place.kind, row, decision && ballotGrades[decision.grade]), signer: head },
    told: decision?.toldOn ? '评定意见已反馈本人。' : '',
    superior: decision?.superiorOpinion ?? '',
    remark: [decision?.advice, row.part === 'ungraded' ? row.reason : null].filter(Boolean).join('；'),
  }
}

function opinionOf(body: string, { part }: BallotRow, grade: string | undefined): string {
  if (part === 'ungraded') return '参加评议，不评定等次。'
  return `${body === 'branch' ? '经支委会研究' : '经研究'}，评定为：${grade ? `　${grade}` : ''}`
}

/** The votes of a closed count; of one who is not graded there are none to fill in. */
function votesOf(whole: WholeBallot, row: BallotRow): Pick<AppraisalPerson, 'counted' | 'votes'> {
  const { kind, count } = whole
  if (row.part !== 'graded') return { counted: null, votes: [] }
  const item = kind.paper.items === 'scheme' ? '' : (kind.paper.items[0]?.key ?? '')
  const result = count && count.closedOn !== null ? resultOf(whole).rows.find(found => found.number === row.number)?.total : undefined
  return {
    counted: result ? { eligible: baseFigures(whole).eligible, valid: result.valid } : null,
    votes: kind.paper.options.map(({ key, label }) => ({ label, votes: result?.votes[item]?.[key] ?? null })),
  }
}

export const appraisalRecordEngine = engine(appraisalRecord, gather)
