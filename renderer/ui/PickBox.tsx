import Autocomplete from '@mui/material/Autocomplete'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useEffect, useRef, useState } from 'react'
import { useField } from './Field.tsx'
import { Icon } from './Icon.tsx'

export interface Picked {
  readonly id: string
  readonly title: string
  /** What tells two of the same name apart: the branch, the number's tail. */
  readonly detail?: string
}

interface Props {
  readonly value: Picked | null
  /** Best first. The search understands 拼音 and initials. */
  load(text: string): Promise<readonly Picked[]>
  readonly placeholder?: string | undefined
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly label?: string
  onChange(value: Picked | null): void
  onBlur?(): void
}

/** One of many, found by typing: name, 拼音, initials. */
export function PickBox({ value, load, placeholder = '名称或拼音首字母', disabled, autoFocus, label, onChange, onBlur }: Props) {
  const field = useField()
  const [text, setText] = useState(value?.title ?? '')
  const [options, setOptions] = useState<readonly Picked[]>([])
  const [loading, setLoading] = useState(false)
  const [open, setOpen] = useState(false)
  const asked = text === value?.title ? '' : text
  // A new function at each render; what was asked is what matters.
  const source = useRef(load)
  source.current = load

  useEffect(() => {
    if (!open) return
    let stale = false
    setLoading(true)
    const timer = setTimeout(() => {
      source
        .current(asked)
        .then(found => !stale && setOptions(found))
        .catch(() => !stale && setOptions([]))
        .finally(() => !stale && setLoading(false))
    }, 120)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [asked, open])

  return (
    <Autocomplete<Picked>
      value={value}
      inputValue={text}
      options={[...options]}
      loading={loading}
      open={open}
      disabled={disabled}
      autoHighlight
      clearOnBlur
      filterOptions={all => all}
      getOptionLabel={o => o.title}
      getOptionKey={o => o.id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      popupIcon={<Icon name="down" size={14} />}
      clearIcon={<Icon name="cross" size={12} />}
      noOptionsText="没有找到"
      loadingText="正在找"
      clearText="清除"
      openText="展开"
      closeText="收起"
      id={field?.id}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      onChange={(_, next) => onChange(next)}
      onInputChange={(_, next) => setText(next)}
      onBlur={onBlur}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          <span>{option.title}</span>
          {option.detail && (
            <span className="t12 ink-3 ellipsis" style={{ marginLeft: 8 }}>
              {option.detail}
            </span>
          )}
        </li>
      )}
      renderInput={params => (
        <OutlinedInput
          fullWidth
          placeholder={placeholder}
          autoFocus={autoFocus}
          error={field?.faulty}
          id={params.id}
          disabled={params.disabled}
          ref={params.slotProps.input.ref}
          className={params.slotProps.input.className}
          endAdornment={params.slotProps.input.endAdornment}
          slotProps={{ input: { ...params.slotProps.htmlInput, 'aria-label': label, 'aria-describedby': field?.describedBy } }}
        />
      )}
    />
  )
}
