// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'

type Window = Awaited<ReturnType<typeof openWindow>>

async function workdays(year = 2026): Promise<Window> {
  const opened = await openWindow({ at: '/workdays' })
  await screen.findByRole('group', { name: '2026 年' })
  const step = year > 2026 ? '下一年度' : '上一年度'
  for (let shown = 2026; shown !== year; shown += Math.sign(year - shown)) await opened.user.click(screen.getByRole('button', { name: step }))
  await screen.findByRole('group', { name: `${year} 年` })
  return opened
}

const day = (name: string) => screen.getByRole('button', { name })
const onFile = async ({ call }: Window, year: number) => (await call('calendar.year', { year })).days.map(d => `${d.date} ${d.kind} ${d.name}`)
const name = () => screen.getByLabelText<HTMLInputElement>(/^节日/)

test('the year shows each day off and each make-up day in words, and how many working days a month has', async () => {
  await workdays(2025)
  expect(day('2025-09-28 周日 调休上班 国庆节、中秋节').textContent).toContain('班')
  expect(day('2025-10-08 周三 放假 国庆节、中秋节').textContent).toContain('休')
  expect(day('2025-10-09 周四 上班').textContent).toBe('9')
  expect(day('2025-10-12 周日 休息').textContent).toBe('12')
  expect(screen.getByRole('region', { name: '10 月，18 个工作日' })).toBeTruthy()
  expect(screen.getByText(/2025 年 248 个工作日，放假 28 天，调休上班 5 天/)).toBeTruthy()
  expect(screen.queryByText('暂算')).toBeNull()
})

test('a year without its notice is 暂算, and says what is missing until it is registered by the keyboard alone', async () => {
  const opened = await workdays(2027)
  const { user } = opened
  expect(screen.getByText('2027 年的放假安排不在册，涉及这一年的工作日都是暂算')).toBeTruthy()
  day('2027-01-01 周五 上班').focus()
  await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}')
  expect(document.activeElement).toBe(name())
  await user.keyboard('元旦{Enter}')
  await screen.findByText('已登记：1 月 1 日至 3 日放假，元旦')
  expect(await onFile(opened, 2027)).toEqual(['2027-01-01 holiday 元旦', '2027-01-02 holiday 元旦', '2027-01-03 holiday 元旦'])
  expect(await screen.findByText(/2027 年还没有登记劳动节、国庆节的放假/)).toBeTruthy()
  await waitFor(() => expect(document.activeElement?.getAttribute('data-day')).toBe('2027-01-03'))

  await user.keyboard('{Delete}')
  await screen.findByText('已取消登记：1 月 1 日至 3 日，3 天')
  expect(await onFile(opened, 2027)).toEqual([])
  await user.click(screen.getByRole('button', { name: /^撤销/ }))
  await waitFor(async () => expect(await onFile(opened, 2027)).toHaveLength(3))
})

test('a Monday cannot be made a make-up day; a Saturday can, with its festival by a click', async () => {
  const opened = await workdays(2027)
  const { user } = opened
  await user.click(day('2027-01-04 周一 上班'))
  await user.click(screen.getByRole('radio', { name: '调休上班' }))
  await user.click(screen.getByRole('button', { name: '元旦' }))
  expect(screen.getByText('周一至周五本来上班，调休上班只登记周六、周日')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^登记/ }).disabled).toBe(true)
  await user.click(day('2027-01-09 周六 休息'))
  await user.click(screen.getByRole('radio', { name: '调休上班' }))
  await user.click(screen.getByRole('button', { name: '元旦' }))
  await user.click(screen.getByRole('button', { name: /^登记/ }))
  await screen.findByText('已登记：1 月 9 日调休上班，元旦')
  expect(day('2027-01-09 周六 调休上班 元旦')).toBeTruthy()
  expect((await opened.call('calendar.year', { year: 2027 })).days).toMatchObject([{ source: '国务院办公厅关于2027年部分节假日安排的通知' }])
})

test('the reckoning says where five working days end, with and without the first day, and when that is 暂算', async () => {
  const { user } = await workdays()
  const result = () => within(screen.getByRole('status', { name: '推算结果' }))
  const from = screen.getByLabelText('从')
  const reckonFrom = async (on: string) => {
    await user.clear(from)
    await user.type(from, on)
  }
  await reckonFrom('2026-02-10')
  await waitFor(() => expect(result().getByText('2026-02-24 周二')).toBeTruthy())
  expect(result().getByText('其间有放假 9 天（春节）、调休上班 1 天。')).toBeTruthy()
  expect(screen.getAllByRole('button', { pressed: true })).toHaveLength(1)
  await user.click(screen.getByRole('checkbox', { name: '当天算第 1 个' }))
  await waitFor(() => expect(result().getByText('2026-02-14 周六')).toBeTruthy())
  await reckonFrom('2026-12-30')
  await waitFor(() => expect(result().getByText('2027-01-05 周二')).toBeTruthy())
  expect(result().getByText('暂算')).toBeTruthy()
  expect(result().getByText(/2027 年的放假安排没有登记全/)).toBeTruthy()
  await user.click(screen.getByRole('radio', { name: '以前' }))
  await waitFor(() => expect(result().getByText('2026-12-24 周四')).toBeTruthy())
})

test('a day on file shows who registered it and when', async () => {
  const { user } = await workdays()
  await user.click(day('2026-10-10 周六 调休上班 国庆节'))
  await user.click(screen.getByRole('button', { name: '这一天的历史' }))
  const dialog = within(await screen.findByRole('dialog', { name: '2026-10-10的历史' }))
  expect(await dialog.findByText('国务院办公厅关于2026年部分节假日安排的通知')).toBeTruthy()
  expect(dialog.getByText('登记')).toBeTruthy()
})
