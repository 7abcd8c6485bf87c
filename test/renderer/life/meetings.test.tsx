// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { activity } from '../../../shared/domain/activity.ts'
import { draftOf } from '../../support/sample.ts'
import { idOf } from '../../support/workbook.ts'
import { type Answers, showWindow } from '../../support/window.tsx'
import { addOrganization, addPerson } from '../people/office.ts'
import { createTestApp } from '../../support/app.ts'

/** A branch of four with a right to vote, one on probation; one of the four is away for work. */
async function branch() {
  const app = await createTestApp()
  const { call } = app
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const staff = await addOrganization(call, '机关第一党支部', { parentId: committee })
  const secretary = await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: staff, partyPost: '党支部书记' })
  const cheng = await addPerson(call, '程雅琴', { idNumber: idOf('1985-03-07', 2), organizationId: staff, mobility: 'floating' })
  await addPerson(call, '邓文涛', { idNumber: idOf('1981-06-28', 1), organizationId: staff })
  await addPerson(call, '叶国栋', { idNumber: idOf('1980-05-12', 3), organizationId: staff })
  const he = await addPerson(call, '何雨晴', { idNumber: idOf('1990-08-03', 2), organizationId: staff, category: 'probationary' })
  const hold = (given: Record<string, unknown> = {}) =>
    call('meeting.save', {
      draft: draftOf(activity, {
        name: '四季度党员大会',
        kind: 'memberMeeting',
        organizationId: staff,
        startsOn: '2026-11-12',
        endsOn: '2026-11-12',
        hours: 2,
        counts: true,
        ...given,
      }),
    }).then(({ id }) => id)
  return { ...app, staff, secretary, cheng, he, hold, show: (at: string, answers?: Answers) => showWindow(app, at, answers) }
}

const row = async (name: string) => within(await screen.findByRole('grid', { name: '到会名单' })).findByRole('row', { name: new RegExp(name) })
const cell = async (name: string, at: number) => {
  const found = within(await row(name)).getAllByRole('gridcell')[at]
  if (!found) throw new Error(`no cell ${at} for ${name}`)
  return found
}
const [stateCell, reasonCell] = [5, 7]
const figure = (label: string) => screen.getByText(label, { selector: '.meeting-figures dt' }).nextElementSibling?.textContent

test('N makes a meeting: the kind names it, sets the hours by the rates and says whether they count; the secretary chairs', async () => {
  const { show, call } = await branch()
  const { user } = show('/meetings')
  await screen.findByText(/2026 年还没有会议。$/)
  await user.keyboard('n')
  const dialog = await screen.findByRole('dialog', { name: '登记会议' })
  await user.click(within(dialog).getByRole('combobox', { name: /^会议类型/ }))
  await user.click(await screen.findByRole('option', { name: '支委会' }))
  await user.type(within(dialog).getByLabelText(/^党组织/), 'jgdy')
  await user.click(await screen.findByRole('option', { name: /机关第一党支部/ }))
  await waitFor(() => expect(within(dialog).getByLabelText<HTMLInputElement>('主持人').value).toBe('高志远'))
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^会议名称/).value).toBe('11 月支委会')
  expect(within(dialog).getByLabelText<HTMLInputElement>(/^学时/).value).toBe('4')
  expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: '不计入' }).checked).toBe(true)
  expect(within(dialog).queryByLabelText('主讲人')).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: /^登记/ }))
  expect(await screen.findByRole('heading', { name: '11 月支委会' })).toBeTruthy()
  expect((await call('meeting.list', { year: 2026 })).rows).toMatchObject([{ kind: 'committeeMeeting', counts: false, chair: '高志远' }])
})

test('应到 comes from the roster; who is not counted is ticked with the reason, exceptions go in by key, and one save writes everything', async () => {
  const { show, call, hold, cheng, he } = await branch()
  const id = await hold()
  const { user } = show(`/meetings/${id}`)
  await user.click(await screen.findByRole('button', { name: '取应到名单' }))
  const dialog = await screen.findByRole('dialog', { name: '取应到名单' })
  expect(await within(dialog).findByText('2026-11-12 在机关第一党支部的正式党员和预备党员')).toBeTruthy()
  expect(within(dialog).getByText('共 5 人，其中正式党员 4 人。')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '不计入应到' }))
  expect(within(dialog).getByLabelText<HTMLInputElement>('程雅琴不计入应到的原因').value).toBe('流动党员，本人申请')
  await user.click(within(dialog).getByRole('button', { name: /^加入 5 人/ }))
  await waitFor(() => expect([figure('应到'), figure('实到'), figure('不计入应到'), figure('有表决权')]).toEqual(['4', '4', '1', '3']))
  fireEvent.mouseDown(await cell('何雨晴', stateCell))
  await user.keyboard('3')
  fireEvent.mouseDown(await cell('何雨晴', reasonCell))
  await user.keyboard('因公出差{Enter}')
  await waitFor(() => expect([figure('实到'), figure('请假'), figure('出席率')]).toEqual(['3', '1', '75.0%']))
  await user.click(screen.getByRole('tab', { name: '议题和内容' }))
  await user.type(screen.getByLabelText('议题'), '一、预备党员转正')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已保存“四季度党员大会”，实到 3 人')).toBeTruthy()
  const kept = await call('meeting.get', { activityId: id })
  expect(kept).toMatchObject({
    activity: { agenda: '一、预备党员转正' },
    counts: { expected: 4, excused: 1, attended: 3, leave: 1, voters: 3, votersPresent: 3 },
  })
  const reasons = Object.fromEntries(kept.lines.map(l => [l.personId, l.reason]))
  expect([reasons[cheng], reasons[he]]).toEqual(['流动党员，本人申请', '因公出差'])
})

test('a resolution begins with those who have a vote, and its figures are checked by the clause as they are typed', async () => {
  const { show, call, hold } = await branch()
  const id = await hold()
  const { user } = show(`/meetings/${id}`)
  await user.click(await screen.findByRole('button', { name: '取应到名单' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^加入 5 人/ }))
  fireEvent.mouseDown(await cell('邓文涛', stateCell))
  await user.keyboard('4')
  await user.click(screen.getByRole('tab', { name: '决议' }))
  await user.click(screen.getByRole('button', { name: '加一项决议' }))
  const form = await screen.findByRole('region', { name: '决议第 1 项' })
  const box = (label: string) => within(form).getByLabelText<HTMLInputElement>(label)
  expect([box('应到有表决权').value, box('实到有表决权').value]).toEqual(['4', '3'])
  await user.type(within(form).getByLabelText(/^议题/), '预备党员转正')
  await user.type(box('赞成'), '2')
  expect(within(form).getByText('赞成不够：2 / 4，须超过应到会有表决权人数的半数')).toBeTruthy()
  expect(within(form).getAllByText('支部工作条例（试行）第十一条')).toHaveLength(2)
  await user.clear(box('赞成'))
  await user.type(box('赞成'), '4')
  expect(within(form).getByText('赞成、不赞成、弃权共 4，多于实到 3 人')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('没有保存。决议第 1 项：赞成、不赞成、弃权共 4，多于实到 3 人。')).toBeTruthy()
  await user.clear(box('赞成'))
  await user.type(box('赞成'), '3')
  expect(within(form).getByText('赞成够：3 / 4')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已保存“四季度党员大会”，实到 4 人')).toBeTruthy()
  expect((await call('meeting.get', { activityId: id })).resolutions).toMatchObject([{ number: 1, item: '预备党员转正', voters: 4, present: 3, agree: 3 }])
})

test('a list pasted from Excel brings states and reasons along', async () => {
  const { show, call, hold, cheng, he } = await branch()
  const id = await hold()
  const { user } = show(`/meetings/${id}`)
  await screen.findByText('还没有填出勤。')
  fireEvent.paste(document.body, {
    clipboardData: { getData: () => '姓名\t出勤\t缺席及原因\n高志远\t出勤\t\n程雅琴\t不计入应到\t流动党员，本人申请\n何雨晴\t病假\t住院' },
  })
  const dialog = await screen.findByRole('dialog', { name: '粘贴名单' })
  await user.click(await within(dialog).findByRole('button', { name: /^加入 3 人/ }))
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已保存“四季度党员大会”，实到 1 人')).toBeTruthy()
  const { lines } = await call('meeting.get', { activityId: id })
  expect(Object.fromEntries(lines.map(l => [l.personId, [l.state, l.reason]]))).toMatchObject({
    [cheng]: ['excused', '流动党员，本人申请'],
    [he]: ['leave', '住院'],
  })
})

test('不计入应到 without a reason is named and not saved', async () => {
  const { show, call, hold } = await branch()
  const id = await hold()
  const { user } = show(`/meetings/${id}`)
  await user.click(await screen.findByRole('button', { name: '取应到名单' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: /^加入 5 人/ }))
  fireEvent.mouseDown(await cell('邓文涛', stateCell))
  await user.keyboard('5')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText(/^没有保存。第 \d 行邓文涛：不计入应到要写明原因。$/)).toBeTruthy()
  expect((await call('meeting.get', { activityId: id })).lines).toEqual([])
})

test('the list counts each kind and opens a meeting; from 活动与签到 a meeting opens its own page', async () => {
  const { show, hold } = await branch()
  await hold()
  await hold({ kind: 'themeDay', name: '十一月主题党日' })
  const { user } = show('/meetings')
  await user.click(await screen.findByRole('button', { name: '主题党日1' }))
  await waitFor(() => expect(within(screen.getByRole('grid', { name: '会议列表' })).queryByText('四季度党员大会')).toBeNull())
  await user.click(screen.getByRole('link', { name: '十一月主题党日' }))
  expect(await screen.findByRole('tab', { name: '议题和内容' })).toBeTruthy()
  window.location.hash = '#/activities'
  await user.click(await screen.findByRole('link', { name: '四季度党员大会' }))
  expect(await screen.findByRole('tab', { name: '议题和内容' })).toBeTruthy()
})

test('a voided meeting leaves the list and comes back from 已作废 with its hours', async () => {
  const { show, call, hold, secretary } = await branch()
  const id = await hold()
  const { activity: held } = await call('meeting.get', { activityId: id })
  await call('meeting.save', { activityId: id, version: Number(held['version']), lines: [{ personId: secretary, state: 'present', hours: 2 }] })
  await call('records.void', { type: 'activity', id, version: Number(held['version']) + 1, reason: '登记重复' })
  const { user } = show('/meetings')
  await user.click(await screen.findByRole('button', { name: '已作废1' }))
  const list = await screen.findByRole('grid', { name: '已作废的会议' })
  await user.click(await within(list).findByRole('button', { name: '恢复' }))
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByRole('textbox'), '并未重复')
  await user.click(within(dialog).getByRole('button', { name: /^恢复/ }))
  await waitFor(async () => expect((await call('meeting.list', { year: 2026 })).total).toBe(1))
  const { people } = await call('quota.people', { quota: 'study-hours', year: 2026, ids: [secretary] })
  expect(people[0]?.done).toBe(2)
})

test('what was changed elsewhere is not overwritten: the page keeps the edits and says so', async () => {
  const { show, call, hold } = await branch()
  const id = await hold()
  const { user } = show(`/meetings/${id}`)
  await user.click(await screen.findByRole('tab', { name: '议题和内容' }))
  await user.type(screen.getByLabelText('议题'), '一')
  const { activity: held } = await call('meeting.get', { activityId: id })
  await call('meeting.save', { activityId: id, version: Number(held['version']), draft: { chair: '邓文涛' } })
  expect(await screen.findByText('没有写入：这次活动打开之后在别处改过。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '读取最新，放弃本页改动' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLTextAreaElement>('议题').value).toBe(''))
  expect(screen.getByText('邓文涛', { selector: '.activity-facts dd' })).toBeTruthy()
})
