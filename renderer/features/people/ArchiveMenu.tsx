import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { newJobId } from '../../app/jobs.tsx'
import { useScope } from '../../app/scope.tsx'
import { sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useSay } from '../../ui/Snackbar.tsx'

interface Props {
  readonly personIds: readonly string[]
  /** Whose archive it is, for the file's name. */
  readonly name: string
  readonly label: string
  readonly small?: boolean
  readonly icon?: boolean
}

/** 学习档案 of the year in view, for one person or many: to paper or to a PDF. Progress docks by itself. */
export function ArchiveMenu({ personIds, name, label, small, icon = true }: Props) {
  const { year } = useScope()
  const say = useSay()
  const [anchor, setAnchor] = useState<HTMLElement>()
  const [busy, setBusy] = useState(false)
  const request = () => ({ form: 'studyArchive' as const, params: { year, personIds: [...personIds] }, job: newJobId() })
  const toPaper = async () => {
    const { printed } = await call('forms.print', request())
    if (printed) say(`已送打印：${year} 年学习档案 ${personIds.length} 份`)
  }
  const toPdf = async () => {
    const file = await call('shell.chooseSave', { kind: 'pdf', name: `${name}学习档案 ${year}.pdf` })
    if (!file) return
    const { pages } = await call('forms.pdf', { ...request(), file: file.token })
    say(`已存为“${file.name}”，${pages} 页`)
  }
  const perform = (work: () => Promise<void>) => () => {
    setAnchor(undefined)
    setBusy(true)
    work()
      .catch((error: unknown) => say(sentenceOf(error)))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <Button
        {...(icon ? { icon: 'print' as const } : {})}
        small={small ?? false}
        disabled={busy}
        title={`${year} 年个人学习档案`}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={perform(toPaper)}>
          <Icon name="print" />
          打印 {year} 年学习档案
        </MenuItem>
        <MenuItem onClick={perform(toPdf)}>
          <Icon name="form" />
          存为 PDF
        </MenuItem>
      </Menu>
    </>
  )
}
