import { useState } from 'react'
import type { ProcedureName } from '../../shared/domain/procedure-case.ts'
import { forms } from '../../shared/forms/index.ts'
import { procedures } from '../../shared/procedures/index.ts'
import { call, type CallOutput } from '../api/client.ts'
import { newJobId } from '../app/jobs.tsx'
import { useActions } from '../app/shortcuts.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useSay } from '../ui/Snackbar.tsx'

interface Props {
  readonly procedure: ProcedureName
  readonly caseIds: readonly string[]
  /** The name of the one whose file it is; left out where several are chosen. */
  readonly name?: string
  readonly small?: boolean
  readonly disabled?: boolean
  readonly title?: string
}

type Done = CallOutput<'case.file'>

/** 整卷: a button that puts whole cases into PDFs, and says afterwards what is not in them. */
export function WholeFile({ procedure, caseIds, name, small, disabled, title }: Props) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [originals, setOriginals] = useState(true)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<Done>()
  const only = caseIds.length === 1
  const put = async () => {
    const label = procedures[procedure].caseLabel
    const place = only
      ? await call('shell.chooseSave', { kind: 'pdf', name: `${name === undefined ? '' : `${name} `}${label}.pdf` })
      : await call('shell.chooseFolder', { title: '整卷存到哪个文件夹' })
    if (!place) return
    setAsking(false)
    setBusy(true)
    const where = only ? { file: place.token } : { folder: place.token }
    const reply = await call('case.file', { caseIds: [...caseIds], ...where, originals, job: newJobId() })
    const pages = reply.files.reduce((sum, found) => sum + found.pages, 0)
    if (reply.missing.length > 0) setDone(reply)
    else say(only ? `已存整卷“${reply.files[0]?.name ?? ''}”，${pages} 页` : `已存整卷 ${reply.files.length} 份，共 ${pages} 页`)
  }
  const perform = () =>
    void put()
      .catch((error: unknown) => say(sentenceOf(error)))
      .finally(() => setBusy(false))
  useActions([
    { name: '整卷存为 PDF', keys: 'P', when: () => !asking && !busy && !done && disabled !== true && caseIds.length > 0, perform: () => setAsking(true) },
  ])
  return (
    <>
      <Button icon="folder" keys="P" small={small} disabled={disabled || busy} title={title} onClick={() => setAsking(true)}>
        整卷
      </Button>
      {asking && (
        <Dialog
          open
          title={only ? '整卷存为 PDF' : `${caseIds.length} 份卷宗整卷存为 PDF`}
          sub={`${only ? '一个 PDF' : '每份一个 PDF，存到一个文件夹'}：封面、卷内目录、材料清单、${forms[procedures[procedure].record ?? 'caseRecord'].label}，然后按步骤和日期排全部扫描件，页号从头编到尾。要上纸的，打开存好的 PDF 打印。`}
          primary={{ label: only ? '选择存放位置' : '选择文件夹', perform }}
          onClose={() => setAsking(false)}
        >
          <Check checked={originals} label="排不进 PDF 的原件（Word、Excel、加密或损坏的）放在旁边的文件夹" onChange={setOriginals} />
        </Dialog>
      )}
      {done && <Missing done={done} onClose={() => setDone(undefined)} />}
    </>
  )
}

/** What the whole lacks, one by one: the rest is there. */
const Missing = ({ done, onClose }: { readonly done: Done; readonly onClose: () => void }) => (
  <Dialog
    open
    size={720}
    title={`整卷已存，${done.missing.length} 份材料有问题`}
    sub={`${done.files.map(({ name, pages }) => `${name}，${pages} 页`).join('；')}${done.beside > 0 ? `。原件 ${done.beside} 份放在旁边的文件夹` : ''}`}
    onClose={onClose}
  >
    <table className="table dense">
      <thead>
        <tr>
          {done.files.length > 1 && <th style={{ width: 96 }}>姓名</th>}
          <th style={{ width: 176 }}>材料</th>
          <th>情况</th>
        </tr>
      </thead>
      <tbody>
        {done.missing.map(({ name, material, why }, i) => (
          <tr key={i}>
            {done.files.length > 1 && <td>{name}</td>}
            <td className="case-why-missing">{material}</td>
            <td className="case-why-missing">{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Dialog>
)
