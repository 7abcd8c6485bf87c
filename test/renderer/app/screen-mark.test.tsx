// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { password } from '../../support/app.ts'
import { openWindow } from '../../support/window.tsx'

test('no watermark on the screen until the office asks for it; then who and which PC, from the next unlocking on', async () => {
  const { call, user } = await openWindow()
  await screen.findByRole('navigation', { name: '主导航' })
  expect(document.querySelector('.screen-mark')).toBeNull()
  const draft = { key: 'security.screenMark', value: 1, startsOn: '2020-01-01', clause: null, basis: 'local', remark: null }
  await call('records.create', { type: 'parameter', draft })
  await user.keyboard('{Control>}l{/Control}')
  await user.type(await screen.findByLabelText(/^口令/), password)
  await user.keyboard('{Enter}')
  await expect.poll(() => document.querySelector('.screen-mark')?.getAttribute('data-mark')).toMatch(/经办人　电脑 测试机　\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/)
  expect(document.querySelector('.screen-mark')?.getAttribute('aria-hidden')).toBe('true')
})
