import { keysOf } from '../records/keys.ts'

/** 处分和处理的类别: by whose rules somebody was sanctioned. */
export const sanctionFamilies = { party: '党纪处分', state: '政务处分', handling: '组织处理', admonition: '诫勉', other: '其他' } as const
export type SanctionFamily = keyof typeof sanctionFamilies

/** 处分、处理种类: 纪律处分条例, 政务处分法 第八条, 组织处理规定 第三条, and what 能上能下规定 (2022) adds. */
export const sanctionKinds = {
  partyWarning: '党内警告',
  partySevereWarning: '党内严重警告',
  partyRemoved: '撤销党内职务',
  partyProbation: '留党察看',
  partyExpelled: '开除党籍',
  stateWarning: '政务警告',
  demerit: '记过',
  majorDemerit: '记大过',
  downgraded: '降级',
  stateRemoved: '撤职',
  dismissed: '开除公职',
  suspended: '停职检查',
  moved: '调整职务',
  toldToResign: '责令辞职',
  removed: '免职',
  demoted: '降职',
  level: '平职调整',
  toRank: '转任职级公务员',
  retired: '办理提前退休',
  admonished: '诫勉',
  other: '其他',
} as const
export type SanctionKind = keyof typeof sanctionKinds
export const sanctionKindNames = keysOf(sanctionKinds)

export const familyOfKind: Readonly<Record<SanctionKind, SanctionFamily>> = {
  partyWarning: 'party',
  partySevereWarning: 'party',
  partyRemoved: 'party',
  partyProbation: 'party',
  partyExpelled: 'party',
  stateWarning: 'state',
  demerit: 'state',
  majorDemerit: 'state',
  downgraded: 'state',
  stateRemoved: 'state',
  dismissed: 'state',
  suspended: 'handling',
  moved: 'handling',
  toldToResign: 'handling',
  removed: 'handling',
  demoted: 'handling',
  level: 'handling',
  toRank: 'handling',
  retired: 'handling',
  admonished: 'admonition',
  other: 'other',
}

/** 复议、复查、申诉的结果, or a decision that ends a sanction before its day. */
export const revisions = { upheld: '维持', changed: '变更', revoked: '撤销原决定', lifted: '提前解除' } as const
export type Revision = keyof typeof revisions
