import { candidateCheckNames, candidateChecks } from '../domain/selection.ts'
import { addYears, daysBetween } from './days.ts'
import type { DossierFacts } from './selection-facts.ts'
import type { SelectionFinding } from './selection-findings.ts'

/** 下一步的门槛: one thing that has to be there before the committee discusses, and how it stands. */
export interface Gate {
  readonly key: string
  readonly label: string
  readonly state: 'good' | 'wait' | 'warn'
  readonly says: string
}

/** What must be there before 讨论决定: the checks, 考察材料, 影响期, and a recommendation that is not older than a year. */
export function gatesOf(facts: DossierFacts, findings: readonly SelectionFinding[], recommendedOn: string | null): readonly Gate[] {
  const under = facts.candidates.filter(({ candidate }) => candidate.stage === 'assessed' || candidate.stage === 'proposed')
  if (under.length === 0) return []
  const checks = candidateCheckNames.map((matter): Gate => {
    const own = under.map(({ checks: kept }) => kept.find(check => check.matter === matter))
    const answered = own.filter(check => check !== undefined && check.answeredOn !== null).length
    const wrong = own.some(check => check?.conclusion === 'hinders' || check?.conclusion === 'unclear')
    const state = wrong ? 'warn' : answered === under.length ? 'good' : 'wait'
    return {
      key: matter,
      label: candidateChecks[matter],
      state,
      says: wrong ? '有人选须核实' : answered === under.length ? '已办' : `${answered} / ${under.length} 人`,
    }
  })
  const written = under.filter(({ candidate }) => candidate.assessment !== null).length
  const barred = findings.filter(({ code }) => code === 'bar').length
  return [
    ...checks,
    {
      key: 'report',
      label: '考察材料',
      state: written === under.length ? 'good' : 'wait',
      says: written === under.length ? '已成稿' : `${written} / ${under.length} 人`,
    },
    { key: 'bar', label: '影响期', state: barred > 0 ? 'warn' : 'good', says: barred > 0 ? '有记录，请核实' : '没有记录' },
    ...validity(facts.today, recommendedOn),
  ]
}

/** 民主推荐结果一年内有效: the last day is the one before the year is up again. */
function validity(today: string, recommendedOn: string | null): readonly Gate[] {
  if (recommendedOn === null) return [{ key: 'recommendation', label: '推荐未过一年', state: 'wait', says: '没有推荐日期' }]
  const until = addYears(recommendedOn, 1)
  const left = daysBetween(today, until)
  return [{ key: 'recommendation', label: '推荐未过一年', state: left < 0 ? 'warn' : 'good', says: left < 0 ? `${until} 已过` : `余 ${left} 天` }]
}
