import { useCallback, useState } from 'react'
import { type HandedOut, type ImportKind, isHandedOut } from '../../../shared/api/import.ts'
import { call } from '../../api/client.ts'
import { navigate } from '../../app/router.ts'
import { useScope } from '../../app/scope.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import { wizardPath, wordsOf } from './kinds.ts'

interface Files {
  readonly error: unknown
  /** 支部上报表 or 计票表 are being handed out: their dialog is to be shown. */
  readonly handingOut: HandedOut | null
  stopHandingOut(): void
  choose(kind: ImportKind): Promise<void>
  takeTemplate(kind: ImportKind): Promise<void>
}

/** The two ways files come and go before an import: a workbook to read, an empty one to hand out. */
export function useFiles(): Files {
  const [error, setError] = useState<unknown>(null)
  const [handingOut, setHandingOut] = useState<HandedOut | null>(null)
  const say = useSay()
  const { organizationId } = useScope()

  const guarded = useCallback(async (work: () => Promise<void>) => {
    setError(null)
    await work().catch(setError)
  }, [])

  const choose = (kind: ImportKind) =>
    guarded(async () => {
      const file = await call('shell.chooseFile', { kind: 'workbook' })
      if (file) navigate(wizardPath(kind, file))
    })

  const takeTemplate = (kind: ImportKind) =>
    guarded(async () => {
      if (isHandedOut(kind)) return setHandingOut(kind)
      const place = await call('shell.chooseSave', { kind: 'workbook', name: `${wordsOf(kind).template}（空白）.xlsx` })
      if (!place) return
      await call('import.template', { kind, save: place.token, organizationId })
      say(`已存为“${place.name}”`)
      await call('shell.reveal', { token: place.token })
    })

  return { error, handingOut, stopHandingOut: () => setHandingOut(null), choose, takeTemplate }
}
