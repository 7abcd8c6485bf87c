import { Button } from '../ui/Button.tsx'
import { useSaveWorkbook } from './use-save-workbook.ts'

interface Props {
  /** What the file is called, without the day. */
  readonly name: string
  write(file: string): Promise<{ readonly rows: number }>
}

/** Writes lines of the audit to Excel, which leaves a line too. */
export function ExportLines({ name, write }: Props) {
  const { busy, run } = useSaveWorkbook()
  const exported = () =>
    run(name, async file => {
      const { rows } = await write(file.token)
      return `已导出 ${rows} 行到“${file.name}”，导出也记了一行`
    })
  return (
    <Button small icon="download" disabled={busy} onClick={() => void exported()}>
      导出 Excel
    </Button>
  )
}
