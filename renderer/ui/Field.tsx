import { createContext, type ReactNode, use, useId } from 'react'
import { Icon } from './Icon.tsx'

interface FieldWiring {
  readonly id: string
  readonly describedBy: string | undefined
  readonly faulty: boolean
  readonly required: boolean
}

const Wiring = createContext<FieldWiring | undefined>(undefined)

/** What a control takes from the field around it: its id, the note below it, and whether it is at fault. */
export function useField(): FieldWiring | undefined {
  return use(Wiring)
}

interface Props {
  readonly label: string
  readonly required?: boolean
  readonly help?: ReactNode
  /** What is wrong and what to do. Shown on leaving the field, instead of the help. */
  readonly fault?: string | undefined
  readonly children: ReactNode
}

/** Label above, control, help or fault below. */
export function Field({ label, required = false, help, fault, children }: Props) {
  const id = useId()
  const note = fault ?? help
  const noteId = `${id}-note`
  return (
    <Wiring value={{ id, describedBy: note ? noteId : undefined, faulty: fault !== undefined, required }}>
      <div className="field">
        <label id={`${id}-label`} htmlFor={id}>
          {label}
          {required && (
            <span className="star" aria-hidden>
              *
            </span>
          )}
        </label>
        {children}
        {note && (
          <div id={noteId} className={fault ? 'field-note bad' : 'field-note'} role={fault ? 'alert' : undefined}>
            {note}
          </div>
        )}
      </div>
    </Wiring>
  )
}

/** A value that the program works out: grey, with a lock, and from what. */
export function Derived({ label, value, from }: { readonly label: string; readonly value: ReactNode; readonly from: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <output id={id} className="derived" aria-describedby={`${id}-note`}>
        <span className="ellipsis">{value}</span>
        <span className="space" />
        <Icon name="lock" size={14} />
      </output>
      <div id={`${id}-note`} className="field-note">
        {from}
      </div>
    </div>
  )
}
