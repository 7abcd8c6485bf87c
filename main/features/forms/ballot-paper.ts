import type { FormParams } from '../../../shared/api/forms.ts'
import { type BallotKind, onlyVoters } from '../../../shared/ballots/kind.ts'
import { layoutOf } from '../../../shared/ballots/layout.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { AppError } from '../../../shared/errors.ts'
import { ballotPaper, type BallotPaperProps, type BallotPaperSheet, type ScoredItem } from '../../../shared/forms/ballot-paper.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { capOf } from '../../../shared/rules/ballot-findings.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import { Ground } from '../../quotas/ground.ts'
import { ballotsOfForm, type FormBallot } from './ballots.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

/** A paper with how often it is printed: distinct for a ballot, a group of voters and, where each row has one, a row. */
type Wanted = BallotPaperSheet

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<BallotPaperProps>> {
  const { kind, list, about } = await ballotsOfForm(scope, params)
  const lines = await linesOf(scope, list)
  const papers = list.flatMap(one => papersOf(scope, kind, one, lines, params.copies === 'voters'))
  if (papers.length === 0) throw new AppError('form.empty', { what: `${about}还没有要上票的名单` })
  const { slice, total } = sliceOf(papers, from, size)
  return { props: { watermark: scope.watermark, kind: kind.name, papers: slice }, shown: slice.reduce((sum, p) => sum + countOf(p), 0), total, about }
}

const countOf = ({ copies }: Wanted) => Math.max(1, copies)

/** The papers from the nth on, as many as wanted: what is cut off of one with copies stands in the next slice. */
function sliceOf(papers: readonly Wanted[], from: number, size: number): { readonly slice: Wanted[]; readonly total: number } {
  let total = 0
  const slice: Wanted[] = []
  for (const paper of papers) {
    const begin = Math.max(total, from)
    total += countOf(paper)
    const end = Math.min(total, from + size)
    if (end > begin) slice.push(paper.copies === 0 ? paper : { ...paper, copies: end - begin })
  }
  return { slice, total }
}

type Lines = Awaited<ReturnType<typeof linesOf>>

/** What all the ballots' papers say, read at once. */
async function linesOf({ db }: GatherScope, list: readonly FormBallot[]) {
  const ids = new Set(list.map(({ ballot }) => ballot.id))
  const only = list.length === 1 ? list[0]?.ballot.id : undefined
  const rows = db.selectFrom('ballotRow').selectAll().where('part', '=', 'graded').where('written', '=', 0).orderBy('number')
  const groups = db.selectFrom('ballotGroup').selectAll()
  const schemeIds = [...new Set(list.flatMap(({ ballot }) => ballot.schemeId ?? []))]
  const items = schemeIds.length > 0 ? await db.selectFrom('schemeItem').selectAll().where('schemeId', 'in', schemeIds).orderBy('number').execute() : []
  const own = <R extends { readonly ballotId: string }>(all: readonly R[]) =>
    Map.groupBy(
      all.filter(row => ids.has(row.ballotId)),
      row => row.ballotId,
    )
  return {
    rows: own(await (only === undefined ? rows : rows.where('ballotId', '=', only)).execute()),
    groups: own(await (only === undefined ? groups : groups.where('ballotId', '=', only)).execute()),
    scored: Map.groupBy(items, item => item.schemeId),
    parameters: await new Ground(db).parameters(),
  }
}

function papersOf(scope: GatherScope, kind: BallotKind, { ballot, place }: FormBallot, lines: Lines, counted: boolean): Wanted[] {
  const rows = (lines.rows.get(ballot.id) ?? []).map(({ number, name, post, section, places }, i) => ({
    number: layoutOf(kind) === 'names' ? number : i + 1,
    name,
    post: post ?? '',
    section: section ?? '',
    places,
  }))
  if (rows.length === 0) return []
  const scored: ScoredItem[] = (lines.scored.get(ballot.schemeId ?? '') ?? []).map(({ area, name, points, rule }) => ({
    area,
    label: name,
    points,
    rule: rule ?? '',
  }))
  if (layoutOf(kind) === 'scores' && scored.length === 0)
    throw new AppError('form.empty', { what: `${place.name}的“${ballot.name}”没有考核方案，评分表没有指标可印` })
  const groups = groupsOf(kind, lines.groups.get(ballot.id) ?? [], ballot.eligible)
  const day = ballot.heldOn === null ? '　　年　　月　　日' : longDay(ballot.heldOn)
  const issued = groups.some(({ mark }) => mark !== '') || kind.subjects === 'posts'
  const body = bodies[place.kind] ?? '单位'
  return groups.flatMap(group =>
    (kind.paper.each ? rows.map(row => [row]) : [rows]).map(own => ({
      title: `${ballotKinds[kind.name]}${layoutOf(kind) === 'scores' ? '表' : '票'}`,
      under: underOf(kind, ballot, rows.length, groups.length > 1 && group.mark === '' ? group.label : ''),
      left: kind.paper.each ? `${kind.rowLabel}：${own[0]?.name ?? ''}` : `${kind.subjects === 'posts' ? '推荐单位' : body}：${place.name}`,
      right: kind.paper.each ? eachRight(own[0]?.post ?? '', group.mark) : group.mark ? `${group.mark}（${group.label}）` : day,
      foot: issued ? `${scope.office.name}　${day}` : `（加盖${body}印章有效）`,
      rows: own,
      scored,
      places: ballot.places,
      notes: notesOf(kind, ballot, rows.length, lines),
      copies: counted ? votersOf(place.name, group, ballot.eligible, groups.length) : 0,
    })),
  )
}

const bodies: Readonly<Record<string, string>> = { branch: '党支部', generalBranch: '党总支', committee: '党委', workCommittee: '党工委', group: '党小组' }

const eachRight = (post: string, mark: string) => [post && `现任职务：${post}`, mark].filter(Boolean).join('　')

/** （2025年度，党外群众填写）; （候选人 11 名，应选 9 名） */
function underOf(kind: BallotKind, { year, places }: FormBallot['ballot'], rows: number, group: string): string {
  const seats = layoutOf(kind) === 'signs' && places !== null ? `候选人 ${rows} 名，应选 ${places} 名` : ''
  const words = [kind.roll === 'entered' ? '' : `${year}年度`, seats, group && `${group}填写`].filter(Boolean)
  return words.length > 0 ? `（${words.join('，')}）` : ''
}

interface Group {
  readonly label: string
  readonly mark: string
  readonly eligible: number | null
}

/** The groups that fill papers in: a group that nobody belongs to, or that weighs nothing and has nobody entered, gets none. */
function groupsOf(
  kind: BallotKind,
  lines: readonly { code: string; label: string; weight: number; eligible: number | null }[],
  eligible: number | null,
): Group[] {
  const marks = new Map(kind.groups.map(({ code, mark }) => [code, mark ?? '']))
  const known = lines.length > 0 ? lines : onlyVoters.map(group => ({ ...group, eligible }))
  return known
    .filter(group => group.eligible !== 0 && !(group.weight === 0 && group.eligible === null))
    .map(group => ({ label: group.label, mark: marks.get(group.code) ?? '', eligible: group.eligible }))
}

function votersOf(place: string, group: Group, eligible: number | null, groups: number): number {
  const voters = group.eligible ?? (groups === 1 ? eligible : null)
  if (voters !== null && voters > 0) return voters
  const message = `${place}的${groups > 1 ? group.label : '测评'}没有填应参加人数，不知道印几份。先填上，或选“每种一份”`
  throw new AppError('input.invalid', { issues: [{ path: 'params.copies', code: 'voters', message }] })
}

/** The notes with the number of 优秀 that the body may give; where it is not known yet, without the words about it. */
function notesOf(kind: BallotKind, { eligible, present, fullMembers, heldOn, year }: FormBallot['ballot'], rows: number, { parameters }: Lines): string[] {
  const [cap] = kind.caps
  const figures = { eligible, present, issued: null, returned: null, valid: null, fullMembers, rows }
  const state = cap && capOf(cap, figures, key => parameterOn(parameters, key, heldOn ?? lastDayOf(year))?.value)
  return kind.paper.notes.map(note => (state ? note.replace('{cap}', String(state.most)) : note.replace(/（[^（）]*\{cap\}[^（）]*）/, '')))
}

export const ballotPaperEngine = engine(ballotPaper, gather)
