import type { ParameterValue } from '../rules/parameters.ts'

type Basis = ParameterValue['basis']

const discipline = '《中国共产党纪律处分条例》（2023）'
const law = '《中华人民共和国公职人员政务处分法》（2020）'
const handling = '《中国共产党组织处理规定（试行）》（2021）'

const from = (startsOn: string, basis: Basis, clause: string, months: Readonly<Record<string, number>>): readonly ParameterValue[] =>
  Object.entries(months).map(([key, value]) => ({ key: `effect.${key}`, value, startsOn, clause, basis }))

/** A length under the rules in force, and the same one for decisions made before they came. */
const since = (startsOn: string, clause: string, earlier: string, months: Readonly<Record<string, number>>): readonly ParameterValue[] => [
  ...from('2000-01-01', 'unverified', earlier, months),
  ...from(startsOn, 'national', clause, months),
]

const formerDiscipline = '2024 年 1 月 1 日前的处分适用当时的条例，期限和条文待核；按现行长度预置'
const formerLaw = '2020 年 7 月 1 日前的处分适用当时的规定，期限和条文待核；按现行长度预置'
const openHandling = `${handling}的影响期条文没有见到原文，待核`

/** 影响期: how long each sanction bars its subject, in months, and how several are reckoned. */
export const effects: readonly ParameterValue[] = [
  ...since('2024-01-01', `${discipline}第十条：警告一年内，不得在党内提拔职务或者进一步使用`, formerDiscipline, { partyWarning: 12 }),
  ...since('2024-01-01', `${discipline}第十条：严重警告一年半内，不得在党内提拔职务或者进一步使用`, formerDiscipline, { partySevereWarning: 18 }),
  ...since('2024-01-01', `${discipline}第十一条：二年内不得担任与其原任职务相当或者高于其原任职务的职务`, formerDiscipline, { partyRemoved: 24 }),
  ...since('2024-01-01', `${discipline}第十二条：恢复党员权利后二年内，不得担任与其原任职务相当或者高于其原任职务的职务`, formerDiscipline, {
    partyProbation: 24,
  }),
  ...since('2024-01-01', `${discipline}：开除党籍的，五年内不得重新入党（条文序号待核）`, formerDiscipline, { partyExpelled: 60 }),
  ...since('2020-07-01', `${law}第八条`, formerLaw, { stateWarning: 6, demerit: 12, majorDemerit: 18, downgraded: 24, stateRemoved: 24 }),
  ...since('2020-07-01', `${law}第十五条：最长不得超过四十八个月`, formerLaw, { stateMost: 48 }),
  ...from('2021-03-19', 'national', `${handling}第十一条：停职检查期限一般不超过6个月`, { suspended: 6 }),
  ...from('2021-03-19', 'unverified', `${openHandling}；调整职务按 1 年预置`, { moved: 12 }),
  ...from('2021-03-19', 'unverified', `${openHandling}；责令辞职、免职按 1 年内不安排领导职务、2 年内不得提拔预置`, {
    toldToResign: 24,
    toldToResignPost: 12,
    removed: 24,
    removedPost: 12,
  }),
  ...from('2021-03-19', 'unverified', `${openHandling}；降职按 2 年预置`, { demoted: 24 }),
  ...from('2000-01-01', 'local', '没有见到全国统一的影响期；0 不设，本单位有规定的填月数', { level: 0, toRank: 0 }),
  ...from('2000-01-01', 'local', '诫勉的影响期各地规定不一，没有见到全国统一的期限；按 6 个月预置，可改', { admonished: 6 }),
  ...from('2000-01-01', 'unverified', '中央纪委业务探讨（2016—2017）：影响期内再受处分的，从新处分决定之日起，与原处分尚未执行的影响期合并计算', { merge: 1 }),
  ...from('2000-01-01', 'unverified', '按决定之日的规定计算；新规定是否从轻没有写明，可改', { rulesDay: 0 }),
  ...from('2000-01-01', 'unverified', '“从处分批准之日起计算”：起算当天计入，满期的前一天为最后一天；没有写明，可改', { countFirstDay: 1 }),
  ...from('2000-01-01', 'unverified', '处分变更后从何日起算没有见到原文；按原决定之日起算预置，可改', { changedFrom: 0 }),
  ...from('2000-01-01', 'local', '受处分、诫勉当年和影响期内不评优，各地规定不一，可改', { excellent: 2 }),
  { key: 'due.effectDays', value: 30, startsOn: '2000-01-01', clause: '提醒办法，可改', basis: 'local' },
]
