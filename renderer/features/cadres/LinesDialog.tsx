import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import type { Cadre } from '../../../shared/domain/cadre.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { useSayDone } from '../../app/undo.ts'
import { useUnsaved } from '../../app/unsaved.tsx'
import type { Values } from '../../records/draft.ts'
import { AskedBars } from '../../records/FormBars.tsx'
import { LeaveDialog } from '../../records/LeaveDialog.tsx'
import { inputs } from '../../records/inputs.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { blankLine, isBlank, type LineFault, lineUnits, linesTypes, type LinesName, readLines, typedFields } from './cadre-lines.ts'

interface Props {
  readonly lines: LinesName
  readonly record: Cadre
  readonly name: string
  /** What is on file. */
  readonly kept: readonly Values[]
  /** Beside the rows: a way to fill them from elsewhere. It gives the rows that are to stand there. */
  readonly tools?: (fill: (rows: readonly Values[]) => void) => ReactNode
  onClose(): void
}

/** One that is typed whole. */
const isYear = (year: unknown): year is number => typeof year === 'number' && year >= 1900 && year <= 2200

interface Row {
  readonly key: number
  readonly values: Values
}

/** The lines of a sheet as a small grid: Enter goes down and begins a new line, Alt ↑↓ moves one, Ctrl Delete takes one out. */
export function LinesDialog({ lines: name, record, name: person, kept, tools, onClose }: Props) {
  const { today } = useScope()
  const done = useSayDone()
  const command = useCommand('cadre.save')
  const next = useRef(0)
  const rowOf = (values: Values): Row => ({ key: next.current++, values })
  const [rows, setRows] = useState<readonly Row[]>(() => [...kept.map(rowOf), rowOf(blankLine(name))])
  const [touched, setTouched] = useState(false)
  const [faults, setFaults] = useState<readonly LineFault[]>([])
  const [leaving, setLeaving] = useState(false)
  const body = useRef<HTMLDivElement>(null)
  const settle = useUnsaved(touched)
  const type = linesTypes[name]
  const fields = typedFields(name)

  /** Years that 优秀 is given for: 影响期 speaks while it is. */
  const excellent = name === 'grades' ? rows.flatMap(({ values: { year, grade } }) => (grade === 'excellent' && isYear(year) ? [year] : [])).slice(0, 20) : []

  const latest = useRef(rows)
  const put = (change: readonly Row[]) => {
    latest.current = change.length === 0 ? [rowOf(blankLine(name))] : change
    setRows(latest.current)
    setFaults([])
    setTouched(true)
  }
  const focus = (row: number, column: number) =>
    setTimeout(() => body.current?.querySelector<HTMLElement>(`[data-line="${row}"] [data-column="${column}"] :is(input,textarea,[role="combobox"])`)?.focus())
  const save = () => {
    // What stands half typed in a box settles when it is left; saving by key does not leave it.
    if (document.activeElement instanceof HTMLElement && body.current?.contains(document.activeElement)) document.activeElement.blur()
    const read = readLines(
      name,
      latest.current.map(({ values }) => values),
    )
    setFaults(read.faults)
    const [first] = read.faults
    if (first) {
      focus(
        first.row,
        fields.findIndex(([key]) => key === first.key),
      )
      return
    }
    command.mutate(
      { cadreId: record.id, version: record.version, lines: { [name]: read.lines } },
      {
        onSuccess: () => {
          settle()
          done(`已改${person}的${type.label}，${read.lines.length} ${lineUnits[name]}`)
          onClose()
        },
      },
    )
  }
  const keys = (event: KeyboardEvent, at: number, column: number) => {
    const move = event.altKey && event.key === 'ArrowUp' ? -1 : event.altKey && event.key === 'ArrowDown' ? 1 : 0
    const inLine = event.target instanceof HTMLInputElement
    if (move !== 0 && rows[at + move]) {
      event.preventDefault()
      const order = [...rows]
      const [moved] = order.splice(at, 1)
      if (moved) order.splice(at + move, 0, moved)
      put(order)
      focus(at + move, column)
    } else if (event.ctrlKey && event.key === 'Delete') {
      event.preventDefault()
      put(rows.filter((_, i) => i !== at))
      focus(Math.max(0, at - 1), column)
    } else if (event.key === 'Enter' && !event.ctrlKey && inLine && !event.nativeEvent.isComposing) {
      event.preventDefault()
      const last = at === rows.length - 1
      if (last && !isBlank(name, rows[at]?.values ?? {})) put([...rows, rowOf(blankLine(name))])
      focus(at + 1, last ? 0 : column)
    }
  }
  return (
    <>
      <Dialog
        open
        size={720}
        title={`${person}的${type.label}`}
        sub="Enter 到下一行，Alt ↑↓ 调整次序，Ctrl Delete 删去一行；空行不存。"
        busy={command.isPending}
        primary={{ label: '保存', disabled: !touched, perform: save }}
        onClose={() => (touched ? setLeaving(true) : onClose())}
      >
        <div className="col" style={{ gap: 12 }}>
          <ErrorBanner error={command.error} />
          {faults.length > 0 && <Banner kind="error">还不能保存：有 {faults.length} 处要改。</Banner>}
          {tools?.(filled => {
            put([...filled.map(rowOf), rowOf(blankLine(name))])
            focus(0, 0)
          })}
          {excellent.length > 0 && <AskedBars purpose="excellent" personId={record.personId} years={excellent} />}
          <div ref={body} className={`cadre-lines of-${name}`}>
            <div className="cadre-line head t12 ink-3" aria-hidden>
              {fields.map(([key, field]) => (
                <span key={key}>{field.label}</span>
              ))}
            </div>
            {rows.map(({ key, values }, at) => (
              <div key={key} className="cadre-line" data-line={at} role="group" aria-label={`第 ${at + 1} 行`}>
                {fields.map(([column, field], place) => {
                  const Input = inputs[field.kind]
                  return (
                    <div key={column} data-column={place} onKeyDown={event => keys(event, at, place)}>
                      <Field
                        label={field.label}
                        required={field.required ?? false}
                        fault={faults.find(fault => fault.row === at && fault.key === column)?.message}
                      >
                        <Input
                          field={field}
                          value={values[column] ?? null}
                          title={undefined}
                          today={today}
                          autoFocus={at === rows.length - 1 && place === 0 && !touched}
                          onChange={value => put(latest.current.map(row => (row.key === key ? { ...row, values: { ...row.values, [column]: value } } : row)))}
                          onTitle={() => undefined}
                          onBlur={() => undefined}
                        />
                      </Field>
                    </div>
                  )
                })}
                <IconAction icon="cross" size={14} title={`删去第 ${at + 1} 行`} onClick={() => put(rows.filter(row => row.key !== key))} />
              </div>
            ))}
          </div>
          <div>
            <Button small icon="plus" onClick={() => (put([...rows, rowOf(blankLine(name))]), focus(rows.length, 0))}>
              加一行
            </Button>
          </div>
        </div>
      </Dialog>
      <LeaveDialog
        open={leaving}
        editing
        onLeave={() => {
          settle()
          onClose()
        }}
        onStay={() => setLeaving(false)}
      />
    </>
  )
}
