import type { HandedOut } from '../../../shared/api/import.ts'
import { useScope } from '../../app/scope.tsx'
import { CountSheetsDialog } from '../../forms/CountSheetsDialog.tsx'
import { HandOutDialog } from '../../forms/HandOutDialog.tsx'
import type { useFiles } from './use-files.ts'

/** What a workbook that is made for each branch is asked for with. */
export const handOutLabels: Readonly<Record<HandedOut, string>> = { branch: '发上报表', count: '发计票表' }

/** The dialog of the workbooks that are being handed out. */
export function HandingOut({ files }: { readonly files: ReturnType<typeof useFiles> }) {
  const { organizationId } = useScope()
  if (files.handingOut === 'branch') return <HandOutDialog organizationId={organizationId} onClose={files.stopHandingOut} />
  return files.handingOut === 'count' ? <CountSheetsDialog organizationId={organizationId} onClose={files.stopHandingOut} /> : null
}
