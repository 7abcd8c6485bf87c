// @vitest-environment jsdom
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { useIdle } from '../../../renderer/app/idle.ts'
import { navigate, startRouter, useKept, useSpot } from '../../../renderer/app/router.ts'
import { UnsavedProvider, useUnsaved } from '../../../renderer/app/unsaved.tsx'
import { Link } from '../../../renderer/ui/Link.tsx'
import { createTestApp } from '../../support/app.ts'
import { bridgeTo } from '../../support/window.tsx'

beforeEach(() => {
  window.history.replaceState(null, '', '#/list')
  startRouter()
})
afterEach(cleanup)

function Form() {
  const [text, setText] = useState('')
  useUnsaved(text !== '')
  return <input aria-label="姓名" value={text} onChange={event => setText(event.target.value)} />
}

function Filter() {
  const [filter, setFilter] = useKept('filter', '')
  return <input aria-label="筛选" value={filter} onChange={event => setFilter(event.target.value)} />
}

function Place() {
  const { path, entry } = useSpot()
  return (
    <UnsavedProvider>
      <h1>{path}</h1>
      <Link to="/list">列表</Link>
      <Link to="/form">登记</Link>
      {path === '/form' ? <Form /> : <Filter key={entry} />}
    </UnsavedProvider>
  )
}

const at = (path: string) => waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(path))

test('a page with unsaved edits asks before it is left, and stays when the answer is no', async () => {
  const user = userEvent.setup()
  render(<Place />)
  await user.click(screen.getByRole('link', { name: '登记' }))
  await user.type(screen.getByLabelText('姓名'), '高志远')
  await user.click(screen.getByRole('link', { name: '列表' }))
  expect(await screen.findByRole('dialog', { name: '离开这一页？' })).toBeTruthy()
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByLabelText<HTMLInputElement>('姓名').value).toBe('高志远')
  await user.click(screen.getByRole('link', { name: '列表' }))
  await user.click(await screen.findByRole('button', { name: '不保存，离开' }))
  await at('/list')
})

test('going back from a page with unsaved edits asks too, and goes back when the answer is yes', async () => {
  const user = userEvent.setup()
  render(<Place />)
  act(() => navigate('/form'))
  await user.type(screen.getByLabelText('姓名'), '高志远')
  act(() => window.history.back())
  expect(await screen.findByRole('dialog', { name: '离开这一页？' })).toBeTruthy()
  await waitFor(() => expect(window.location.hash).toBe('#/form'))
  await user.click(screen.getByRole('button', { name: '不保存，离开' }))
  await at('/list')
})

test('a page without edits is left at once', async () => {
  const user = userEvent.setup()
  render(<Place />)
  await user.click(screen.getByRole('link', { name: '登记' }))
  await user.click(screen.getByRole('link', { name: '列表' }))
  await at('/list')
})

test('filters are there again after going back, and empty when the place is opened afresh', async () => {
  const user = userEvent.setup()
  render(<Place />)
  await user.type(screen.getByLabelText('筛选'), '预备')
  act(() => navigate('/form'))
  await at('/form')
  act(() => window.history.back())
  await at('/list')
  expect(screen.getByLabelText<HTMLInputElement>('筛选').value).toBe('预备')
  act(() => navigate('/list'))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('筛选').value).toBe(''))
})

function Watch({ onIdle }: { onIdle(): void }) {
  useIdle(1, true, onIdle)
  return null
}

test('without a key or a move the office is locked after its idle minutes; a key starts them again', async () => {
  const prepared = await createTestApp()
  Object.defineProperty(window, 'bridge', { configurable: true, value: bridgeTo(prepared) })
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let idle = 0
  render(<Watch onIdle={() => idle++} />)
  await vi.advanceTimersByTimeAsync(50_000)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  await vi.advanceTimersByTimeAsync(50_000)
  expect(idle).toBe(0)
  await vi.advanceTimersByTimeAsync(11_000)
  expect(idle).toBe(1)
})
