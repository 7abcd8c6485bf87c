// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow } from '../../support/window.tsx'

test('an engine that fell is told over the lock screen, with its number, until that has been read', async () => {
  const { user, ports } = await openWindow()
  ports.push({ event: 'session', state: 'locked', incident: 'A1B2C3D4' })
  expect(await screen.findByText(/后台刚才出错，已重新启动，要再解锁一次。/)).toBeTruthy()
  expect(screen.getByText(/编号 A1B2C3D4，告诉维护人员/)).toBeTruthy()
  expect(await screen.findByRole('heading', { name: '解锁' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '知道了' }))
  expect(screen.queryByText(/A1B2C3D4/)).toBeNull()
})
