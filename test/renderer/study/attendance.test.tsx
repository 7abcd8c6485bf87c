// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { idOf } from '../../support/workbook.ts'
import { addActivity, addPerson } from '../people/office.ts'
import { hoursOf, studyOffice } from './office.ts'

/** On the page of an activity, or of a meeting: a 党课 opened from the list has its own. */
const grid = () => screen.findByRole('grid', { name: /^(参训|到会)名单$/ })
const row = async (name: RegExp | string) => within(await grid()).findByRole('row', { name: new RegExp(name) })
const cellOf = async (name: string, column: 'state' | 'hours') => {
  const cell = within(await row(name)).getAllByRole('gridcell')[column === 'state' ? 5 : 6]
  if (!cell) throw new Error(`no cell for ${name}`)
  return cell
}
const count = (label: string) => screen.getByRole('button', { name: new RegExp(`^${label}\\d+$`) }).textContent
/** What the clipboard brings when one pastes outside a field. */
const pasteText = (text: string) => fireEvent.paste(document.body, { clipboardData: { getData: () => text } })

async function newActivity() {
  const office = await studyOffice()
  const id = await addActivity(office.call, '十一月党课', {
    kind: 'partyLecture',
    startsOn: '2026-11-20',
    endsOn: '2026-11-20',
    hours: 4,
    organizationId: office.building,
  })
  return { ...office, id, ...office.show(`/activities/${id}`) }
}

test("the organizer's people are there in one click, exceptions go in by key, and saving moves everyone's hours", async () => {
  const { user, call, id, people } = await newActivity()
  await user.click(await screen.findByRole('button', { name: '取建筑工程系教工党支部 5 人' }))
  await waitFor(() => expect(count('出勤')).toBe('出勤5'))
  fireEvent.mouseDown(await cellOf('程雅琴', 'state'))
  await user.keyboard('4')
  fireEvent.mouseDown(await cellOf('高志远', 'state'))
  await user.keyboard('3{ArrowDown}')
  await waitFor(() => expect([count('出勤'), count('请假'), count('缺勤')]).toEqual(['出勤3', '请假1', '缺勤1']))
  expect(screen.getByText('应到 5 人，计 12 学时')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已登记 3 人出席')).toBeTruthy()
  expect(await hoursOf(call, people.otherCao)).toBe(4)
  expect(await hoursOf(call, people.cheng)).toBe(8)
  const { lines } = await call('attendance.get', { activityId: id })
  expect(Object.fromEntries(lines.map(l => [l.personId, l.state]))).toMatchObject({ [people.cheng]: 'absent', [people.gao]: 'leave', [people.ye]: 'present' })
})

test('hours of one person can differ, and what cannot be right is named and not saved', async () => {
  const { user, call, people } = await newActivity()
  await user.click(await screen.findByRole('button', { name: '取建筑工程系教工党支部 5 人' }))
  fireEvent.mouseDown(await cellOf('程雅琴', 'hours'))
  await user.keyboard('40{Enter}')
  expect((await screen.findByRole('alert')).textContent).toMatch(/第 \d 行程雅琴：1 天不可能有 40 学时，请核对。/)
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText(/^没有保存。第 \d 行程雅琴/)).toBeTruthy()
  expect(await hoursOf(call, people.cheng)).toBe(8)
  fireEvent.mouseDown(await cellOf('程雅琴', 'hours'))
  await user.keyboard('2.5{Enter}')
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect(await hoursOf(call, people.cheng)).toBe(10.5))
})

test('names and numbers pasted from Excel are matched; who can be two people is asked, who is not on file is said', async () => {
  const { user, call, id, people } = await newActivity()
  await screen.findByText('还没有填出勤。')
  pasteText(`姓名\t身份证号\t签到情况\n程雅琴\t\t出勤\n曹军怡\t\t请假\n\t${idOf('1981-06-28', 1)}\t\n沈无名\t\t出勤\n`)
  const dialog = await screen.findByRole('dialog', { name: '粘贴名单' })
  const pasted = await within(dialog).findByRole('grid', { name: '贴入的人' })
  expect(within(await within(pasted).findByRole('row', { name: /^程雅琴/ })).getByText('对上')).toBeTruthy()
  expect(within(within(pasted).getByRole('row', { name: /邓文涛/ })).getByText('对上')).toBeTruthy()
  expect(within(within(pasted).getByRole('row', { name: /^沈无名/ })).getByText('名册里没有')).toBeTruthy()
  expect(within(pasted).getByText('2 人同名')).toBeTruthy()
  expect(within(dialog).getByText('2 行没有对上，不加入')).toBeTruthy()
  await user.click(within(pasted).getByRole('combobox', { name: '曹军怡是哪一个' }))
  await user.click(await screen.findByRole('option', { name: new RegExp(idOf('1980-02-20', 7).slice(-4)) }))
  await user.click(within(dialog).getByRole('button', { name: /^加入 3 人/ }))
  await waitFor(() => expect([count('出勤'), count('请假')]).toEqual(['出勤2', '请假1']))
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText('已登记 2 人出席')).toBeTruthy()
  const { lines } = await call('attendance.get', { activityId: id })
  expect(lines.map(l => [l.personId, l.state]).toSorted()).toEqual(
    [
      [people.cheng, 'present'],
      [people.deng, 'present'],
      [people.otherCao, 'leave'],
    ].toSorted(),
  )
})

test("namesakes are settled by the organizer's branch, and the choice in place offers the others", async () => {
  const { user, call, id, people, staff } = await newActivity()
  const stranger = await addPerson(call, '程雅琴', { idNumber: idOf('1991-04-09', 4), organizationId: staff })
  await addPerson(call, '何雨晴', { idNumber: idOf('1992-05-10', 6), organizationId: staff })
  await screen.findByText('还没有填出勤。')
  pasteText('程雅琴\t出勤\n曹军怡\t出勤\n何雨晴\t出勤\n邓文涛\t出勤')
  const dialog = await screen.findByRole('dialog', { name: '粘贴名单' })
  const line = (name: string) => within(within(dialog).getByRole('grid', { name: '贴入的人' })).getByRole('row', { name: new RegExp(`^${name}`) })
  await within(dialog).findByText('按主办方对上')
  // Two in the branch, two of another branch: nobody is guessed. One of another branch alone is meant.
  expect(['曹军怡', '何雨晴', '邓文涛'].map(name => within(line(name)).getByText(/对上|同名/).textContent)).toEqual(['2 人同名', '2 人同名', '对上'])
  expect(within(dialog).getByRole('button', { name: /^加入 2 人/ })).toBeTruthy()
  await user.click(within(line('程雅琴')).getByRole('combobox'))
  expect(screen.getAllByRole('option').map(o => /建筑工程系|机关/.exec(o.textContent ?? '')?.[0] ?? '')).toEqual(['', '建筑工程系', '机关'])
  await user.click(screen.getByRole('option', { name: /机关第一党支部/ }))
  await user.click(within(dialog).getByRole('button', { name: /^加入 2 人/ }))
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('已登记 2 人出席')
  expect((await call('attendance.get', { activityId: id })).lines.map(l => l.personId).toSorted()).toEqual([people.deng, stranger].toSorted())
})

test('a pasted list changes the state of those who stand on the list already', async () => {
  const { show, activities } = await studyOffice()
  const { user } = show(`/activities/${activities.rotation}`)
  await waitFor(() => expect(count('请假')).toBe('请假1'))
  pasteText('程雅琴\t补学\n何雨晴\t旷课')
  const dialog = await screen.findByRole('dialog', { name: '粘贴名单' })
  expect(await within(dialog).findAllByText('已在名单，改出勤')).toHaveLength(2)
  await user.click(within(dialog).getByRole('button', { name: /^改 2 人/ }))
  await waitFor(() => expect([count('全部'), count('补学'), count('缺勤'), count('请假')]).toEqual(['全部5', '补学1', '缺勤1', '请假0']))
})

test('the roster of another organization, its committee only, is added without those who are there', async () => {
  const { show, activities } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  await waitFor(() => expect(count('全部')).toBe('全部3'))
  await user.click(screen.getByRole('button', { name: '取名单' }))
  const dialog = await screen.findByRole('dialog', { name: '取应到名单' })
  const box = within(dialog).getByLabelText(/^党组织/)
  await user.clear(box)
  await user.type(box, 'jzgc')
  await user.click(await screen.findByRole('option', { name: /建筑工程系教工党支部/ }))
  expect(await within(dialog).findByText('共 5 人，其中 1 人已在名单里，不重复加入。')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '只要书记和班子成员' }))
  expect(await within(dialog).findByText('共 1 人，都已在名单里。')).toBeTruthy()
  await user.click(within(dialog).getByRole('checkbox', { name: '只要书记和班子成员' }))
  await user.click(await within(dialog).findByRole('button', { name: /^加入 4 人/ }))
  await waitFor(() => expect(count('全部')).toBe('全部7'))
})

test('someone taken off the list can be put back until it is saved, and then is gone', async () => {
  const { show, call, activities, people } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  await user.click(await screen.findByRole('button', { name: '从名单去掉何雨晴' }))
  expect(count('全部')).toBe('全部2')
  await user.click(screen.getByRole('button', { name: '把何雨晴放回名单' }))
  expect(count('全部')).toBe('全部3')
  await user.click(screen.getByRole('button', { name: '从名单去掉何雨晴' }))
  await user.keyboard('{Control>}s{/Control}')
  await screen.findByText('已登记 1 人出席')
  expect(await hoursOf(call, people.he)).toBe(24)
  await user.click(screen.getByRole('button', { name: '撤销' }))
  await waitFor(async () => expect(await hoursOf(call, people.he)).toBe(26))
  await waitFor(() => expect(count('全部')).toBe('全部3'))
})

test('a list changed elsewhere in the meantime is not written over, and one’s own edits stay in sight', async () => {
  const { show, call, activities, people } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  fireEvent.mouseDown(await cellOf('何雨晴', 'state'))
  await user.keyboard('4')
  const { activity } = await call('attendance.get', { activityId: activities.meeting })
  await call('attendance.save', {
    activityId: activities.meeting,
    version: Number(activity['version']),
    lines: [{ personId: people.deng, state: 'present', hours: 2 }],
  })
  expect(await screen.findByText('没有写入：这次活动打开之后在别处改过。')).toBeTruthy()
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(count('缺勤')).toBe('缺勤2'))
  expect((await call('attendance.get', { activityId: activities.meeting })).lines).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: '读取最新，放弃本页改动' }))
  await waitFor(() => expect(count('全部')).toBe('全部1'))
})

test('saving keeps the rows where they are and the cell on the person in hand; opened again the list is in order', async () => {
  const { user, call, id, people } = await newActivity()
  await screen.findByText('还没有填出勤。')
  pasteText('叶国栋\n程雅琴\n邓文涛\n高志远')
  await user.click(await within(await screen.findByRole('dialog', { name: '粘贴名单' })).findByRole('button', { name: /^加入 4 人/ }))
  const names = async () =>
    within(await grid())
      .getAllByRole('link')
      .map(link => link.textContent)
  await user.click(await screen.findByRole('button', { name: '从名单去掉叶国栋' }))
  fireEvent.mouseDown(await cellOf('邓文涛', 'state'))
  await user.keyboard('3{Control>}s{/Control}')
  await screen.findByText('已登记 2 人出席')
  // Changed elsewhere once more, so that the list is read afresh for certain.
  const { activity } = await call('attendance.get', { activityId: id })
  const lines = [people.cheng, people.gao, people.deng].map(personId => ({
    personId,
    state: personId === people.gao ? ('makeup' as const) : ('present' as const),
    hours: 4,
  }))
  await call('attendance.save', { activityId: id, version: Number(activity['version']), lines })
  await waitFor(() => expect(count('补学')).toBe('补学1'))
  expect(await names()).toEqual(['程雅琴', '邓文涛', '高志远'])
  expect(document.activeElement?.closest('tr')?.textContent).toContain('邓文涛')
  await user.keyboard('4')
  expect(within(await row('邓文涛')).getByRole('textbox')).toBe(document.activeElement)
  await waitFor(() => expect(count('缺勤')).toBe('缺勤1'))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect((await call('attendance.get', { activityId: id })).lines.find(l => l.personId === people.deng)?.state).toBe('absent'))
  await user.click(within(screen.getByRole('navigation', { name: '主导航' })).getByRole('link', { name: '活动与签到' }))
  await user.click(await screen.findByRole('link', { name: '十一月党课' }))
  await waitFor(async () => expect(await names()).toEqual(['邓文涛', '程雅琴', '高志远']))
})

test('leaving with unsaved attendance asks first', async () => {
  const { show, activities } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  fireEvent.mouseDown(await cellOf('何雨晴', 'state'))
  await user.keyboard('4')
  await user.click(screen.getByRole('link', { name: '学时' }))
  expect(await screen.findByRole('dialog', { name: '离开这一页？' })).toBeTruthy()
  expect(window.location.hash).toBe(`#/activities/${activities.meeting}`)
})

test('when the hours of an activity change, those who still have the old ones are offered the new', async () => {
  const { show, call, activities, people } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  await user.click(await screen.findByRole('button', { name: /^修改/ }))
  const dialog = await screen.findByRole('dialog', { name: '修改活动' })
  const hours = within(dialog).getByLabelText(/^学时/)
  await user.clear(hours)
  await user.type(hours, '3')
  await user.keyboard('{Control>}s{/Control}')
  expect(await screen.findByText(/活动学时已由 2 改为 3，名单里 2 人仍记 2 学时。/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '都改为 3' }))
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(async () => expect(await hoursOf(call, people.deng)).toBe(35))
})

test('one more person is added by initials', async () => {
  const { show, activities } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  await user.type(await screen.findByRole('combobox', { name: '加一个人' }), 'cyq')
  await user.click(await screen.findByRole('option', { name: /程雅琴/ }))
  await waitFor(() => expect(count('全部')).toBe('全部4'))
  expect(within(await row('程雅琴')).getByText('建筑工程系教工党支部')).toBeTruthy()
})

test('whoever is added or pasted stands there with branch and 职务 at once, as after saving', async () => {
  const { user } = await newActivity()
  await user.type(await screen.findByRole('combobox', { name: '加一个人' }), 'gzy')
  await user.click(await screen.findByRole('option', { name: /高志远/ }))
  expect(within(await row('高志远')).getByText('党支部书记')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '从名单去掉高志远' }))
  pasteText('高志远\t补学')
  const dialog = await screen.findByRole('dialog', { name: '粘贴名单' })
  await user.click(await within(dialog).findByRole('button', { name: /^加入 1 人/ }))
  await waitFor(() => expect(count('补学')).toBe('补学1'))
  expect(within(await row('高志远')).getByText('党支部书记')).toBeTruthy()
})

test('the sign-in sheet is printed from the saved list', async () => {
  const { show, activities, printed } = await studyOffice()
  const { user } = show(`/activities/${activities.meeting}`)
  await user.click(await screen.findByRole('button', { name: '签到表' }))
  await user.click(await screen.findByRole('menuitem', { name: '打印' }))
  expect(await screen.findByText('已送打印机：会议（培训）签到表')).toBeTruthy()
  expect(printed).toMatchObject([{ template: 'signIn', props: { title: '十月主题党日', names: expect.arrayContaining(['邓文涛', '何雨晴', '高志远']) } }])
})
