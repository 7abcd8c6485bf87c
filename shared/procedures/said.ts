import type { CaseStep } from '../domain/procedure-case.ts'
import type { Asked } from './asked.ts'
import type { Material, Step } from './procedure.ts'

/** 2026-11-02 至 2026-11-09, or that it has begun. */
export function daysText({ startedOn, doneOn }: Pick<CaseStep, 'startedOn' | 'doneOn'>): string {
  if (doneOn === null) return startedOn === null ? '' : `${startedOn} 开始，还没有结束`
  return startedOn === null || startedOn === doneOn ? doneOn : `${startedOn} 至 ${doneOn}`
}

/** 赞成 21，不赞成 1，弃权 0（应到 24，实到 22） */
export function votesText(of: Pick<CaseStep, 'eligible' | 'present' | 'agree' | 'against' | 'abstain'>): string {
  const word = (label: string, n: number | null) => (n === null ? [] : [`${label} ${n}`])
  const said = [...word('赞成', of.agree), ...word('不赞成', of.against), ...word('弃权', of.abstain)]
  const there = [...word('应到', of.eligible), ...word('实到', of.present)]
  return [said.join('，'), there.length > 0 ? `（${there.join('，')}）` : ''].join('')
}

/** When a material is asked for, where that is not always: （结果为“延长预备期”时）, （与“函调信和回函”任一即可）. */
export function materialCondition({ key, oneOf, each, when }: Material, { materials = [], results = [], latest = [] }: Step): string {
  const labelOf = (result: string) => results.find(found => found.key === result)?.label ?? result
  const others = oneOf === undefined ? [] : materials.filter(other => other.oneOf === oneOf && other.key !== key).map(({ label }) => label)
  const said = [
    when === 'extended' ? `${latest.some(({ extended }) => extended) ? '延长审批时' : '延长时'}才要` : '',
    when !== undefined && when !== 'extended' ? `结果为“${when.results.map(labelOf).join('”“')}”时才要` : '',
    others.length > 0 ? `与“${others.join('”“')}”有一份即可` : '',
    each ? '每名人选一份' : '',
  ]
  return said.filter(Boolean).join('，')
}

/** When a step belongs to a case, where that is not always: “支部党员大会讨论转正”的结果为“取消预备党员资格”时. */
export function stepCondition({ when }: Step, steps: readonly Step[]): string {
  const decides = when && steps.find(({ key }) => key === when.step)
  if (!when || !decides) return ''
  const labels = when.results.map(result => decides.results?.find(({ key }) => key === result)?.label ?? result)
  return `“${decides.label}”的结果为“${labels.join('”“')}”时才办`
}

/** What was put down of a step, each under the name that the step gives it; what is empty is left out. */
export function factsOf({ asks, results }: Pick<Asked, 'asks' | 'results'>, record: CaseStep): readonly (readonly [label: string, value: string])[] {
  const labelOf = (kind: string, otherwise: string) => asks.find(ask => ask.kind === kind)?.label ?? otherwise
  const result = results.find(({ key }) => key === record.result)?.label ?? record.result ?? ''
  const all = [
    ['结果', results.length > 1 ? result : ''],
    [labelOf('people', '办理人'), record.people ?? ''],
    [labelOf('number', '文号'), record.number ?? ''],
    [labelOf('place', '地点'), record.place ?? ''],
    [labelOf('phone', '联系电话'), record.phone ?? ''],
    [labelOf('hours', '学时'), record.hours === null ? '' : `${record.hours} 学时`],
    [labelOf('attended', '到会人员'), record.attended ?? ''],
    ['表决', votesText(record)],
    [labelOf('own', '本人情况和意见'), record.ownOpinion ?? ''],
    [labelOf('sponsor', '联系人（介绍人）意见'), record.sponsorOpinion ?? ''],
    [labelOf('group', '党小组（群团组织）意见'), record.groupOpinion ?? ''],
    [labelOf('branch', '支部意见'), record.branchOpinion ?? ''],
    [labelOf('opinion', '意见和情况'), record.opinion ?? ''],
    [labelOf('valid', '延长至'), record.extendedTo ?? ''],
    ['延长的理由', record.extension ?? ''],
  ] as const
  return all.filter(([, value]) => value !== '')
}
