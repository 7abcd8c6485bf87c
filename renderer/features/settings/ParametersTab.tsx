import { type KeyboardEvent, useState } from 'react'
import { parameterBases } from '../../../shared/domain/parameter.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { useKept } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { useUndo } from '../../app/undo.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBox } from '../../ui/FilterBox.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { useNarrow, WithPanel } from '../../ui/SidePanel.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { moved } from '../../ui/table-keys.ts'
import { VoidDialog } from '../../records/VoidDialog.tsx'
import { BasisChip } from './BasisChip.tsx'
import { type Change, ParameterDialog } from './ParameterDialog.tsx'
import { ParameterPanel } from './ParameterPanel.tsx'
import { changeText, groupOf, groups, groupNotes, labelOf, meaningOf, unchangedText, valueText, yearChanges } from './parameters.ts'
import { useParameters } from './use-parameters.ts'

interface Props {
  readonly current: string
  onCurrent(key: string): void
}

/** What the list may be narrowed to: on what the number in force rests. */
const bases = { all: '全部', ...parameterBases, none: '未设' } as const
type Base = keyof typeof bases
const isBase = (name: string | null): name is Base => name !== null && Object.hasOwn(bases, name)

/** 指标与参数: what is in force today, on what it rests, and every earlier and later value of the one in hand. */
export function ParametersTab({ current, onCurrent }: Props) {
  const { today, mayWrite } = useSession()
  const { living, voided, error, loading } = useParameters()
  const say = useSay()
  const undo = useUndo()
  const narrow = useNarrow()
  const [asked, setOpen] = useState<boolean>()
  const open = asked ?? !narrow
  const [change, setChange] = useState<Change>()
  const [search, setSearch] = useKept('search', '')
  const [base, setBase] = useKept<Base>('base', 'all')
  const isShown = (name: string): boolean => {
    const inForce = parameterOn(living, name, today)
    const text = search.trim()
    const fits = base === 'all' || (base === 'none' ? inForce === undefined : inForce?.basis === base)
    return fits && (text === '' || [labelOf(name), groupOf(name), inForce?.clause ?? ''].some(part => part.includes(text)))
  }
  const shown = groups.map(({ group, keys: own }) => ({ group, keys: own.filter(isShown) })).filter(g => g.keys.length > 0)
  const order = shown.flatMap(g => g.keys)
  const key = order.includes(current) ? current : (order[0] ?? current)

  useActions([{ name: '从某日起改', keys: 'N', command: 'new', when: () => mayWrite && change === undefined, perform: () => setChange({ way: 'new' }) }])

  const select = (next: string) => {
    onCurrent(next)
    setOpen(true)
  }
  const keys = (event: KeyboardEvent) => {
    const to = moved(event.key, order.indexOf(key), order.length, 5)
    const next = to === undefined ? undefined : order[to]
    if (next === undefined) return
    event.preventDefault()
    onCurrent(next)
  }
  const close = () => setChange(undefined)
  const all = () => {
    setSearch('')
    setBase('all')
  }
  const done = (text: string) => {
    close()
    say(text, undo)
  }
  // Before they are known nothing may be called 未设.
  if (loading) return null
  if (error) return <ErrorBanner error={error} />
  return (
    <>
      <WithPanel
        open={open}
        width={400}
        label={labelOf(key)}
        onClose={() => setOpen(false)}
        panel={<ParameterPanel name={key} records={[...living, ...voided]} mayWrite={mayWrite} onChange={setChange} />}
      >
        <Card fill label="指标与参数">
          <div className="parameter-tools">
            <FilterBox value={search} placeholder="参数、类别或依据" onChange={setSearch} />
            <div className="basis">
              <SelectBox
                small
                label="依据性质"
                value={base}
                options={Object.entries(bases).map(([value, label]) => ({ value, label: value === 'all' ? '各种依据' : label }))}
                onChange={value => setBase(isBase(value) ? value : 'all')}
              />
            </div>
            <span className="space" />
            <span className="t12 ink-3">{order.length} 项</span>
          </div>
          <div className="card-body parameter-list" tabIndex={0} onKeyDown={keys}>
            <table className="table" aria-label="指标与参数">
              <colgroup>
                <col style={{ width: 208 }} />
                <col style={{ width: 96 }} />
                <col style={{ width: 136 }} />
                <col style={{ width: 104 }} />
                <col />
              </colgroup>
              <thead>
                <tr>
                  <th>参数</th>
                  <th className="r">现行</th>
                  <th>自何日起</th>
                  <th>性质</th>
                  <th>依据</th>
                </tr>
              </thead>
              {shown.map(({ group, keys: own }) => (
                <tbody key={group}>
                  <tr className="group">
                    <th colSpan={5} scope="rowgroup">
                      {group}
                      <span>{noteOf(own)}</span>
                    </th>
                  </tr>
                  {own.map(name => (
                    <ParameterRow key={name} name={name} current={name === key} today={today} living={living} onSelect={() => select(name)} />
                  ))}
                </tbody>
              ))}
            </table>
            {order.length === 0 && <EmptyState icon="search" title="没有这样的参数" action={<Button onClick={all}>看全部</Button>} />}
          </div>
        </Card>
      </WithPanel>
      {change && change.way !== 'void' && (
        <ParameterDialog key={`${key} ${change.way}`} name={key} change={change} living={living} onDone={done} onClose={close} />
      )}
      {change?.way === 'void' && (
        <VoidDialog
          type="parameter"
          record={change.record}
          sub={`${labelOf(key)}，自 ${change.record.startsOn} 起 ${valueText(key, change.record.value)}`}
          consequences={consequencesOf(key, living, change.record.id)}
          onClose={close}
          onDone={() => done(`已作废：${labelOf(key)}自 ${change.record.startsOn} 起的值`)}
        />
      )}
    </>
  )
}

/** What the parameters of a group bear on, where that is the same for all of them. */
const noteOf = (keys: readonly string[]): string => {
  const [note, ...others] = new Set(keys.map(name => groupNotes[meaningOf(name).group]))
  return others.length === 0 ? (note ?? '') : ''
}

function consequencesOf(key: string, living: ReturnType<typeof useParameters>['living'], id: string) {
  const changes = yearChanges(
    living,
    living.filter(p => p.id !== id),
    key,
  )
  return [
    { what: '年度', says: changes.length > 0 ? changes.map(c => changeText(key, c)).join('；') : '没有一个年度的数会变' },
    { what: '其余', says: unchangedText(changes) },
  ]
}

interface RowProps {
  readonly name: string
  readonly current: boolean
  readonly today: string
  readonly living: ReturnType<typeof useParameters>['living']
  onSelect(): void
}

function ParameterRow({ name, current, today, living, onSelect }: RowProps) {
  const inForce = parameterOn(living, name, today)
  const coming = living.filter(p => p.key === name && p.startsOn > today).toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))[0]
  return (
    <tr className={current ? 'current' : ''} aria-selected={current} onClick={onSelect}>
      <td className="bold">{labelOf(name)}</td>
      <td className={inForce ? 'r' : 'r ink-3'}>{valueText(name, inForce?.value)}</td>
      <td className="ink-2">
        {inForce?.startsOn ?? '—'}
        {coming && (
          <span className="parameter-coming" title={`${coming.startsOn} 起 ${valueText(name, coming.value)}`}>
            将改
          </span>
        )}
      </td>
      <td>{inForce && <BasisChip basis={inForce.basis} />}</td>
      <td className="ink-2" title={inForce?.clause ?? ''}>
        {inForce?.clause ?? '—'}
      </td>
    </tr>
  )
}
