import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import type { ReactNode } from 'react'
import { useField } from './Field.tsx'
import { Icon } from './Icon.tsx'

interface Props {
  readonly value: string | null
  readonly options: readonly { readonly value: string; readonly label: ReactNode; readonly disabled?: boolean }[]
  /** Words for no choice; where given, one may choose nothing. */
  readonly none?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly small?: boolean
  readonly label?: string
  onChange(value: string | null): void
  onBlur?(): void
}

/** The options of a choice field, as declared. */
export const optionsOf = (choices: Readonly<Record<string, string>>) => Object.entries(choices).map(([value, label]) => ({ value, label }))

const Arrow = ({ className }: { readonly className?: string }) => <Icon name="down" size={14} className={className ?? ''} />

/** One of a known list. Letters jump, ↑↓ move, Enter takes. */
export function SelectBox({ value, options, none, placeholder = '请选择', disabled, autoFocus, small, label, onChange, onBlur }: Props) {
  const field = useField()
  const labelOf = (chosen: string) => options.find(o => o.value === chosen)?.label
  return (
    <Select
      value={value ?? ''}
      fullWidth
      disabled={disabled}
      autoFocus={autoFocus}
      error={field?.faulty}
      IconComponent={Arrow}
      sx={small ? { height: 28, '& .MuiSelect-select': { lineHeight: '28px', minHeight: '28px !important' } } : {}}
      renderValue={chosen => labelOf(chosen) ?? <span className="ink-3">{none ?? placeholder}</span>}
      id={field?.id}
      labelId={field && `${field.id}-label`}
      SelectDisplayProps={{ 'aria-label': label, 'aria-describedby': field?.describedBy }}
      onChange={event => onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={onBlur}
    >
      {none !== undefined && (
        <MenuItem value="">
          <span className="ink-3">{none}</span>
        </MenuItem>
      )}
      {options.map(o => (
        <MenuItem key={o.value} value={o.value} disabled={o.disabled}>
          {o.label}
        </MenuItem>
      ))}
    </Select>
  )
}
