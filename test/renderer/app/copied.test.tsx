// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'

function copying(text: string): void {
  const place = document.createElement('p')
  place.textContent = text
  document.body.append(place)
  document.getSelection()?.selectAllChildren(place)
  fireEvent.copy(place)
  place.remove()
}

test('who copies an ID number is told that it will be gone; a masked one or any other number is nobody’s business', async () => {
  let asked = 0
  await openWindow({ answers: { 'shell.forgetCopied': () => (asked++, { seconds: 60 }) } })
  await screen.findByRole('navigation', { name: '主导航' })
  for (const text of ['1101**********002X', '会议编号 20261123', '4412345678901234567890']) copying(text)
  expect(asked).toBe(0)
  copying('张三丰 11010519491231002X 男')
  expect(await screen.findByText('复制了身份号码，60 秒后从剪贴板清掉')).toBeTruthy()
  expect(asked).toBe(1)
})
