import { attachment, choice, date, flag, integer, note, ref, text, words, wordsFor } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { familyOfKind, revisions, sanctionFamilies, type SanctionKind, sanctionKinds } from './sanction-words.ts'

type SanctionFault = Fault & { readonly field: 'probationYears' | 'restoredOn' | 'revision' | 'revisedOn' | 'revisedTo' | 'lasting' }

/** 处分和组织处理: what somebody was sanctioned with, by which decision, and what became of it. The 影响期 follows from it (`shared/rules/effect-period.ts`). */
export const sanction = defineRecord('sanction', {
  label: '处分和组织处理',
  topic: 'supervision',
  secret: 'sanction',
  serves: ['M030'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: words('受处分人 被处分人 处分对象 受处理人 处理对象 被处理人 干部姓名 党员姓名') }),
    kind: choice(sanctionKinds, {
      label: '处分（处理）种类',
      required: true,
      help: '已经记入“提醒函询诫勉”“能下登记”的，不在这里重复登记',
      also: words('处分种类 处理种类 处分类型 处理方式 组织处理方式 处分结果 处分档次 处分'),
      aliases: wordsFor<SanctionKind>({
        partyWarning: '警告（党内） 党纪警告 警告处分（党内）',
        partySevereWarning: '严重警告 严重警告（党内） 党纪严重警告',
        partyRemoved: '撤销职务（党内） 撤销党内职务处分',
        partyProbation: '留党察看处分 留党察看一年 留党察看两年 留党察看1年 留党察看2年',
        partyExpelled: '开除党籍处分',
        stateWarning: '行政警告 警告（政务）',
        demerit: '政务记过 行政记过',
        majorDemerit: '政务记大过 行政记大过',
        downgraded: '政务降级 行政降级',
        stateRemoved: '政务撤职 行政撤职',
        dismissed: '政务开除 行政开除',
        suspended: '停职',
        toldToResign: '责令辞去领导职务 引咎辞职',
        removed: '免去职务',
        moved: '调整岗位 调离岗位',
        toRank: '转任职级',
        retired: '提前退休',
        admonished: '诫勉谈话 书面诫勉',
      }),
    }),
    family: choice(sanctionFamilies, { label: '类别', from: 'kind', also: words('处分类别 处理类别 处分性质') }),
    approvedOn: date({ label: '批准日期', required: true, also: words('批准时间 处分日期 处分时间 处理日期 处理时间 决定日期 决定时间 执行日期') }),
    effectiveOn: date({ label: '生效日期', also: words('生效时间 起算日期'), help: '政务处分、组织处理与批准日期不同时填；党纪处分从批准之日起算' }),
    probationYears: integer({ label: '察看期（年）', also: words('察看期 察看年限'), help: '留党察看填 1 或 2' }),
    restoredOn: date({ label: '恢复权利日期', also: words('恢复党员权利日期 恢复权利时间 恢复党员权利时间') }),
    approvedBy: text({ label: '批准机关', also: words('决定机关 处分机关 批准单位 决定单位 处理机关') }),
    document: text({ label: '文号', also: words('处分文号 决定文号 处分决定文号 文件号 处理文号') }),
    formerPost: text({ label: '时任职务', also: words('职务 处分时职务 受处分时职务 原任职务 单位职务') }),
    facts: note({ label: '违纪违法事实', also: words('违纪事实 事由 处分事由 处理事由 主要问题 处分原因 处理原因') }),
    statedUntil: date({
      label: '决定书写明影响期至',
      also: words('影响期至 影响期截止 影响期止 处分期满日期 处分期至'),
      help: '决定书写明期限、合并执行另有决定的填，以此为准；不填按规定推算',
    }),
    lasting: flag({ label: '期满仍影响使用', also: ['期满影响使用'], help: '有决定的勾选，期满后仍提示' }),
    revision: choice(revisions, {
      label: '变更情况',
      also: words('复议结果 复查结果 复核结果 申诉结果 解除情况 变更类型'),
      aliases: wordsFor<keyof typeof revisions>({
        upheld: '维持原决定',
        changed: '变更处分 减轻 加重',
        revoked: '撤销 撤销处分',
        lifted: '解除 解除处分 提前撤销',
      }),
    }),
    revisedOn: date({ label: '变更日期', also: words('解除日期 解除时间 变更时间 复议日期 撤销日期') }),
    revisedTo: choice(sanctionKinds, { label: '变更后种类', also: words('变更后处分 改处') }),
    revisionDocument: text({ label: '变更文号', also: words('解除文号 复议决定文号 变更决定文号') }),
    scan: attachment({ label: '决定书' }),
    remark: note({ label: '备注' }),
  },
  title: 'kind',
  key: ['personId', 'kind', 'approvedOn'],
  list: ['personId', 'kind', 'family', 'approvedOn', 'approvedBy', 'document', 'formerPost', 'restoredOn', 'revision'],
  form: [
    ['personId', 'kind', 'family', 'approvedOn', 'effectiveOn', 'approvedBy', 'document', 'formerPost', 'facts'],
    ['probationYears', 'restoredOn', 'statedUntil', 'lasting'],
    ['revision', 'revisedOn', 'revisedTo', 'revisionDocument'],
    ['scan', 'remark'],
  ],
  sections: { personId: '决定', probationYears: '期限', revision: '复议、变更和解除', scan: '材料' },
  standing: true,
  order: [
    ['approvedOn', 'restoredOn'],
    ['approvedOn', 'revisedOn'],
    ['approvedOn', 'statedUntil'],
  ],
  complete: draft => ({ ...draft, family: familyOfKind[draft.kind] }),
  check: s => {
    const faults: SanctionFault[] = []
    const probation = s.kind === 'partyProbation' || (s.revision === 'changed' && s.revisedTo === 'partyProbation')
    if (probation && s.probationYears !== 1 && s.probationYears !== 2)
      faults.push({ field: 'probationYears', code: 'missing', message: '留党察看的期限填 1 年或者 2 年' })
    if (!probation && s.probationYears !== null) faults.push({ field: 'probationYears', code: 'notApplicable', message: '只有留党察看填察看期' })
    if (!probation && s.restoredOn !== null) faults.push({ field: 'restoredOn', code: 'notApplicable', message: '只有留党察看填恢复权利日期' })
    if (s.revision !== null && s.revisedOn === null) faults.push({ field: 'revisedOn', code: 'missing', message: '写明变更、解除的日期' })
    if (s.revision === null && (s.revisedOn !== null || s.revisedTo !== null))
      faults.push({ field: 'revision', code: 'missing', message: '有变更日期或者变更后种类，选变更情况' })
    if (s.revision === 'changed' && s.revisedTo === null) faults.push({ field: 'revisedTo', code: 'missing', message: '写明变更为哪一种' })
    if (s.revision !== null && s.revision !== 'changed' && s.revisedTo !== null)
      faults.push({ field: 'revisedTo', code: 'notApplicable', message: '变更情况选“变更”才填变更后种类' })
    if (s.revisedTo !== null && s.revisedTo === s.kind) faults.push({ field: 'revisedTo', code: 'unchanged', message: '变更后种类与原种类相同' })
    if (s.lasting === true && s.revision === 'revoked') faults.push({ field: 'lasting', code: 'notApplicable', message: '原决定已撤销，不再影响使用' })
    return faults
  },
})
export type Sanction = RecordOf<typeof sanction>
