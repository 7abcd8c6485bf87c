import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { FormName, FormParams } from '../../../shared/api/forms.ts'
import { forms } from '../../../shared/forms/index.ts'
import { newJobId } from '../../app/jobs.tsx'
import { call } from '../../api/client.ts'
import { sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icons.ts'
import { useSay } from '../../ui/Snackbar.tsx'

interface Props {
  readonly form: FormName
  readonly params: FormParams
  /** What the file is called, without its ending. */
  readonly name: string
  readonly label: string
  readonly icon?: IconName
  readonly small?: boolean
  readonly disabled?: boolean
  readonly title?: string
}

type Way = 'print' | 'pdf' | 'xlsx'

/** Prints a form, or saves it as PDF or Excel. Progress and 取消 come by themselves while it works. */
export function useForm(): { readonly busy: boolean; make(way: Way, form: FormName, params: FormParams, name: string): Promise<void> } {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const make = async (way: Way, form: FormName, params: FormParams, name: string) => {
    setBusy(true)
    try {
      const done = way === 'print' ? await toPaper(form, params) : await toFile(way, form, params, name)
      if (done) say(done)
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, make }
}

async function toPaper(form: FormName, params: FormParams): Promise<string | undefined> {
  const { printed } = await call('forms.print', { form, params, job: newJobId() })
  return printed ? `已送打印：${forms[form].label}` : undefined
}

async function toFile(way: 'pdf' | 'xlsx', form: FormName, params: FormParams, name: string): Promise<string | undefined> {
  const file = await call('shell.chooseSave', way === 'pdf' ? { kind: 'pdf', name: `${name}.pdf` } : { kind: 'workbook', name: `${name}.xlsx` })
  if (!file) return undefined
  if (way === 'pdf') {
    const { pages } = await call('forms.pdf', { form, params, file: file.token, job: newJobId() })
    return `已存为 ${file.name}，${pages} 页`
  }
  const { rows } = await call('forms.xlsx', { form, params, file: file.token })
  return `已存为 ${file.name}，${rows} 行`
}

/** A button that asks which way: to paper, PDF or Excel. */
export function FormMenu({ form, params, name, label, icon = 'print', small, disabled, title }: Props) {
  const { busy, make } = useForm()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const choose = (way: Way) => {
    setAnchor(undefined)
    void make(way, form, params, name)
  }
  return (
    <>
      <Button icon={icon} small={small} disabled={disabled || busy} title={title} onClick={event => setAnchor(event.currentTarget)}>
        {label}
      </Button>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={() => choose('print')}>
          <Icon name="print" />
          打印
        </MenuItem>
        <MenuItem onClick={() => choose('pdf')}>
          <Icon name="form" />
          存为 PDF
        </MenuItem>
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
