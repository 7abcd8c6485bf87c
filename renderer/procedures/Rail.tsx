import { type KeyboardEvent, useEffect, useRef } from 'react'
import { stepStates } from '../../shared/rules/procedure.ts'
import { Icon } from '../ui/Icon.tsx'
import { standShort, stepLooks, type StepShown } from './words.ts'

interface Props {
  readonly steps: readonly StepShown[]
  readonly chosen: string
  readonly today: string
  /** Until this day it is said to be due soon. */
  readonly soon: string
  onChoose(key: string): void
  /** Enter: to put down what was done. */
  onRecord(): void
}

const finished = ({ state, repeats }: StepShown): boolean => state === 'done' || state === 'off' || repeats !== null

/** The steps in their phases, each with a sign and a few words of where it stands. ↑↓ move, Enter records. */
export function Rail({ steps, chosen, today, soon, onChoose, onRecord }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const phases = [...Map.groupBy(steps, ({ phase }) => phase)]
  const now = phases.findIndex(([, own]) => !own.every(finished))
  const arrived = useRef(false)
  useEffect(() => {
    frame.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: arrived.current ? 'nearest' : 'center' })
    arrived.current = true
  }, [chosen])
  useEffect(() => {
    // The keyboard begins here, unless somebody has begun to type elsewhere.
    const at = document.activeElement
    if (at === document.body || at?.closest('nav')) frame.current?.focus({ preventScroll: true })
  }, [])
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const at = steps.findIndex(({ key }) => key === chosen)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: steps.length - 1 }[event.key]
    const next = to === undefined ? undefined : steps[to]
    if (next) onChoose(next.key)
    else if (event.key === 'Enter') onRecord()
    if (to !== undefined || event.key === 'Enter') event.preventDefault()
  }
  return (
    <section className="card case-rail" aria-label="步骤">
      <div ref={frame} role="listbox" tabIndex={0} aria-label="步骤" aria-activedescendant={`step-${chosen}`} onKeyDown={keys}>
        {phases.map(([phase, own], i) => {
          const done = own.every(finished)
          return (
            <div key={phase} role="group" aria-label={phase} className={['case-phase', done ? 'done' : '', i === now ? 'now' : ''].filter(Boolean).join(' ')}>
              <div className="case-phase-head">
                <i aria-hidden>{done ? <Icon name="check" size={12} /> : i + 1}</i>
                <b>{phase}</b>
                <span className="space" />
                <span className="t12 ink-3">
                  {own.filter(({ state }) => state === 'done').length}/{own.filter(({ state }) => state !== 'off').length}
                </span>
              </div>
              {own.map(step => (
                <div
                  key={step.key}
                  id={`step-${step.key}`}
                  role="option"
                  aria-selected={step.key === chosen}
                  className={['case-step', step.state, isNear(step, soon) ? 'near' : '', step.key === chosen ? 'on' : ''].filter(Boolean).join(' ')}
                  title={`${step.no === null ? '' : `第 ${step.no} 步　`}${step.label}（${stepStates[step.state]}）`}
                  onClick={() => onChoose(step.key)}
                >
                  <i aria-hidden>{sign(step)}</i>
                  <span className="no">{step.no ?? (step.local ? '本' : '')}</span>
                  <span className="ellipsis">{step.label}</span>
                  <span className="visually-hidden">{stepStates[step.state]}</span>
                  {step.remarks.length > 0 && <Icon name="warn" size={12} title={`${step.remarks.length} 条提示`} />}
                  <span className="space" />
                  <span className="when">{standShort(step, today)}</span>
                </div>
              ))}
            </div>
          )
        })}
      </div>
    </section>
  )
}

const isNear = ({ state, until }: StepShown, soon: string): boolean => state === 'open' && until !== null && until <= soon

const sign = ({ state }: StepShown) => (state === 'open' || state === 'blocked' || state === 'ended' ? <em /> : <Icon name={stepLooks[state].icon} size={12} />)
