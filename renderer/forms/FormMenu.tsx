import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { FormName, FormParams } from '../../shared/api/forms.ts'
import { forms } from '../../shared/forms/index.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { IconName } from '../ui/icons.ts'
import { useSay } from '../ui/Snackbar.tsx'
import { issueForm, type Way } from './issue.ts'

interface Props {
  readonly form: FormName
  readonly params: FormParams
  /** What the file is called, without its ending. */
  readonly name: string
  readonly label: string
  /** What is printed, where the button alone does not say it. */
  readonly print?: string
  readonly icon?: IconName | null
  readonly small?: boolean
  readonly disabled?: boolean
  readonly title?: string
}

/** A button that asks which way: to paper, PDF, Word or Excel. Progress and 取消 come by themselves while it works. */
export function FormMenu({ form, params, name, label, print = '打印', icon = 'print', small, disabled, title }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [anchor, setAnchor] = useState<HTMLElement>()
  const choose = (way: Way) => {
    setAnchor(undefined)
    setBusy(true)
    issueForm(way, form, params, name)
      .then(
        done => done && say(done.says),
        (error: unknown) => say(sentenceOf(error)),
      )
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button icon={icon ?? undefined} small={small} disabled={disabled || busy} title={title} onClick={event => setAnchor(event.currentTarget)}>
        {label}
      </Button>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={() => choose('print')}>
          <Icon name="print" />
          {print}
        </MenuItem>
        <MenuItem onClick={() => choose('pdf')}>
          <Icon name="form" />
          存为 PDF
        </MenuItem>
        {'written' in forms[form] && (
          <MenuItem onClick={() => choose('docx')}>
            <Icon name="edit" />
            存为 Word
          </MenuItem>
        )}
        {'sheet' in forms[form] && (
          <MenuItem onClick={() => choose('xlsx')}>
            <Icon name="table" />
            存为 Excel
          </MenuItem>
        )}
      </Menu>
    </>
  )
}
