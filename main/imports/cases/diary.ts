import { personCategories } from '../../../shared/domain/person.ts'
import type { CaseNote, ProcedureCase } from '../../../shared/domain/procedure-case.ts'
import type { Values } from '../../records/drafts.ts'

export type Entry = Pick<CaseNote, 'notedOn' | 'content'>

/** What a row says that no step keeps and that the case does not say yet: it goes into the diary, so that nothing is lost. */
export function diaryOf({ plannedOn, stage, remark }: Values, before: ProcedureCase | undefined, kept: readonly Entry[], today: string): readonly Entry[] {
  const said = (content: string) => kept.some(entry => entry.content === content)
  const planned = { notedOn: String(plannedOn), content: '列入发展计划' }
  const knownPlan = kept.some(entry => entry.notedOn === planned.notedOn && entry.content === planned.content)
  const words = [
    typeof stage === 'string' && !isKnownStage(stage) ? `当前发展阶段：${stage}` : '',
    typeof remark === 'string' && before !== undefined && before.remark !== null && before.remark !== remark ? `备注：${remark}` : '',
  ].filter(content => content !== '' && !said(content))
  return [...(typeof plannedOn === 'string' && !knownPlan ? [planned] : []), ...words.map(content => ({ notedOn: today, content }))]
}

const isKnownStage = (stage: string): boolean => Object.values<string>(personCategories).includes(stage)

/** What the preview says of a row besides its dates. */
export function notesOf({ plannedOn, stage }: Values): readonly string[] {
  return [
    ...(typeof plannedOn === 'string' ? [`列入发展计划 ${plannedOn}，记入办理日志`] : []),
    ...(typeof stage === 'string' && !isKnownStage(stage) ? [`当前发展阶段写的是“${stage}”，按各步骤的日期显示，原话记入办理日志`] : []),
  ]
}
