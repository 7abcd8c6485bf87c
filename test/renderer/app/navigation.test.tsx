// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { front, groups, tools } from '../../../renderer/app/places.ts'
import { openWindow } from '../../support/window.tsx'

const navigation = () => screen.findByRole('navigation', { name: '主导航' })
const links = (holder: HTMLElement) =>
  within(holder)
    .queryAllByRole('link')
    .map(link => link.textContent || link.getAttribute('aria-label'))
const placesOf = (label: string) => groups.find(group => group.label === label)?.places.map(place => place.label) ?? []
const toolNames = tools.map(tool => tool.label)
const frontNames = front.map(place => place.label)

async function narrowWindow() {
  const opened = await openWindow({ at: '/people' })
  await screen.findByRole('heading', { level: 1 })
  act(() => {
    window.innerWidth = 1366
    window.dispatchEvent(new Event('resize'))
  })
  return opened
}

test('one group is open, the one of the place in view; the tools are there whichever is', async () => {
  const { user } = await openWindow({ at: '/people' })
  const nav = await navigation()
  await waitFor(() => expect(links(nav)).toEqual([...frontNames, ...placesOf('党员管理'), ...toolNames]))
  expect(within(nav).getByRole('link', { current: 'page' }).textContent).toBe('组织与人员')
  await user.click(within(nav).getByRole('button', { name: '联系群众' }))
  expect(links(nav)).toEqual([...frontNames, ...placesOf('联系群众'), ...toolNames])
  await user.click(within(nav).getByRole('link', { name: '领导联系点' }))
  await screen.findByRole('heading', { name: '领导联系点' })
  expect(within(nav).getByRole('button', { name: '联系群众' }).getAttribute('aria-expanded')).toBe('true')
})

test('in every group the screens made for it come before its registers', () => {
  for (const { places } of groups) {
    const registers = places.map(place => place.name.startsWith('register '))
    expect(registers).toEqual(registers.toSorted())
  }
})

test('a narrow window has one icon for each group, none for 监督资料 of which nothing was granted; pointing at it shows its places, leaving hides them', async () => {
  const { user } = await narrowWindow()
  const nav = await navigation()
  await waitFor(() => expect(links(nav)).toEqual([...frontNames, ...toolNames]))
  expect(within(nav).getAllByRole('button')).toHaveLength(groups.filter(({ places }) => places.some(({ secret }) => !secret)).length)
  await user.hover(within(nav).getByRole('button', { name: '流动党员' }))
  expect(links(within(nav).getByRole('group', { name: '流动党员' }))).toEqual(placesOf('流动党员'))
  await user.unhover(within(nav).getByRole('button', { name: '流动党员' }))
  await waitFor(() => expect(within(nav).queryByRole('group')).toBeNull())
  await user.click(within(nav).getByRole('button', { name: '双五好' }))
  await user.click(within(nav).getByRole('link', { name: '创建活动' }))
  await screen.findByRole('heading', { name: '创建活动' })
  expect(within(nav).queryByRole('group')).toBeNull()
})

test('in a narrow window the arrows go from group to group, into the list and back; Esc closes it', async () => {
  const { user } = await narrowWindow()
  const nav = await navigation()
  act(() => within(nav).getByRole('button', { name: '学习教育' }).focus())
  expect(within(nav).getByRole('group').getAttribute('aria-label')).toBe('学习教育')
  await user.keyboard('{ArrowDown}')
  expect(within(nav).getByRole('group').getAttribute('aria-label')).toBe('组织生活')
  await user.keyboard('{ArrowRight}')
  const [first = '', second = ''] = placesOf('组织生活')
  await waitFor(() => expect(document.activeElement?.textContent).toBe(first))
  await user.keyboard('{ArrowDown}')
  expect(document.activeElement?.textContent).toBe(second)
  await user.keyboard('{Escape}')
  expect(document.activeElement).toBe(within(nav).getByRole('button', { name: '组织生活' }))
  expect(within(nav).queryByRole('group')).toBeNull()
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe(first))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(window.location.hash).toBe(`#${groups.find(g => g.label === '组织生活')?.places[0]?.path}`))
})

test('a page that takes the keyboard when it comes does not close the list that the pointer is on', async () => {
  const { user } = await narrowWindow()
  const nav = await navigation()
  await user.click(within(nav).getByRole('button', { name: '流动党员' }))
  act(() => screen.getByRole('button', { name: /^查找/ }).focus())
  expect(links(within(nav).getByRole('group', { name: '流动党员' }))).toEqual(placesOf('流动党员'))
  await user.unhover(within(nav).getByRole('button', { name: '流动党员' }))
  await waitFor(() => expect(within(nav).queryByRole('group')).toBeNull())
})
