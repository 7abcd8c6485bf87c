import { Icon } from '../../ui/Icon.tsx'

interface Props {
  readonly title: string
  readonly steps: readonly string[]
  readonly at: number
}

/** How far a wizard before the office is. */
export function WizardSteps({ title, steps, at }: Props) {
  return (
    <>
      <h1>{title}</h1>
      <ol className="lobby-steps">
        {steps.map((label, i) => (
          <li key={label} className={i < at ? 'done' : i === at ? 'on' : ''} aria-current={i === at ? 'step' : undefined}>
            <i>{i < at ? <Icon name="check" size={14} /> : i + 1}</i>
            {label}
          </li>
        ))}
      </ol>
    </>
  )
}
