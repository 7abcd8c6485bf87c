import { noHours, roundedHours } from '../../../shared/forms/study-kinds.ts'
import { type StudySummaryProps, studySummary, type SummaryRow, totalOf } from '../../../shared/forms/study-summary.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Counted } from '../../quotas/counted.ts'
import { hoursByGroup } from './attended.ts'
import { targetNotes } from './clauses.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { categoryOf, peopleOfForm, placesOf, postOf, scopeName, standingFacts } from './people.ts'
import type { FormParams } from '../../../shared/api/forms.ts'

async function gather(scope: GatherScope, params: FormParams, { size }: Slice): Promise<Gathered<StudySummaryProps>> {
  const year = yearOfForm(params)
  const places = await placesOf(scope.db)
  const unit = scopeName(scope, params, places)
  const people = await peopleOfForm(scope, year, params, places)
  if (people.length === 0) throw new AppError('form.empty', { what: `${unit} ${year} 年没有应计学时的党员` })
  const hours = await hoursByGroup(
    scope.db,
    year,
    people.map(p => p.entry.id),
  )
  const rows = people.map((counted, i): SummaryRow => {
    const facts = standingFacts(counted, places)
    const { done, target, exempt, exemptReason } = counted.person
    return {
      number: i + 1,
      name: counted.entry.name,
      post: postOf(facts),
      category: categoryOf(facts),
      target: exempt || !counted.target ? null : target,
      done,
      hours: roundedHours(hours.get(counted.entry.id) ?? noHours, done),
      verdict: verdictOf(counted),
      remark: exempt ? (exemptReason ?? '') : '',
    }
  })
  return {
    props: {
      watermark: scope.watermark,
      unit,
      year,
      rows: rows.slice(0, size),
      total: totalOf(rows),
      omitted: Math.max(0, rows.length - size),
      author: scope.actor,
      filledOn: scope.today,
      notes: notesFor(people, rows),
    },
    shown: Math.min(size, rows.length),
    total: rows.length,
    about: `${year}年 ${unit}`,
  }
}

function verdictOf({ person, target }: Counted): SummaryRow['verdict'] {
  if (person.exempt) return '免'
  if (!target) return '—'
  return person.met ? '达标' : '未达标'
}

function notesFor(people: readonly Counted[], rows: readonly SummaryRow[]): string[] {
  const { targets, clauses } = targetNotes(people)
  const exemptDone = rows.some(row => row.target === null && row.done > 0)
  return [
    ...(targets ? [`年度任务：${targets}；一人多职按最高标准。${clauses ? `依据：${clauses}。` : ''}`] : ['本年度没有设定学时指标。']),
    `百分比可超过 100%；“免”须附免修依据，不计入完成百分比${exemptDone ? '，其学时计入合计' : ''}。`,
    '集中培训列入集中轮训；专题报告会、党课、组织生活会议、主题党日和实践活动列入支部学习；跨年的培训按天数分年计入。',
  ]
}

export const studySummaryEngine = engine(studySummary, gather)
