// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { Fence } from '../../../renderer/app/Fence.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

test('what throws says so in its own place, and is there again once it no longer throws', async () => {
  // React reports what a fence caught on the console.
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let broken = true
  const Page = () => {
    if (broken) throw new Error('broken')
    return <p>名册</p>
  }
  render(
    <>
      <nav>导航</nav>
      <Fence says="这一页出错了。">
        <Page />
      </Fence>
    </>,
  )
  expect(screen.getByText('这一页出错了。')).toBeTruthy()
  expect(screen.getByText('导航')).toBeTruthy()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: '重新打开' }))
  expect(screen.getByText('名册')).toBeTruthy()
})
