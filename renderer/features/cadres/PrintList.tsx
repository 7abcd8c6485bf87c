import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import type { FormParams } from '../../../shared/api/forms.ts'
import { issueForm, type Way } from '../../forms/issue.ts'
import type { List } from '../../records/use-list.ts'
import { sentenceOf } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { useSay } from '../../ui/Snackbar.tsx'

interface Props {
  readonly list: List
  readonly name: string
  readonly organizationId: string | undefined
}

/** 名册 in the order of the office, or 一览表: what the list shows, with its columns and in its order. */
export function PrintList({ list, name, organizationId }: Props) {
  const say = useSay()
  const [busy, setBusy] = useState(false)
  const [anchor, setAnchor] = useState<HTMLElement>()
  const issue = (way: Way, title: string, params: () => Promise<FormParams>) => () => {
    setAnchor(undefined)
    setBusy(true)
    params()
      .then(ready => issueForm(way, 'cadreRoster', ready, `${name}${title}`))
      .then(
        done => done && say(done.says),
        (error: unknown) => say(sentenceOf(error)),
      )
      .finally(() => setBusy(false))
  }
  const roster = async (): Promise<FormParams> => (organizationId === undefined ? {} : { organizationId })
  const shown = async (): Promise<FormParams> => ({ cadreIds: [...(await list.allIds())], columns: list.state.shown.map(({ key }) => key) })
  const wide = async (): Promise<FormParams> => ({ ...(await shown()), paper: 'A3' })
  return (
    <>
      <Button icon="print" disabled={busy} onClick={event => setAnchor(event.currentTarget)}>
        名册
      </Button>
      <Menu open={anchor !== undefined} anchorEl={anchor ?? null} onClose={() => setAnchor(undefined)}>
        <MenuItem onClick={issue('print', '干部名册', roster)}>打印干部名册</MenuItem>
        <MenuItem onClick={issue('pdf', '干部名册', roster)}>干部名册存为 PDF</MenuItem>
        <MenuItem onClick={issue('xlsx', '干部名册', roster)}>干部名册存为 Excel</MenuItem>
        <MenuItem onClick={issue('print', '干部一览表', shown)}>打印一览表：现在的列和次序</MenuItem>
        <MenuItem onClick={issue('pdf', '干部一览表', shown)}>一览表存为 PDF</MenuItem>
        <MenuItem onClick={issue('print', '干部一览表', wide)}>打印一览表，A3</MenuItem>
        <MenuItem onClick={issue('pdf', '干部一览表', wide)}>一览表存为 PDF，A3</MenuItem>
        <MenuItem onClick={issue('xlsx', '干部一览表', shown)}>一览表存为 Excel</MenuItem>
      </Menu>
    </>
  )
}
