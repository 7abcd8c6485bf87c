// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ConfirmDialog } from '../../../renderer/ui/ConfirmDialog.tsx'
import { DateBox } from '../../../renderer/ui/DateBox.tsx'
import { Field } from '../../../renderer/ui/Field.tsx'
import { NumberBox } from '../../../renderer/ui/NumberBox.tsx'
import { PickBox, type Picked } from '../../../renderer/ui/PickBox.tsx'
import { SelectBox } from '../../../renderer/ui/SelectBox.tsx'

afterEach(cleanup)

function Form() {
  const [day, setDay] = useState<string | null>(null)
  const [hours, setHours] = useState<number | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [branch, setBranch] = useState<Picked | null>(null)
  const load = async (text: string) =>
    [
      { id: 'b1', title: '建筑工程系教工党支部' },
      { id: 'b2', title: '机关第一党支部' },
    ].filter(b => text === '' || (text === 'jzgc' && b.id === 'b1'))
  return (
    <>
      <output>{JSON.stringify({ day, hours, kind, branch: branch?.id ?? null })}</output>
      <Field label="开始日期" required>
        <DateBox value={day} today="2026-11-23" onChange={setDay} />
      </Field>
      <Field label="学时" fault={Number.isNaN(hours) ? '应为数字' : undefined} help="最小 0.5">
        <NumberBox value={hours} onChange={setHours} />
      </Field>
      <Field label="人员类别">
        <SelectBox
          value={kind}
          none="不限"
          options={[
            { value: 'full', label: '正式党员' },
            { value: 'probationary', label: '预备党员' },
          ]}
          onChange={setKind}
        />
      </Field>
      <Field label="所在党支部">
        <PickBox value={branch} load={load} onChange={setBranch} />
      </Field>
    </>
  )
}
const state = () => JSON.parse(screen.getByRole('status').textContent ?? '') as Record<string, unknown>

test('a date typed in any style becomes ISO on leaving, ↑ is a day later', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.type(screen.getByLabelText(/^开始日期/), '11.3')
  await user.tab()
  expect(state()['day']).toBe('2026-11-03')
  await user.type(screen.getByLabelText(/^开始日期/), '{ArrowUp}')
  expect(state()['day']).toBe('2026-11-04')
})

test('what is no date is handed on as typed, for the form to refuse', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.type(screen.getByLabelText(/^开始日期/), '2025-02-29')
  await user.tab()
  expect(state()['day']).toBe('2025-02-29')
  expect(screen.getByLabelText<HTMLInputElement>(/^开始日期/).value).toBe('2025-02-29')
})

test('a day is picked from the month', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.type(screen.getByLabelText(/^开始日期/), '{Alt>}{ArrowDown}{/Alt}')
  await user.click(await screen.findByRole('button', { name: '上一月' }))
  await user.click(screen.getByRole('button', { name: '2026-10-15' }))
  expect(state()['day']).toBe('2026-10-15')
})

test('the fault takes the place of the help below the field and describes it', async () => {
  const user = userEvent.setup()
  render(<Form />)
  const box = screen.getByLabelText('学时')
  expect(screen.getByText('最小 0.5').id).toBe(box.getAttribute('aria-describedby'))
  await user.type(box, '三')
  expect(screen.getByRole('alert').textContent).toBe('应为数字')
  expect(screen.queryByText('最小 0.5')).toBeNull()
  expect(box.getAttribute('aria-invalid')).toBe('true')
})

test('a choice is taken from the list by name, and taken away again', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.click(screen.getByRole('combobox', { name: /人员类别/ }))
  await user.click(await screen.findByRole('option', { name: '预备党员' }))
  expect(state()['kind']).toBe('probationary')
  await user.click(screen.getByRole('combobox', { name: /人员类别/ }))
  await user.click(await screen.findByRole('option', { name: '不限' }))
  expect(state()['kind']).toBeNull()
})

test('one of many is found by 拼音 initials and taken by Enter', async () => {
  const user = userEvent.setup()
  render(<Form />)
  await user.type(screen.getByLabelText('所在党支部'), 'jzgc')
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  await user.keyboard('{Enter}')
  expect(state()['branch']).toBe('b1')
})

test('voiding shows its consequences, asks a reason of two characters, and is done by Ctrl Enter', async () => {
  const user = userEvent.setup()
  const reasons: string[] = []
  render(
    <ConfirmDialog
      open
      title="作废这条参训记录？"
      consequences={[{ what: '学时', says: '出席的 28 人各减 3' }]}
      reason
      verb="作废"
      onConfirm={reason => reasons.push(reason)}
      onClose={() => reasons.push('closed')}
    />,
  )
  expect(screen.getByText('出席的 28 人各减 3')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText(/^理由/))
  await user.keyboard('错{Control>}{Enter}{/Control}')
  expect(screen.getByRole('alert').textContent).toBe('请写明理由，至少 2 字')
  expect(reasons).toEqual([])
  await user.keyboard('登{Control>}{Enter}{/Control}')
  expect(reasons).toEqual(['错登'])
  await user.keyboard('{Escape}')
  expect(reasons).toEqual(['错登', 'closed'])
})
