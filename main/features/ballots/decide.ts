import type { ballotsApi } from '../../../shared/api/ballots.ts'
import type { InputOf } from '../../../shared/api/endpoint.ts'
import { ballotGrades } from '../../../shared/domain/ballot-words.ts'
import { gradeDecision } from '../../../shared/domain/grade-decision.ts'
import { refuse } from '../../../shared/errors.ts'
import { capOf } from '../../../shared/rules/ballot-findings.ts'
import type { WriteScope } from '../../app/scopes.ts'
import { baseFigures, onPaper, readBallot, type WholeBallot } from '../../ballots/read.ts'

type Input = InputOf<(typeof ballotsApi)['ballot.decide']>
type Decision = Input['decisions'][number]

/** 组织评定: a person's entry beside the arithmetic. The program sets none; over the cap it asks for the reason. */
export async function decide({ store, db }: WriteScope, { ballotId, decidedOn, decisions }: Input): Promise<{ changed: number }> {
  const whole = await readBallot(db, ballotId)
  if ((whole.count?.closedOn ?? null) === null) throw refuse('ballotId', 'open', '先封票，再评定')
  refuseStrangers(whole, decisions)
  let changed = 0
  for (const { row, grade, ...said } of decisions) {
    const kept = whole.decisions.find(decision => decision.row === row)
    if (grade === null) {
      if (!kept) continue
      store.void(gradeDecision, kept, '取消评定')
      changed += 1
      continue
    }
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
    if (kept) {
      const patch = { grade, decidedOn, ...given }
      const differs = Object.entries(patch).some(([key, value]) => new Map<string, unknown>(Object.entries(kept)).get(key) !== value)
      if (!differs) continue
      store.update(gradeDecision, kept, patch)
    } else {
      const subject = whole.rows.find(found => found.number === row)
      store.create(gradeDecision, {
        ballotId,
        row,
        personId: subject?.personId ?? null,
        organizationId: subject?.organizationId ?? null,
        year: whole.ballot.year,
        grade,
        decidedOn,
        reason: said.reason ?? null,
        advice: said.advice ?? null,
        selfNote: said.selfNote ?? null,
        mutualNote: said.mutualNote ?? null,
        toldOn: said.toldOn ?? null,
        superiorOpinion: null,
      })
    }
    changed += 1
  }
  return { changed }
}

function refuseStrangers(whole: WholeBallot, decisions: readonly Decision[]): void {
  const rows = new Set(onPaper(whole.rows).map(row => row.number))
  const seen = new Set<number>()
  for (const { row, grade } of decisions) {
    if (!rows.has(row)) throw refuse('decisions', 'unknownRow', `第 ${row} 行没有参评，不评定等次`)
    if (seen.has(row)) throw refuse('decisions', 'duplicateLine', `第 ${row} 行评定了两次`)
    seen.add(row)
    if (grade !== null && !whole.kind.decision.grades.includes(grade)) throw refuse('decisions', 'unknownGrade', `这类测评不评“${ballotGrades[grade]}”`)
  }
  for (const cap of whole.kind.caps) {
    const state = capOf(cap, baseFigures(whole), whole.parameter)
    if (!state) continue
    const given = new Map(whole.decisions.map(({ row, grade, reason }) => [row, { grade, reason }]))
    for (const { row, grade, reason } of decisions) {
      if (grade === null) given.delete(row)
      else given.set(row, { grade, reason: reason === undefined ? (given.get(row)?.reason ?? null) : reason })
    }
    const capped = [...given].filter(([, decision]) => decision.grade === cap.grade)
    const over = capped.length - state.most
    const explained = capped.filter(([, { reason }]) => reason !== null && reason !== '').length
    if (over > 0 && explained < over)
      throw refuse('decisions', 'overCap', `${ballotGrades[cap.grade]}最多 ${state.most} 人，评了 ${capped.length} 人。改评，或给超出的 ${over} 人写明理由`)
  }
}
