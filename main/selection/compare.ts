import { yearGrades } from '../../shared/domain/cadre-words.ts'
import { ballotGrades } from '../../shared/domain/ballot-words.ts'
import { ageOn, fullMonthsBetween } from '../../shared/rules/days.ts'
import type { SelectionFinding } from '../../shared/rules/selection-findings.ts'
import type { Dossier, KnownCandidate } from './read.ts'

interface Compared {
  readonly key: string
  readonly label: string
  readonly values: string[]
  readonly asked: string | null
}

/** 人选比较: what is on file of each candidate, line by line; what is not on file says so. */
export function comparedOf({ candidates, facts }: Dossier, findings: readonly SelectionFinding[]): Compared[] {
  const { today, tenureYears } = facts
  const line = (key: string, label: string, value: (of: KnownCandidate) => string, asked: string | null = null): Compared => ({
    key,
    label,
    values: candidates.map(found => value(found) || '—'),
    asked,
  })
  const said = (of: KnownCandidate, codes: readonly SelectionFinding['code'][]) =>
    findings.filter(({ candidateId, code }) => candidateId === of.record.id && codes.includes(code)).length
  return [
    line('currentPost', '现任职务', ({ record, cadre, person }) => record.currentPost ?? cadre?.currentPost ?? person.workPost ?? ''),
    line('proposedPost', '拟任职务', ({ record }) => record.proposedPost),
    line('age', '年龄 · 党龄', ({ person }) =>
      [person.bornOn ? `${ageOn(person.bornOn, today)} 岁` : '', standingOf(person.fullMemberOn, today)].filter(Boolean).join(' · '),
    ),
    line('tenure', '现职年限', ({ cadre }) => (cadre?.postSince ? years(cadre.postSince, today) : ''), tenureYears > 0 ? `满 ${tenureYears} 年` : null),
    line('level', '任现层次', ({ cadre }) => (cadre?.levelSince ? years(cadre.levelSince, today) : '')),
    line('education', '学历学位', ({ cadre, person }) => educationOf(cadre) || (person.education ?? '')),
    line(
      'grades',
      '近三年考核',
      ({ yearGrades: kept }) =>
        gradesOf(kept)
          .map(({ year, grade }) => `${year} ${yearGrades[grade]}`)
          .join('、'),
      '称职以上',
    ),
    line('appraisal', '民主评议', ({ appraisal }) => (appraisal ? `${appraisal.year} 年${ballotGrades[appraisal.grade]}` : '')),
    line('hours', '今年学时', ({ hours }) => (hours ? `${hours.done} / ${hours.target}` : '')),
    line('bar', '影响期', of => (said(of, ['bar']) > 0 ? '有记录，请核实' : '没有记录'), '没有'),
    line('kin', '回避关系', of => (said(of, ['kin']) > 0 ? '须核对' : '没有发现'), '没有'),
  ]
}

/** 4 年 2 个月; 不满 1 个月. */
function years(from: string, today: string): string {
  const months = fullMonthsBetween(from, today)
  if (months < 1) return '不满 1 个月'
  return [months >= 12 ? `${Math.floor(months / 12)} 年` : '', months % 12 > 0 ? `${months % 12} 个月` : ''].filter(Boolean).join(' ')
}

const standingOf = (fullMemberOn: string | null, today: string): string =>
  fullMemberOn === null ? '' : `党龄 ${Math.max(0, Math.floor(fullMonthsBetween(fullMemberOn, today) / 12))} 年`

/** The highest that is written: in-service where there is one. */
function educationOf(cadre: KnownCandidate['cadre']): string {
  if (!cadre) return ''
  const fullTime = [cadre.fullTimeEducation, cadre.fullTimeDegree].filter(Boolean).join('、')
  const inService = [cadre.inServiceEducation, cadre.inServiceDegree].filter(Boolean).join('、')
  return [fullTime, inService && `在职 ${inService}`].filter(Boolean).join('；')
}

/** 近三年考核, the latest first. */
export const gradesOf = (kept: KnownCandidate['yearGrades']): KnownCandidate['yearGrades'] => kept.toSorted((a, b) => b.year - a.year).slice(0, 3)
