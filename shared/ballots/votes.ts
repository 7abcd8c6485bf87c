import { overall, type BallotKind, onlyVoters, type Option, type Threshold } from './kind.ts'

const opinions: readonly Option[] = [
  { key: 'agree', label: '同意' },
  { key: 'against', label: '不同意', tone: 'short' },
]
const votes: readonly Option[] = [
  { key: 'agree', label: '同意', counted: '赞成' },
  { key: 'against', label: '不同意', counted: '不赞成', tone: 'short' },
]
const abstain: Option = { key: 'blank', label: '弃权' }

const half = (clause: string): readonly Threshold[] => [
  {
    code: 'quorum',
    measured: 'present',
    share: { part: 1, of: 2, over: true },
    base: 'eligible',
    words: '实到会有表决权的人数须超过应到会有表决权人数的半数',
    clause,
  },
  {
    code: 'passing',
    measured: { option: 'agree' },
    share: { part: 1, of: 2, over: true },
    base: 'eligible',
    words: '赞成人数须超过应到会有表决权人数的半数',
    clause,
  },
]

const membership = (name: 'admissionVote' | 'conversionVote' | 'disposalVote', rowLabel: string, clause: string): BallotKind => ({
  name,
  subjects: 'people',
  roll: 'entered',
  rowLabel,
  paper: {
    items: [{ key: overall, label: '表决意见' }],
    options: votes,
    blank: abstain,
    blankColumn: true,
    notes: [
      '本票采取无记名方式填写，由有表决权的到会正式党员投票。',
      `对每名${rowLabel}只能选择一种意见，在相应栏内打“√”；选择两种以上意见的，对该${rowLabel}的表决无效；未作选择的，视为弃权。`,
      '讨论两人以上的，逐个讨论、一并投票、分别计票。',
      '请用钢笔或签字笔填写，不得委托他人代为投票。',
    ],
  },
  groups: onlyVoters,
  secret: true,
  absentOpinions: true,
  thresholds: half(clause),
  caps: [],
  decision: { label: '支部大会决议', grades: ['passed', 'rejected', 'deferred'] },
  ranked: 'none',
  serves: ['M107'],
})

const rules = '中国共产党发展党员工作细则'
/** 票决: 发展对象 are taken in, 预备党员 made full members, by those with a vote, over half of 应到. */
export const admissionVote = membership('admissionVote', '发展对象', `${rules}第十九条、第二十条`)
export const conversionVote = membership('conversionVote', '预备党员', `${rules}第三十二条`)

/** 组织处置表决: on a member who is to be dealt with, by the general rule of the branch meeting. */
export const disposalVote = membership('disposalVote', '被处置党员', '支部工作条例（试行）第十一条')

/** 干部任免票决: two thirds of the committee there, over half of 应到会成员 agree; 缓议 is an opinion of its own. */
export const committeeVote: BallotKind = {
  name: 'committeeVote',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '拟任免人选',
  paper: {
    items: [{ key: overall, label: '表决意见' }],
    options: [...opinions, { key: 'deferred', label: '缓议', tone: 'short' }],
    blank: abstain,
    blankColumn: true,
    notes: [
      '本票无记名填写，由到会的委员（党组成员）逐项表决。',
      '对每名人选只能选择一种意见，在相应栏内打“√”；选择两种以上意见的，对该人选的表决无效；不选视为弃权。',
    ],
  },
  groups: onlyVoters,
  secret: true,
  thresholds: [
    {
      code: 'quorum',
      measured: 'present',
      share: { part: 2, of: 3 },
      base: 'eligible',
      words: '必须有三分之二以上成员到会',
      clause: '党政领导干部选拔任用工作条例（2019）',
    },
    {
      code: 'passing',
      measured: { option: 'agree' },
      share: { part: 1, of: 2, over: true },
      base: 'eligible',
      words: '以应到会成员超过半数同意形成决定',
      clause: '党政领导干部选拔任用工作条例（2019）',
    },
  ],
  caps: [],
  decision: { label: '会议决定', grades: ['passed', 'rejected', 'deferred'] },
  ranked: 'none',
  serves: ['M029'],
}

/** 换届选举: four fifths of those with a vote there; ○ for, × against, blank abstains, other names may be written. */
export const election: BallotKind = {
  name: 'election',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '候选人',
  paper: {
    items: [{ key: overall, label: '选举' }],
    options: [
      { key: 'agree', label: '赞成' },
      { key: 'against', label: '不赞成', tone: 'short' },
    ],
    blank: abstain,
    atMostPlaces: true,
    writes: 'signs',
    written: true,
    notes: [
      '赞成的在候选人姓名上方空格内画“○”，不赞成的画“×”，弃权的不画符号。',
      '不赞成的可以另选他人，在“另选人”栏写姓名并在上方画“○”；弃权的不得另选他人。',
      '所选人数等于或少于应选名额的有效，多于应选名额的无效。',
      '候选人按姓氏笔画为序。',
    ],
  },
  groups: onlyVoters,
  secret: true,
  thresholds: [
    {
      code: 'quorum',
      measured: 'present',
      share: { part: 4, of: 5 },
      base: 'eligible',
      words: '实到会有选举权人数不少于应到会有选举权人数的五分之四',
      clause: '中国共产党基层组织选举工作条例（2020）',
    },
    {
      code: 'passing',
      measured: { option: 'agree' },
      share: { part: 1, of: 2, over: true },
      base: { parameter: 'ballot.electionBase', among: ['eligible', 'present'] },
      words: '赞成票须超过半数；以应到会还是实到会人数为基数各处说法不一，以本单位参数为准',
      clause: '各地做法，待核',
    },
  ],
  caps: [],
  decision: { label: '选举结果', grades: ['elected', 'notElected'] },
  ranked: 'votes',
  serves: ['M065'],
}
