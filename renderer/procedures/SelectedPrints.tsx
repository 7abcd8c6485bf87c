import { useState } from 'react'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import { forms } from '../../shared/forms/index.ts'
import { boards } from '../../shared/procedures/boards.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { FormMenu } from '../forms/FormMenu.tsx'
import { WholeFile } from './WholeFile.tsx'
import { Button } from '../ui/Button.tsx'
import { PrintDialog, stepForms } from './PrintDialog.tsx'

interface Props {
  readonly procedure: ProcedureName
  readonly caseIds: readonly string[]
  readonly ended: boolean
  /** Whose cases they are, for the names of files. */
  readonly scope: string
  /** What a button says that takes no more so many. */
  readonly tooMany: { readonly disabled?: boolean; readonly title?: string }
  onDone(text: string): void
}

/** Whole files are large. */
const wholeAtMost = 200

/** What can be printed and saved of the cases chosen. */
export function SelectedPrints({ procedure, caseIds, ended, scope, tooMany, onDone }: Props) {
  const [printing, setPrinting] = useState(false)
  const record = procedures[procedure].record ?? 'caseRecord'
  const params = { caseIds: [...caseIds] }
  const wholeTooMany = caseIds.length > wholeAtMost ? { disabled: true, title: `一次最多 ${wholeAtMost} 份整卷，请分批选` } : {}
  return (
    <>
      {!ended && boards[procedure].own === undefined && (
        <FormMenu
          small
          form="caseProgress"
          params={{ ...params, procedure }}
          name={`${procedures[procedure].label}进度表（${scope}）`}
          label="进度表"
          {...tooMany}
        />
      )}
      <FormMenu small form={record} params={params} name={`${forms[record].label}（${scope}）`} label="纪实表" {...tooMany} />
      <FormMenu small form="caseMaterials" params={params} name={`材料清单（${scope}）`} label="材料清单" {...tooMany} />
      {stepForms(procedure).length > 0 && (
        <Button small icon="print" {...tooMany} onClick={() => setPrinting(true)}>
          步骤的表
        </Button>
      )}
      <WholeFile small procedure={procedure} caseIds={caseIds} {...wholeTooMany} />
      {printing && (
        <PrintDialog
          procedure={procedure}
          caseIds={caseIds}
          scopeName={scope}
          onClose={() => setPrinting(false)}
          onDone={text => {
            setPrinting(false)
            onDone(text)
          }}
        />
      )}
    </>
  )
}
