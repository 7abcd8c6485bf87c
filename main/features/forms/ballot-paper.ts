import type { FormParams } from '../../../shared/api/forms.ts'
import { onlyVoters } from '../../../shared/ballots/kind.ts'
import { layoutOf } from '../../../shared/ballots/layout.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { schemeItem } from '../../../shared/domain/scheme.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { ballotPaper, type BallotPaperProps } from '../../../shared/forms/ballot-paper.ts'
import type { BallotPaperSheet, PaperRow, ScoredItem } from '../../../shared/forms/ballot-paper-sheet.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { capOf } from '../../../shared/rules/ballot-findings.ts'
import { baseFigures, linesOf, onPaper, readBallot, type WholeBallot } from '../../ballots/read.ts'
import { gatherSummary } from './ballot-summary.ts'
import { ballotsOfForm, bodyWords, type FormBallot, groupsInOrder } from './ballots.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<BallotPaperProps>> {
  const { kind, list, about } = await ballotsOfForm(scope, params)
  const papers: BallotPaperSheet[] = []
  for (const { ballot, place } of list) {
    const whole = await readBallot(scope.db, ballot.id)
    papers.push(...papersOf(whole, { place, office: scope.office.name, scored: await scoredOf(scope, whole), counted: params.copies === 'voters' }))
  }
  if (papers.length === 0) throw new AppError('form.empty', { what: `${about}还没有要上票的名单` })
  const { slice, total } = sliceOf(papers, from, size)
  // Behind the last of them, so that papers and the sheets they are counted on come out of one job.
  const summary = params.summary && from + size >= total ? (await gatherSummary(scope, params, { from: 0, size: list.length })).props : null
  return {
    props: { watermark: scope.watermark, kind: kind.name, papers: slice, summary },
    shown: slice.reduce((sum, paper) => sum + countOf(paper), 0),
    total,
    about,
  }
}

const countOf = ({ copies }: BallotPaperSheet) => Math.max(1, copies)

/** The papers from the nth on, as many as wanted: what is cut off of one with copies stands in the next slice. */
function sliceOf(papers: readonly BallotPaperSheet[], from: number, size: number): { readonly slice: BallotPaperSheet[]; readonly total: number } {
  let total = 0
  const slice: BallotPaperSheet[] = []
  for (const paper of papers) {
    const begin = Math.max(total, from)
    total += countOf(paper)
    const end = Math.min(total, from + size)
    if (end > begin) slice.push(paper.copies === 0 ? paper : { ...paper, copies: end - begin })
  }
  return { slice, total }
}

async function scoredOf({ db }: GatherScope, { kind, ballot }: WholeBallot): Promise<ScoredItem[]> {
  if (layoutOf(kind) !== 'scores') return []
  const items = ballot.schemeId === null ? [] : await linesOf(db, schemeItem, ballot.schemeId)
  if (items.length === 0) throw new AppError('form.empty', { what: `“${ballot.name}”没有选考核方案，评分表没有指标可印` })
  return items.map(({ area, name, points, rule }) => ({ area, label: name, points, rule: rule ?? '' }))
}

interface Setting {
  readonly place: FormBallot['place']
  readonly office: string
  readonly scored: ScoredItem[]
  /** As many as there are voters. */
  readonly counted: boolean
}

/** The distinct papers of a ballot: one for each group of voters and, where each row has a paper of its own, each row. */
function papersOf(whole: WholeBallot, { place, office, scored, counted }: Setting): BallotPaperSheet[] {
  const { kind, ballot } = whole
  const printed = onPaper(whole.rows).filter(row => !row.written)
  if (printed.length === 0) return []
  const rows = printed.map((row, i) => paperRow(whole, row, i + 1))
  const groups = groupsOf(whole)
  const layout = layoutOf(kind)
  const day = ballot.heldOn === null ? '　　年　　月　　日' : longDay(ballot.heldOn)
  const { body } = bodyWords(place.kind)
  const issued = kind.subjects === 'posts' || groups.some(({ mark }) => mark !== '')
  return groups.flatMap(group =>
    (kind.paper.each ? rows.map(row => [row]) : [rows]).map(own => ({
      title: `${ballotKinds[kind.name]}${layout === 'scores' ? '表' : '票'}`,
      under: underOf(whole, groups.length > 1 && group.mark === '' ? group.label : ''),
      left: kind.paper.each ? `${kind.rowLabel}：${own[0]?.name ?? ''}` : `${kind.subjects === 'posts' ? '推荐单位' : body}：${place.name}`,
      right: kind.paper.each ? ownRight(own[0]?.post ?? '', group.mark) : group.mark ? `${group.mark}（${group.label}）` : day,
      foot: issued ? `${office}　${day}` : `（加盖${body}印章有效）`,
      rows: own,
      scored,
      places: ballot.places,
      notes: notesOf(whole),
      copies: counted ? votersOf(whole, place.name, group, groups.length) : 0,
    })),
  )
}

/** A row of a 推荐票 is a post, or somebody who is put up for one. */
function paperRow({ kind, ballot }: WholeBallot, { name, post, section, places, personId }: BallotRow, number: number): PaperRow {
  const at = layoutOf(kind) === 'names' ? (section ?? (personId === null ? name : ballot.name)) : (section ?? '')
  return { number, name, post: post ?? '', section: at, places: places ?? (layoutOf(kind) === 'names' ? ballot.places : null) }
}

const ownRight = (post: string, mark: string) => [post && `现任职务：${post}`, mark].filter(Boolean).join('　')

/** （2025年度，党外群众填写）; （支部委员会委员：候选人 6 名，应选 5 名） */
function underOf({ kind, ballot, rows }: WholeBallot, group: string): string {
  const offices =
    layoutOf(kind) === 'signs'
      ? Map.groupBy(
          onPaper(rows).filter(row => !row.written),
          row => row.section ?? '',
        )
      : []
  const seats = [...offices]
    .map(([office, own]) => {
      const places = own.find(row => row.places !== null)?.places ?? ballot.places
      return `${office && `${office}：`}候选人 ${own.length} 名${places === null ? '' : `，应选 ${places} 名`}`
    })
    .join('；')
  const words = [kind.roll === 'entered' ? '' : `${ballot.year}年度`, seats, group && `${group}填写`].filter(Boolean)
  return words.length > 0 ? `（${words.join('，')}）` : ''
}

interface Group {
  readonly label: string
  readonly mark: string
  readonly eligible: number | null
}

/** The groups that fill papers in; one that nobody belongs to gets none. */
function groupsOf(whole: WholeBallot): readonly Group[] {
  const { kind, ballot } = whole
  const groups = groupsInOrder(whole)
  const marks = new Map(kind.groups.map(({ code, mark }) => [code, mark ?? '']))
  const known = groups.length > 0 ? groups : onlyVoters.map(group => ({ ...group, eligible: ballot.eligible }))
  return known.filter(({ eligible }) => eligible !== 0).map(({ code, label, eligible }) => ({ label, mark: marks.get(code) ?? '', eligible }))
}

function votersOf({ ballot }: WholeBallot, place: string, group: Group, groups: number): number {
  const voters = group.eligible ?? (groups === 1 ? ballot.eligible : null)
  if (voters !== null && voters > 0) return voters
  const message = `${place}的${groups > 1 ? group.label : '测评'}没有填应参加人数，不知道印几份。先填上，或选“每种一份”`
  throw refuse('params.copies', 'voters', message)
}

/** The notes with the number of 优秀 that the body may give; where it is not known yet, without the words about it. */
function notesOf(whole: WholeBallot): string[] {
  const { kind, parameter } = whole
  const [cap] = kind.caps
  const state = cap && capOf(cap, baseFigures(whole), parameter)
  return kind.paper.notes.map(note => (state ? note.replace('{cap}', String(state.most)) : note.replace(/（[^（）]*\{cap\}[^（）]*）/, '')))
}

export const ballotPaperEngine = engine(ballotPaper, gather)
