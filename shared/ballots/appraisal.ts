import { overall, type BallotKind, type Cap, onlyVoters, type Option, type Threshold } from './kind.ts'

export const grades: readonly Option[] = [
  { key: 'excellent', label: '优秀', tone: 'gold' },
  { key: 'qualified', label: '合格' },
  { key: 'basic', label: '基本合格', tone: 'short' },
  { key: 'unqualified', label: '不合格', tone: 'short' },
]

/** 参评率 has no national number: 95 in a hundred is what some places ask. */
const participation: Threshold = {
  code: 'participation',
  measured: 'returned',
  share: { parameter: 'ballot.participation' },
  base: 'eligible',
  words: '党员参评率不低于规定的百分数',
  clause: '各地做法，待核',
}

/** 优秀 at most a third; of whom is a parameter, by default of 正式党员 whose 组织关系 is here. */
export const thirdExcellent: Cap = {
  grade: 'excellent',
  share: { part: 1, of: 3 },
  base: { parameter: 'ballot.excellentBase', among: ['fullMembers', 'rows', 'returned'] },
  words: '评为优秀的一般不超过党员总数的三分之一',
  clause: '共产党员网“民主评议党员”：优秀比例一般不超过党员总数的 1/3',
}

/** 民主评议党员测评: members of a branch grade each other without names; 预备党员 take part and are given no grade. */
export const memberAppraisal: BallotKind = {
  name: 'memberAppraisal',
  subjects: 'people',
  roll: 'members',
  rowLabel: '党员',
  paper: {
    items: [{ key: overall, label: '测评等次' }],
    options: grades,
    blank: { key: 'blank', label: '未评' },
    notes: [
      '本票无记名填写，请勿署名或作任何记号。',
      '每名党员只选一个等次，在相应栏内打“√”；同一党员多选、不选或无法辨认的，对该党员的测评无效。',
      '“优秀”等次一般不超过党员总数的三分之一（本支部不超过{cap}名）。',
      '预备党员参加测评，不评定等次，不列入本票。',
    ],
  },
  groups: [
    { code: 'members', label: '党员', weight: 100, parameter: 'ballot.membersWeight' },
    { code: 'masses', label: '党外群众', weight: 0, parameter: 'ballot.massesWeight' },
  ],
  secret: true,
  thresholds: [participation],
  caps: [thirdExcellent],
  decision: { label: '组织评定', grades: ['excellent', 'qualified', 'basic', 'unqualified'] },
  ranked: 'none',
  serves: ['M046', 'M094', 'M115', 'M144', 'M152', 'M163'],
}

/** 双五好测评: an organization or member held against the five by those who know it; the points are the scheme's. */
const fiveGoods = (
  name: 'goodOrganizations' | 'goodMembers',
  rest: Pick<BallotKind, 'subjects' | 'roll' | 'rowLabel' | 'decision' | 'serves'>,
): BallotKind => ({
  name,
  ...rest,
  paper: {
    items: 'scheme',
    options: [],
    blank: { key: 'blank', label: '未评' },
    notes: ['本表无记名填写，请勿署名或作任何记号。', '按各项标准打分，每项不超过该项分值，可打半分；不了解的可以不打。'],
  },
  groups: onlyVoters,
  secret: true,
  thresholds: [],
  caps: [],
  ranked: 'score',
})

export const goodOrganizations = fiveGoods('goodOrganizations', {
  subjects: 'organizations',
  roll: 'bodies',
  rowLabel: '党组织',
  decision: { label: '考评结果', grades: ['met', 'middle', 'weak'] },
  serves: ['M016', 'M088', 'M089', 'M098', 'M099'],
})
export const goodMembers = fiveGoods('goodMembers', {
  subjects: 'people',
  roll: 'members',
  rowLabel: '党员',
  // 002 三（三）: 不发挥作用的党员 are helped, as 软弱涣散 bodies are put in order.
  decision: { label: '考评结果', grades: ['met', 'middle', 'idle'] },
  serves: ['M017', 'M098'],
})

/** 量化考核: four groups of assessors score what the scheme lists; 互评 and 同学考评 together weigh more than half. */
export const performance: BallotKind = {
  name: 'performance',
  subjects: 'people',
  roll: 'members',
  rowLabel: '党员',
  paper: {
    items: 'scheme',
    options: [],
    blank: { key: 'blank', label: '未评' },
    notes: ['本表无记名填写，请勿署名或作任何记号。', '按各项指标打分，每项不超过该项分值，可打半分；不了解的可以不打。', '互评时不给本人打分。'],
  },
  groups: [
    { code: 'leaders', label: '领导考评', weight: 20, parameter: 'performance.leaders' },
    { code: 'cadres', label: '干部考评', weight: 20, parameter: 'performance.cadres' },
    { code: 'members', label: '党员互评', weight: 30, parameter: 'performance.members' },
    { code: 'students', label: '同学考评', weight: 30, parameter: 'performance.students' },
  ],
  secret: true,
  thresholds: [],
  caps: [thirdExcellent],
  decision: { label: '考核等次', grades: ['excellent', 'qualified', 'basic', 'unqualified'] },
  ranked: 'score',
  serves: ['M006', 'M007', 'M008', 'M009'],
}

/** 党建责任制考核: bodies scored by those who look into their work, openly, by the year's scheme. */
export const dutyAssessment: BallotKind = {
  name: 'dutyAssessment',
  subjects: 'organizations',
  roll: 'bodies',
  rowLabel: '党组织',
  paper: {
    items: 'scheme',
    options: [],
    blank: { key: 'blank', label: '未评' },
    notes: ['按各项要求和佐证材料打分，每项不超过该项分值，可打半分；没有查到的可以不打。'],
  },
  groups: onlyVoters,
  secret: false,
  thresholds: [],
  caps: [],
  decision: { label: '考核等次', grades: ['excellent', 'qualified', 'basic', 'unqualified'] },
  ranked: 'score',
  serves: ['M076', 'M079'],
}
