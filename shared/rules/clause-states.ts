/** 正常; 欠缺: a quota that serves it has subjects short now; 未启用: nothing registered yet; 尚无: nothing serves it. */
export const clauseStates = ['正常', '欠缺', '未启用', '尚无'] as const
export type ClauseState = (typeof clauseStates)[number]
