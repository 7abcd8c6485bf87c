import { choice, date, decimal, flag, integer, note, ref, text } from '../records/fields.ts'
import { defineLines, defineRecord, type LineOf, type RecordOf } from '../records/record.ts'
import { countingWays } from './ballot-words.ts'

/**
 * 计票: one count of a ballot. It is open until it is closed with the names of those who counted; after that it is never changed:
 * a correction is a new count with a reason, and both are kept.
 */
export const ballotCount = defineRecord('ballotCount', {
  label: '计票',
  fields: {
    ballotId: ref('ballot', { label: '测评', required: true }),
    number: integer({ label: '第几次计票', required: true }),
    way: choice(countingWays, { label: '计票方式', required: true }),
    firstTeller: text({ label: '计票人' }),
    secondTeller: text({ label: '计票人（二）' }),
    scrutineer: text({ label: '监票人' }),
    closedOn: date({ label: '封票日期' }),
    reason: note({ label: '更正原因' }),
  },
  title: 'number',
  key: ['ballotId', 'number'],
  list: ['ballotId', 'number', 'way', 'closedOn'],
  form: [['ballotId', 'number', 'way'], ['firstTeller', 'secondTeller', 'scrutineer'], ['closedOn'], ['reason']],
})
export type BallotCount = RecordOf<typeof ballotCount>

/** 发出、收回、有效、无效: the papers of one group. */
export const ballotReturn = defineLines('ballotReturn', {
  label: '发收票',
  parent: 'ballotCount',
  fields: {
    groupCode: text({ label: '类别', required: true }),
    issued: integer({ label: '发出' }),
    returned: integer({ label: '收回' }),
    valid: integer({ label: '有效' }),
    invalid: integer({ label: '无效' }),
  },
  key: ['groupCode'],
})
export type BallotReturn = LineOf<typeof ballotReturn>

/** 得票: how many papers of a group gave one row one option under one item; of a scored paper, how many scored it and the sum of points. */
export const ballotTally = defineLines('ballotTally', {
  label: '得票',
  parent: 'ballotCount',
  fields: {
    groupCode: text({ label: '类别', required: true }),
    row: integer({ label: '序号', required: true }),
    item: text({ label: '项目', required: true }),
    option: text({ label: '选项', required: true }),
    votes: integer({ label: '票数', required: true }),
    points: decimal({ label: '分数合计' }),
  },
  key: ['groupCode', 'row', 'item', 'option'],
})
export type BallotTally = LineOf<typeof ballotTally>

/**
 * 逐张录入的票: what one paper says, and nothing of who filled it in. The number is the place in the stack while it is counted;
 * closing the count sorts the papers by what they say, so that not even the order of the stack is kept.
 */
export const ballotPaper = defineLines('ballotPaper', {
  label: '票',
  parent: 'ballotCount',
  fields: {
    groupCode: text({ label: '类别', required: true }),
    /** 1 and 2: who entered it first, and who entered it again. */
    entry: integer({ label: '第几遍', required: true }),
    number: integer({ label: '第几张', required: true }),
    /** Thirty rows of eight items are longer than a line of text. */
    marks: note({ label: '填写', required: true }),
    invalid: flag({ label: '无效', required: true }),
  },
  key: ['groupCode', 'entry', 'number'],
  // One paper more is one digest more: from the papers and the digests the order of the stack could be found again.
  sealed: true,
})
export type BallotPaper = LineOf<typeof ballotPaper>
