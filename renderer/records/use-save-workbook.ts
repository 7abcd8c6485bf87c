import { useState } from 'react'
import { call, type CallOutput } from '../api/client.ts'
import { useSession } from '../app/session.tsx'
import { sentenceOf } from '../ui/Banner.tsx'
import { useSay } from '../ui/Snackbar.tsx'

type Chosen = NonNullable<CallOutput<'shell.chooseSave'>>

/** Asks where a workbook goes, which is named with the day, has it written, and says what `write` says of it, or why it was not. */
export function useSaveWorkbook(): { readonly busy: boolean; run(name: string, write: (file: Chosen) => Promise<string>): Promise<void> } {
  const say = useSay()
  const { today } = useSession()
  const [busy, setBusy] = useState(false)
  const run = async (name: string, write: (file: Chosen) => Promise<string>) => {
    setBusy(true)
    try {
      const file = await call('shell.chooseSave', { kind: 'workbook', name: `${name} ${today}.xlsx` })
      if (file) say(await write(file))
    } catch (cause) {
      say(sentenceOf(cause))
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
