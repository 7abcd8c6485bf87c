import { useState } from 'react'
import type { ClauseState } from '../../../shared/api/policies.ts'
import { call } from '../../api/client.ts'
import { useSession } from '../../app/session.tsx'
import { sentenceOf } from '../../ui/Banner.tsx'
import { useSay } from '../../ui/Snackbar.tsx'
import type { PolicyRow } from './DocumentList.tsx'

/** Writes the clauses in view, with what serves them, to Excel where the user says. */
export function useExportClauses(document: PolicyRow | undefined, state: ClauseState | undefined) {
  const say = useSay()
  const { today } = useSession()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const file = await call('shell.chooseSave', { kind: 'workbook', name: `${document?.title ?? '制度'}对照表${state ? `（${state}）` : ''} ${today}.xlsx` })
      if (!file) return
      const which = { ...(document ? { policyId: document.id } : {}), states: state ? [state] : [] }
      const { rows } = await call('policies.export', { ...which, file: file.token })
      say(`已导出 ${rows} 条到“${file.name}”`)
    } catch (error) {
      say(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
