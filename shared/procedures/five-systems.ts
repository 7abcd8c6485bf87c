import type { LocalRequirement } from '../domain/procedure-case.ts'
import type { RecordName } from '../domain/index.ts'
import type { ProcedureName } from '../domain/procedure-case.ts'

interface Offered extends Pick<LocalRequirement, 'kind' | 'label' | 'afterStep' | 'workingDays'> {
  /** 测评制 … 责任追究制 */
  readonly system: string
  /** What the national rules have of it already. */
  readonly beside: string
}

/**
 * “五项制度”: 测评, 预审, 公示, 票决, 责任追究, as a local layer over the national steps. The document names them and says no more; what each comes
 * to here is what places usually do, and an office changes it.
 */
export const fiveSystems: {
  readonly procedure: ProcedureName
  readonly clause: string
  readonly items: readonly Offered[]
  /** What is no step and no material but kept as records of its own. */
  readonly register: { readonly system: string; readonly record: RecordName; readonly words: string }
} = {
  procedure: 'membership',
  clause: '《完善党员教育管理机制思考》：“五项制度”',
  items: [
    { system: '测评制', kind: 'step', label: '民主测评', afterStep: 'consultation', workingDays: null, beside: '国家细则要求听取意见，没有要求测评' },
    { system: '预审制', kind: 'material', label: '预审会议记录', afterStep: 'preview', workingDays: null, beside: '国家细则已有基层党委预审，这里加一份材料' },
    { system: '公示制', kind: 'step', label: '拟接收预备党员公示', afterStep: 'form', workingDays: 5, beside: '国家细则只要求拟列发展对象公示' },
    { system: '公示制', kind: 'step', label: '拟转正公示', afterStep: 'conversionOpinions', workingDays: 5, beside: '国家细则只要求拟列发展对象公示' },
    { system: '票决制', kind: 'step', label: '党委会议票决', afterStep: 'superiorTalk', workingDays: null, beside: '国家细则已有支部大会票决' },
  ],
  register: { system: '责任追究制', record: 'accountability', words: '有自己的台账：责任人、环节、问题、处理，在卷宗右栏登记，印进全程纪实表' },
}
