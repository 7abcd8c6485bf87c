import { choice, integer, note, text } from '../records/fields.ts'
import { defineLines, type LineOf } from '../records/record.ts'
import type { ActivityKind } from './activity.ts'

/** 组织生活: the kinds that are meetings of a Party body, with a chair, a recorder and resolutions. The others are classes. */
export const meetingKinds = [
  'memberMeeting',
  'committeeMeeting',
  'groupMeeting',
  'partyLecture',
  'themeDay',
  'lifeMeeting',
  'appraisalMeeting',
  'democraticLife',
  'centerGroup',
  'partyBuilding',
  'workMeeting',
  'jointMeeting',
] as const satisfies readonly ActivityKind[]
export type MeetingKind = (typeof meetingKinds)[number]
export const isMeetingKind = (kind: unknown): kind is MeetingKind => meetingKinds.some(known => known === kind)

export const votingMethods = { oral: '口头表决', hands: '举手表决', secret: '无记名投票' } as const
export const conclusions = { passed: '通过', rejected: '未通过', deferred: '缓议' } as const

/** 决议: what a meeting decided and how it voted. The figures are checked (shared/rules/votes.ts); the conclusion is a person's. */
export const resolution = defineLines('resolution', {
  label: '决议',
  parent: 'activity',
  fields: {
    number: integer({ label: '序号', required: true }),
    item: text({ label: '议题', required: true }),
    decision: note({ label: '决议内容' }),
    method: choice(votingMethods, { label: '表决方式', aliases: { 口头: 'oral', 举手: 'hands', 无记名: 'secret', 票决: 'secret', 投票: 'secret' } }),
    voters: integer({ label: '应到会有表决权人数' }),
    present: integer({ label: '实到有表决权人数' }),
    agree: integer({ label: '赞成' }),
    against: integer({ label: '不赞成' }),
    abstain: integer({ label: '弃权' }),
    conclusion: choice(conclusions, { label: '结论' }),
  },
  key: ['number'],
})
export type Resolution = LineOf<typeof resolution>
