// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataTable } from '../../../renderer/ui/DataTable.tsx'
import { Grid } from '../../../renderer/ui/Grid.tsx'
import type { Change } from '../../../renderer/ui/grid-cells.ts'
import { useSelection } from '../../../renderer/ui/use-selection.ts'

interface Person {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly hours: string
}

const people = (count: number): readonly Person[] => Array.from({ length: count }, (_, i) => ({ id: `p${i}`, name: `党员${i}`, state: 'present', hours: '3' }))

beforeEach(() => {
  for (const [name, value] of Object.entries({ offsetHeight: 360, offsetWidth: 800, clientHeight: 360 }))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value })
})
afterEach(cleanup)

function List({ count, onOpen }: { readonly count: number; onOpen?(person: Person): void }) {
  const all = people(count)
  const selection = useSelection()
  const [current, setCurrent] = useState(-1)
  return (
    <>
      <output>{[...selection.ids].join(' ')}</output>
      <DataTable
        label="人员"
        unit="人"
        columns={[
          { key: 'name', head: '姓名', width: 100, cell: p => p.name },
          { key: 'hours', head: '学时', width: 60, align: 'r', cell: p => p.hours },
        ]}
        count={count}
        rowAt={i => all[i]}
        idOf={p => p.id}
        selection={selection}
        current={current}
        onCurrent={setCurrent}
        onOpen={onOpen}
        onSelectAll={() => selection.only(all.map(p => p.id))}
        empty={<p>没有符合条件的人</p>}
      />
    </>
  )
}

const rowOf = (name: string) => screen.getByText(name).closest('tr')

test('a list of twenty thousand draws only what is in view, and says how long it is', () => {
  render(<List count={20_000} />)
  expect(screen.getAllByRole('row').length).toBeLessThan(60)
  expect(screen.getByText(/^20000 人/)).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('20001')
})

test('↓ moves, space ticks, Shift ↓ ticks on, Enter opens, Esc clears', async () => {
  const user = userEvent.setup()
  const opened: string[] = []
  render(<List count={50} onOpen={person => opened.push(person.name)} />)
  await user.tab()
  expect(rowOf('党员0')?.className).toContain('current')
  await user.keyboard('{ArrowDown}{ArrowDown} ')
  expect(rowOf('党员2')?.className).toBe('selected current')
  await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
  expect(screen.getByRole('status').textContent).toBe('p2 p3 p4')
  await user.keyboard('{Enter}')
  expect(opened).toEqual(['党员4'])
  await user.keyboard('{Escape}')
  expect(screen.getByRole('status').textContent).toBe('')
})

test('a click with Shift ticks everything from the last tick on', async () => {
  const user = userEvent.setup()
  render(<List count={50} />)
  await user.click(within(rowOf('党员1') ?? document.body).getByRole('checkbox'))
  await user.keyboard('{Shift>}')
  await user.click(within(rowOf('党员3') ?? document.body).getByRole('checkbox'))
  await user.keyboard('{/Shift}')
  expect(screen.getByRole('status').textContent).toBe('p1 p2 p3')
})

test('Ctrl C copies the ticked rows as a block for Excel, Ctrl A ticks all', async () => {
  const user = userEvent.setup()
  render(<List count={3} />)
  await user.tab()
  await user.keyboard('{Control>}a{/Control}')
  expect(screen.getByRole('status').textContent).toBe('p0 p1 p2')
  await user.keyboard('{Control>}c{/Control}')
  expect(await navigator.clipboard.readText()).toBe('姓名\t学时\n党员0\t3\n党员1\t3\n党员2\t3')
})

test('an empty list says so', () => {
  render(<List count={0} />)
  expect(screen.getByText('没有符合条件的人')).toBeTruthy()
})

const options = [
  { value: 'present', label: '出勤' },
  { value: 'leave', label: '请假' },
  { value: 'absent', label: '缺勤' },
]

function Roll({ count = 5 }: { readonly count?: number }) {
  const [rows, setRows] = useState(people(count))
  const change = (changes: readonly Change[]) =>
    setRows(before => before.map((row, i) => ({ ...row, ...Object.fromEntries(changes.filter(c => c.index === i).map(c => [c.key, c.value])) })))
  return (
    <>
      <output>{rows.map(row => `${row.state}${row.hours}`).join(' ')}</output>
      <Grid
        label="签到"
        count={count}
        rowAt={i => rows[i]}
        idOf={r => r.id}
        onChange={change}
        columns={[
          { key: 'name', head: '姓名', width: 90, cell: r => r.name },
          {
            key: 'state',
            head: '出勤',
            width: 90,
            edit: { kind: 'choice', options },
            value: r => r.state,
            cell: r => options.find(o => o.value === r.state)?.label ?? r.state,
          },
          { key: 'hours', head: '学时', width: 90, edit: { kind: 'number' }, value: r => r.hours, cell: r => r.hours },
        ]}
        faultOf={(r, i) => (Number.isNaN(Number(r.hours)) ? { key: 'hours', message: `第 ${i + 1} 行${r.name}：学时应为数字` } : undefined)}
      />
    </>
  )
}
const said = () => screen.getByRole('status').textContent

test('in the grid Enter goes to the next cell and then the next row, ↓ to the row below, a digit picks a choice', async () => {
  const user = userEvent.setup()
  render(<Roll />)
  await user.click(screen.getByLabelText('出勤 第 1 行'))
  await user.keyboard('2{Enter}1.5{Enter}{ArrowDown}3')
  expect(said()).toBe('leave1.5 present3 absent3 present3 present3')
})

test('what is typed wrongly stays, and one sentence at the foot says which row', async () => {
  const user = userEvent.setup()
  render(<Roll />)
  await user.click(screen.getByLabelText('出勤 第 1 行'))
  await user.keyboard('{Enter}三{Enter}')
  expect(screen.getByRole('alert').textContent).toBe('第 1 行党员0：学时应为数字')
  expect(said()).toContain('present三')
})

test('a block from Excel is pasted from the current cell on, and Ctrl Z takes it back', async () => {
  const user = userEvent.setup()
  render(<Roll />)
  await user.click(screen.getByLabelText('出勤 第 1 行'))
  await user.paste('请假\t0\n缺勤\t0\n出勤\t6\n')
  expect(said()).toBe('leave0 absent0 present6 present3 present3')
  await user.keyboard('{Control>}z{/Control}')
  expect(said()).toBe('present3 present3 present3 present3 present3')
})

test('Esc leaves a cell as it was', async () => {
  const user = userEvent.setup()
  render(<Roll />)
  await user.click(screen.getByLabelText('出勤 第 1 行'))
  await user.keyboard('{Enter}99{Escape}{Enter}')
  expect(said()).toBe('present3 present3 present3 present3 present3')
})
