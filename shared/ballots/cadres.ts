import { overall, type BallotKind, type Item, type Option, type VoterGroup } from './kind.ts'

const grades: readonly Option[] = [
  { key: 'excellent', label: '优秀', tone: 'gold' },
  { key: 'competent', label: '称职' },
  { key: 'basicCompetent', label: '基本称职', tone: 'short' },
  { key: 'incompetent', label: '不称职', tone: 'short' },
]
const unmarked: Option = { key: 'blank', label: '弃权' }

const qualities: readonly Item[] = [
  { key: 'politics', label: '政治素质', hint: '政治忠诚、政治定力、政治担当、政治能力、政治自律' },
  { key: 'virtue', label: '德', hint: '政治品质、道德品行' },
  { key: 'ability', label: '能', hint: '履职能力、专业素养、组织领导' },
  { key: 'diligence', label: '勤', hint: '精神状态、工作作风' },
  { key: 'results', label: '绩', hint: '履职成效、重点任务完成情况' },
  { key: 'integrity', label: '廉', hint: '廉洁自律、履行管党治党责任' },
]
const whole: Item = { key: overall, label: '总体评价' }

/** A票 and B票 tell groups apart; how they weigh against each other is for the office. */
const voters: readonly VoterGroup[] = [
  { code: 'leaders', label: '领导班子成员', weight: 40, parameter: 'cadre.leaders', mark: 'A票' },
  { code: 'middle', label: '中层干部', weight: 30, parameter: 'cadre.middle', mark: 'B票' },
  { code: 'others', label: '其他人员', weight: 30, parameter: 'cadre.others', mark: 'C票' },
]

const competence = ['excellent', 'competent', 'basicCompetent', 'incompetent'] as const

/** 干部民主测评: one cadre under assessment, by 德能勤绩廉 and as a whole, and whether to promote. */
export const cadreAssessment: BallotKind = {
  name: 'cadreAssessment',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '被测评人',
  paper: {
    items: [
      ...qualities,
      whole,
      {
        key: 'promotion',
        label: '是否同意提拔使用',
        options: [
          { key: 'agree', label: '同意' },
          { key: 'against', label: '不同意', tone: 'short' },
          { key: 'unknown', label: '不了解' },
        ],
      },
    ],
    options: grades,
    blank: unmarked,
    each: true,
    notes: ['本票无记名填写。每项只选一个等次，在相应栏内打“√”，多选无效，不选视为弃权。'],
  },
  groups: voters,
  secret: true,
  thresholds: [],
  caps: [],
  decision: { label: '考察意见', grades: competence },
  ranked: 'none',
  serves: ['M029'],
}

/** 领导班子成员民主测评: the members of a leading group on one paper, 分项 by letters and 总体 by a tick. */
export const teamAssessment: BallotKind = {
  name: 'teamAssessment',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '被测评人',
  paper: {
    items: [...qualities, whole],
    options: grades,
    blank: unmarked,
    writes: 'letters',
    notes: [
      '本票无记名填写。A、B、C、D 分别为好（优秀）、较好（称职）、一般（基本称职）、差（不称职）。',
      '总体评价每人只选一个等次，多选无效，不选视为弃权。',
      '“优秀”等次名额不超过被测评人数的          （由组织部门按当年规定填写）。',
    ],
  },
  groups: voters,
  secret: true,
  thresholds: [],
  caps: [],
  decision: { label: '考核意见', grades: competence },
  ranked: 'none',
  serves: ['M029', 'M079'],
}

/** 好, 较好, 一般, 差 */
const honesty: readonly Option[] = [
  { key: 'good', label: '好', tone: 'gold' },
  { key: 'fair', label: '较好' },
  { key: 'plain', label: '一般', tone: 'short' },
  { key: 'poor', label: '差', tone: 'short' },
]

/** Those who hear a report of duty. */
const listeners: readonly VoterGroup[] = [
  { code: 'superiors', label: '上级领导', weight: 40, parameter: 'duty.superiorsWeight', mark: 'A票' },
  { code: 'team', label: '班子成员', weight: 30, parameter: 'duty.teamWeight', mark: 'B票' },
  { code: 'members', label: '党员群众代表', weight: 30, parameter: 'duty.membersWeight', mark: 'C票' },
]

/** 述职述廉评议: those who heard the report judge duty and integrity. */
export const dutyReport: BallotKind = {
  name: 'dutyReport',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '述职人',
  paper: {
    items: [{ key: 'duty', label: '履行职责' }, { key: 'building', label: '抓基层党建' }, { key: 'integrity', label: '廉洁自律' }, whole],
    options: honesty,
    blank: unmarked,
    notes: ['本票无记名填写。每项只选一个等次，在相应栏内打“√”，多选无效，不选视为弃权。'],
  },
  groups: listeners,
  secret: true,
  thresholds: [],
  caps: [],
  decision: { label: '评议等次', grades: competence },
  ranked: 'none',
  serves: ['M131', 'M152'],
}

/** 述责述廉测评: duty in the grades of 年度考核, integrity apart. */
export const accountability: BallotKind = {
  name: 'accountability',
  subjects: 'people',
  roll: 'entered',
  rowLabel: '述责述廉人',
  paper: {
    items: [
      { key: overall, label: '履行责任', hint: '履职尽责、全面从严治党责任、民主集中制' },
      { key: 'integrity', label: '廉洁自律', hint: '遵守廉洁纪律、管好身边人、家风', options: honesty },
    ],
    options: grades,
    blank: unmarked,
    notes: ['本票无记名填写。每人每项只选一个等次，在相应栏内打“√”，多选无效，不选视为弃权。', '评为基本称职、不称职或者一般、差的，可以在背面写明意见。'],
  },
  groups: listeners,
  secret: true,
  thresholds: [],
  caps: [],
  decision: { label: '测评等次', grades: competence },
  ranked: 'none',
  serves: ['M084', 'M152', 'M169'],
}

const recommendation = (name: 'meetingRecommendation' | 'talkRecommendation', serves: readonly string[]): BallotKind => ({
  name,
  subjects: 'posts',
  roll: 'entered',
  rowLabel: '推荐人选',
  paper: {
    items: [{ key: overall, label: '推荐' }],
    options: [{ key: 'chosen', label: '推荐' }],
    blank: { key: 'blank', label: '未推荐' },
    atMostPlaces: true,
    written: true,
    notes: [
      name === 'meetingRecommendation'
        ? '本票无记名填写，推荐人选须符合会上公布的任职条件和资格。'
        : '谈话推荐由谈话人记录，推荐人选须符合公布的任职条件和资格。',
      '每个职位推荐人数不得超过规定名额，超过的，该职位推荐无效；少于名额有效；不填视为弃权。',
      '同一人可以在不同职位推荐；字迹无法辨认的，该人选推荐无效。',
      '推荐结果作为选拔任用的重要参考，不简单以票取人。',
    ],
  },
  groups: [
    { code: 'leaders', label: '领导班子成员', weight: 50, mark: 'A票' },
    { code: 'others', label: '其他人员', weight: 50, mark: 'B票' },
  ],
  secret: name === 'meetingRecommendation',
  thresholds: [],
  caps: [],
  decision: { label: '推荐结果', grades: ['recommended', 'notRecommended'] },
  ranked: 'votes',
  serves,
})

/** 会议推荐 and 谈话推荐: names for posts, up to 名额 each, written by the voters or printed. The result is a reference, never an election. */
export const meetingRecommendation = recommendation('meetingRecommendation', ['M029', 'M138'])
export const talkRecommendation = recommendation('talkRecommendation', ['M029', 'M138'])
