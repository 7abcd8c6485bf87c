import { choice, date, decimal, flag, integer, note, ref, text } from '../records/fields.ts'
import { defineLines, defineRecord, type LineOf, type RecordOf } from '../records/record.ts'
import { ballotKinds, rowParts } from './ballot-words.ts'

/** 轮次: the ballots of one kind that the office has its organizations hold in a year, planned and followed together. */
export const ballotRound = defineRecord('ballotRound', {
  label: '测评轮次',
  serves: ['M046', 'M163'],
  fields: {
    name: text({ label: '名称', required: true }),
    kind: choice(ballotKinds, { label: '类型', required: true }),
    year: integer({ label: '年度', required: true }),
    startsOn: date({ label: '计划开始' }),
    endsOn: date({ label: '计划完成' }),
    schemeId: ref('scheme', { label: '考核方案', help: '量化考核、双五好测评按方案的指标打分' }),
    remark: note({ label: '要求' }),
  },
  title: 'name',
  key: ['kind', 'year', 'name'],
  list: ['name', 'kind', 'year', 'startsOn', 'endsOn'],
  form: [['name', 'kind', 'year'], ['startsOn', 'endsOn'], ['schemeId'], ['remark']],
  yearBy: 'year',
  order: [['startsOn', 'endsOn']],
})
export type BallotRound = RecordOf<typeof ballotRound>

/** 票: one vote, appraisal or recommendation that one organization holds on one day. */
export const ballot = defineRecord('ballot', {
  label: '测评',
  serves: ['M008', 'M046', 'M107', 'M144'],
  fields: {
    name: text({ label: '名称', required: true }),
    kind: choice(ballotKinds, { label: '类型', required: true }),
    organizationId: ref('organization', { label: '党组织', required: true }),
    year: integer({ label: '年度', required: true }),
    roundId: ref('ballotRound', { label: '轮次' }),
    schemeId: ref('scheme', { label: '考核方案' }),
    heldOn: date({ label: '投票日期' }),
    place: text({ label: '地点' }),
    chair: text({ label: '主持人' }),
    eligible: integer({ label: '应到人数', help: '有表决权或有测评资格的人' }),
    present: integer({ label: '实到人数' }),
    fullMembers: integer({ label: '正式党员人数', help: '组织关系在本党组织的正式党员，优秀名额以此为基数' }),
    places: integer({ label: '应选（推荐）名额' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['kind', 'organizationId', 'year', 'name'],
  list: ['name', 'kind', 'organizationId', 'year', 'heldOn'],
  form: [
    ['name', 'kind'],
    ['organizationId', 'year'],
    ['roundId', 'schemeId'],
    ['heldOn', 'place', 'chair'],
    ['eligible', 'present', 'fullMembers', 'places'],
    ['remark'],
  ],
  yearBy: 'year',
  check: b =>
    b.present !== null && b.eligible !== null && b.present > b.eligible
      ? [{ field: 'present', code: 'tooManyPresent', message: `实到 ${b.present} 人多于应到 ${b.eligible} 人` }]
      : [],
})
export type Ballot = RecordOf<typeof ballot>

/** 被评（被推荐、被表决）对象: one row of the paper. Who is not graded stands here too, with the reason, and is not on the paper. */
export const ballotRow = defineLines('ballotRow', {
  label: '测评对象',
  parent: 'ballot',
  fields: {
    number: integer({ label: '序号', required: true }),
    personId: ref('person', { label: '人员' }),
    organizationId: ref('organization', { label: '党组织' }),
    name: text({ label: '姓名（名称）', required: true }),
    post: text({ label: '职务' }),
    /** 推荐职位: rows of one section share its 名额. */
    section: text({ label: '职位' }),
    places: integer({ label: '名额' }),
    part: choice(rowParts, { label: '参评情况', required: true }),
    reason: text({ label: '原因' }),
    /** 另选人: written on a paper by a voter, not printed on it. */
    written: flag({ label: '另选人', required: true }),
  },
  key: ['number'],
})
export type BallotRow = LineOf<typeof ballotRow>

/** A row of a list as it begins: graded, and nothing said of it that is not given. */
export const rowOf = (given: Pick<BallotRow, 'number' | 'name'> & Partial<BallotRow>): BallotRow => ({
  personId: null,
  organizationId: null,
  post: null,
  section: null,
  places: null,
  part: 'graded',
  reason: null,
  written: false,
  ...given,
})

/** 填票人类别: a group of voters that is counted by itself, with its weight. A ballot without groups has the one group `all`. */
export const ballotGroup = defineLines('ballotGroup', {
  label: '填票人类别',
  parent: 'ballot',
  fields: {
    code: text({ label: '代号', required: true }),
    label: text({ label: '类别', required: true }),
    /** 权重, in hundredths of the whole. */
    weight: decimal({ label: '权重', required: true }),
    eligible: integer({ label: '应参加人数' }),
  },
  key: ['code'],
})
export type BallotGroup = LineOf<typeof ballotGroup>
