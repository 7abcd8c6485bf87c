import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { FormName, FormParams } from '../../shared/api/forms.ts'
import { forms } from '../../shared/forms/index.ts'
import { useQuery } from '../api/hooks.ts'
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
  /** Ways that are this form's own. */
  readonly more?: readonly { readonly icon: IconName; readonly label: string; perform(): void }[]
}

/** A button that asks which way: to paper, PDF, Word or Excel. Progress and 取消 come by themselves while it works. */
export function FormMenu({ form, params, name, label, print = '打印', icon = 'print', small, disabled, title, more = [] }: Props) {
  const say = useSay()
  const ways = useWays(form)
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
        {ways.docx && (
          <MenuItem onClick={() => choose('docx')}>
            <Icon name="edit" />
            存为 Word
          </MenuItem>
        )}
        {ways.xlsx && (
          <MenuItem onClick={() => choose('xlsx')}>
            <Icon name="table" />
            存为 Excel
          </MenuItem>
        )}
        {more.map(one => (
          <MenuItem key={one.label} onClick={() => (setAnchor(undefined), one.perform())}>
            <Icon name={one.icon} />
            {one.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

/** As which files it may be saved: of 监督资料 only where the office lets them out. */
function useWays(form: FormName): { readonly docx: boolean; readonly xlsx: boolean } {
  const secret = 'secret' in forms[form]
  const list = useQuery('forms.list', {}, { enabled: secret })
  if (!secret) return { docx: 'written' in forms[form], xlsx: 'sheet' in forms[form] }
  const found = list.data?.find(({ name }) => name === form)
  return { docx: found?.docx ?? false, xlsx: found?.xlsx ?? false }
}
