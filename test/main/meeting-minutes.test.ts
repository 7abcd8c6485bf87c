import { expect, test } from 'vitest'
import { activity } from '../../shared/domain/activity.ts'
import { meetingMinutes, paragraphsOf } from '../../shared/forms/meeting-minutes.ts'
import { smallOffice } from '../support/office.ts'
import { draftOf } from '../support/sample.ts'

async function held(given: Record<string, unknown> = {}) {
  const office = await smallOffice()
  const { call, member, first } = office
  const [gao, cheng, deng, cao] = [
    await member({ name: '高志远' }),
    await member({ name: '程雅琴' }),
    await member({ name: '邓文涛' }),
    await member({ name: '曹军怡' }),
  ]
  const draft = draftOf(activity, {
    name: '四季度党员大会',
    kind: 'memberMeeting',
    organizationId: first,
    startsOn: '2026-11-12',
    endsOn: '2026-11-12',
    hours: 2,
    counts: true,
    place: '党员活动室',
    chair: '高志远',
    agenda: '一、转正\n\n二、党费',
    ...given,
  })
  const line = (personId: string, state: string, reason: string | null = null) => ({ personId, state, hours: 2, reason })
  const { id } = await call('meeting.save', {
    draft,
    lines: [line(gao, 'present'), line(cheng, 'leave', '因公出差'), line(deng, 'absent'), line(cao, 'excused', '停止党籍')],
    resolutions: [
      {
        number: 1,
        item: '预备党员转正',
        decision: '同意转正。',
        method: 'secret',
        voters: 3,
        present: 1,
        agree: 1,
        against: 0,
        abstain: 0,
        conclusion: 'deferred',
      },
      { number: 2, item: '党费使用', decision: null, method: null, voters: null, present: null, agree: null, against: null, abstain: null, conclusion: null },
    ],
  })
  const minutes = async () => meetingMinutes.props.parse((await call('forms.preview', { form: 'meetingMinutes', params: { activityId: id } })).props)
  return { ...office, id, minutes }
}

test('the record of a meeting says who was away and why, and how each item was voted', async () => {
  const { minutes } = await held()
  expect(await minutes()).toMatchObject({
    title: '党支部会议记录',
    name: '四季度党员大会',
    kind: '党员大会',
    organization: '第一党支部',
    span: '2026年11月12日',
    place: '党员活动室',
    chair: '高志远',
    recorder: '',
    expected: 3,
    attended: 1,
    away: ['请假 1 人：程雅琴（因公出差）。', '缺勤 1 人：邓文涛。', '不计入应到 1 人：曹军怡（停止党籍）。'],
    agenda: ['一、转正', '二、党费'],
    content: [],
    resolutions: [
      { number: 1, item: '预备党员转正', decision: '同意转正。', vote: '无记名投票：应到会有表决权 3 人，实到 1 人，赞成 1 票，不赞成 0 票，弃权 0 票，缓议' },
      { number: 2, item: '党费使用', decision: '', vote: '' },
    ],
  })
})

test('the record of a body that is no branch has another title', async () => {
  const { minutes, call, top, id } = await held()
  const { activity: kept } = await call('meeting.get', { activityId: id })
  await call('meeting.save', { activityId: id, version: Number(kept['version']), draft: { kind: 'partyBuilding', organizationId: top } })
  expect((await minutes()).title).toBe('会议记录')
})

test('a class has no record of a meeting, and a voided meeting none either', async () => {
  const { add, first, call, id, minutes } = await held()
  const training = await add('activity', {
    name: '培训班',
    kind: 'training',
    organizationId: first,
    startsOn: '2026-11-12',
    endsOn: '2026-11-12',
    hours: 8,
    counts: true,
  })
  await expect(call('forms.preview', { form: 'meetingMinutes', params: { activityId: training } })).rejects.toMatchObject({ code: 'input.invalid' })
  await call('records.void', { type: 'activity', id, version: 3, reason: '没有举办' })
  await expect(minutes()).rejects.toMatchObject({ code: 'record.voided' })
})

test('a long paragraph is cut at a sentence, so that no row outgrows a page, and nothing of it is lost', () => {
  const sentence = '学习了文件，结合岗位谈了体会，提出三条意见。'
  const text = sentence.repeat(60)
  const pieces = paragraphsOf(text)
  expect(pieces.length).toBeGreaterThan(2)
  expect(pieces.every(piece => piece.length <= 420 && piece.endsWith('。'))).toBe(true)
  expect(pieces.join('')).toBe(text)
  expect(paragraphsOf('长'.repeat(1000)).map(piece => piece.length)).toEqual([420, 420, 160])
  expect(paragraphsOf(null)).toEqual([])
})
