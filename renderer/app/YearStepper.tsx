import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useRef, useState } from 'react'
import { yearOf } from '../../shared/rules/days.ts'
import { Icon } from '../ui/Icon.tsx'
import { useScope } from './scope.tsx'
import { useActions } from './shortcuts.ts'

const earliest = 1950

/** 当前年度: one year at a time, or a list. Alt 2. */
export function YearStepper() {
  const { year, today, setYear } = useScope()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  useActions([{ name: '切换年度', keys: 'Alt 2', typing: true, perform: () => setOpen(true) }])
  const latest = yearOf(today) + 1
  const years = Array.from({ length: 12 }, (_, i) => Math.max(latest, year) - i)
  return (
    <div className="stepper" role="group" aria-label="年度">
      <button type="button" aria-label="上一年度" disabled={year <= earliest} onClick={() => setYear(year - 1)}>
        <Icon name="left" size={14} />
      </button>
      <button ref={button} type="button" title="切换年度 Alt 2" aria-haspopup="listbox" onClick={() => setOpen(true)}>
        <b>{year} 年度</b>
      </button>
      <button type="button" aria-label="下一年度" disabled={year >= latest} onClick={() => setYear(year + 1)}>
        <Icon name="right" size={14} />
      </button>
      <Menu open={open} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        {years.map(y => (
          <MenuItem
            key={y}
            selected={y === year}
            onClick={() => {
              setYear(y)
              setOpen(false)
            }}
          >
            {y} 年度{y === yearOf(today) ? <span className="t12 ink-3">今年</span> : null}
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}
