import type { IntegrityEntry } from '../../shared/api/integrity.ts'
import { ballotGrades, ballotKinds } from '../../shared/domain/ballot-words.ts'
import { personalReportKinds, reportCheck, reportCheckKinds, reportFindings } from '../../shared/domain/personal-report.ts'
import { accountabilityGrades, reportRatings, writtenReportKinds } from '../../shared/domain/written-report.ts'
import { recordPlace } from '../../shared/due/places.ts'
import type { ReadScope } from '../app/scopes.ts'
import { readBallot } from '../ballots/read.ts'
import { resultOf, shownRow } from '../ballots/results.ts'
import type { WholeCadre } from '../cadres/read.ts'
import { fromRow } from '../records/rows.ts'

/** What a part of the file is gathered from: what the user sees, whose it is, and the sheet, if one was begun. */
export interface IntegrityGround extends Pick<ReadScope, 'db' | 'today'> {
  readonly personId: string
  readonly sheet: WholeCadre | undefined
}

export const said = (...parts: readonly (string | null | false | undefined)[]): string =>
  parts.flatMap(part => (part ? [part.replace(/[。；]$/u, '')] : [])).join('；')
export const sheetPath = ({ sheet }: IntegrityGround, tab: string): string | null => (sheet ? `/cadres/${sheet.record.id}?tab=${tab}` : null)

export const latestFirst = (a: IntegrityEntry, b: IntegrityEntry): number => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)

/** Only that it was handed in, and when: what it says is kept nowhere. */
export async function reportsOf({ db, personId }: IntegrityGround): Promise<readonly IntegrityEntry[]> {
  const rows = await db
    .selectFrom('personalReport')
    .select(['id', 'kind', 'year', 'eventOn', 'submittedOn', 'resubmittedOn', 'lateReason'])
    .where('personId', '=', personId)
    .where('voidedAt', 'is', null)
    .execute()
  return rows.map(r => ({
    on: r.submittedOn ?? r.eventOn ?? String(r.year),
    what: `${r.year} 年${personalReportKinds[r.kind]}`,
    says: said(
      r.submittedOn === null ? '没有交' : `${r.submittedOn} 交`,
      r.resubmittedOn && `${r.resubmittedOn} 补正`,
      r.lateReason && `未按期：${r.lateReason}`,
    ),
    path: recordPlace('personalReport', r.id),
  }))
}

export async function checksOf({ db, personId }: IntegrityGround): Promise<readonly IntegrityEntry[]> {
  const rows = await db.selectFrom('reportCheck').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).execute()
  return rows
    .map(row => fromRow(reportCheck, row))
    .map(c => ({
      on: c.askedOn,
      what: reportCheckKinds[c.kind],
      says: said(c.finding === null ? '没有认定' : reportFindings[c.finding], ...(c.handling ?? []).map(one => reportCheck.fields.handling.choices?.[one])),
      path: recordPlace('reportCheck', c.id),
    }))
}

export async function accountsOf({ db, personId }: IntegrityGround): Promise<readonly IntegrityEntry[]> {
  const rows = await db
    .selectFrom('writtenReport')
    .select(['id', 'kind', 'year', 'reportedOn', 'rating', 'grade', 'problems', 'rectifiedOn'])
    .where('personId', '=', personId)
    .where('voidedAt', 'is', null)
    .execute()
  return rows
    .map(r => ({
      on: r.reportedOn,
      what: `${r.year} 年${writtenReportKinds[r.kind]}`,
      says: said(
        r.rating && `评议${reportRatings[r.rating]}`,
        r.grade && `测评${accountabilityGrades[r.grade]}`,
        r.problems && `需整改：${r.problems}`,
        r.rectifiedOn && `${r.rectifiedOn} 完成整改`,
      ),
      path: recordPlace('writtenReport', r.id),
    }))
    .toSorted(latestFirst)
}

/** Closed counts only, as they may be shown: of an open one nothing is concluded. */
export async function ballotsOf({ db, personId }: IntegrityGround): Promise<readonly IntegrityEntry[]> {
  const stood = await db
    .selectFrom('ballotRow as r')
    .innerJoin('ballot as b', 'b.id', 'r.ballotId')
    .select(['b.id', 'r.number'])
    .where('r.personId', '=', personId)
    .where('b.voidedAt', 'is', null)
    .orderBy('b.heldOn', 'desc')
    .limit(20)
    .execute()
  const entries: IntegrityEntry[] = []
  for (const { id, number } of stood) {
    const whole = await readBallot(db, id)
    if (whole.count === null || whole.count.closedOn === null) continue
    const result = resultOf(whole)
    const row = result.rows.find(one => one.number === number)
    const decided = whole.decisions.find(one => one.row === number)
    const shown = row && shownRow(row, result.hidden)
    const item = whole.plan.items[0]
    const votes =
      shown && item
        ? item.options.flatMap(({ key, label }) => (shown.total.votes[item.key]?.[key] ? [`${label} ${shown.total.votes[item.key]?.[key]} 票`] : []))
        : []
    entries.push({
      on: whole.count.closedOn,
      what: ballotKinds[whole.ballot.kind],
      says: said(decided && `组织评定${ballotGrades[decided.grade]}`, shown?.score !== null && shown && `${shown.score} 分`, votes.join('，')),
      path: `/ballots/${encodeURIComponent(id)}/result`,
    })
  }
  return entries
}

/** What the sheet tells, and the commendations of the register. */
export async function rewardsOf(ground: IntegrityGround): Promise<readonly IntegrityEntry[]> {
  const awards = await ground.db
    .selectFrom('award')
    .select(['id', 'awardedOn', 'name', 'awardedBy', 'revokedOn'])
    .where('personId', '=', ground.personId)
    .where('voidedAt', 'is', null)
    .execute()
  return [
    ...(ground.sheet?.rewards ?? []).map(({ kind, given, content }) => ({
      on: given ?? '',
      what: kind === 'honour' ? '奖励' : '惩处',
      says: content,
      path: sheetPath(ground, 'grades'),
    })),
    ...awards.map(({ id, awardedOn, name, awardedBy, revokedOn }) => ({
      on: awardedOn,
      what: name,
      says: said(awardedBy, revokedOn && `${revokedOn} 撤销`),
      path: recordPlace('award', id),
    })),
  ].toSorted(latestFirst)
}
