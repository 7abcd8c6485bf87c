import { useState } from 'react'
import { useQuery } from '../../api/hooks.ts'
import { call } from '../../api/client.ts'
import { cancelJob, newJobId, useJob } from '../../app/jobs.tsx'
import { useScope } from '../../app/scope.tsx'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { JobPanel } from '../../ui/JobPanel.tsx'
import { Link } from '../../ui/Link.tsx'
import { useSay } from '../../ui/Snackbar.tsx'

/** As many as are looked through for warnings before anything is written. */
const looked = 2000

/** Every cadre of the organization in view, or only these, as files of the official editor. */
export function ExportCard({ only }: { readonly only: readonly string[] }) {
  const { organizationId, name, today } = useScope()
  const say = useSay()
  const [job, setJob] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const progress = useJob(job)
  const all = useQuery('records.ids', { type: 'cadre', organizationId, filters: [{ field: 'leftOn', op: 'empty' }] }, { enabled: only.length === 0 })
  const facts = useQuery('cadre.facts', { ids: [...only] }, { enabled: only.length > 0 })
  const cadreIds = only.length > 0 ? [...only] : (all.data ?? [])
  const some = cadreIds.slice(0, looked)
  const warnings = useQuery('cadre.fileWarnings', { cadreIds: some }, { enabled: some.length > 0 })
  const write = async (place: { readonly folder: string } | { readonly save: string }) => {
    const id = newJobId()
    setJob(id)
    try {
      const { files } = await call('cadre.exportFiles', { cadreIds, ...place, job: id })
      say(`已导出 ${files} 份任免表，登记在“打印与导出登记”里`)
      await call('shell.reveal', { token: 'folder' in place ? place.folder : place.save })
    } catch (cause) {
      setError(cause)
    } finally {
      setJob(undefined)
    }
  }
  const toFolder = async () => {
    setError(null)
    const folder = await call('shell.chooseFolder', { title: '选择存放任免表的文件夹' })
    if (folder) await write({ folder: folder.token })
  }
  const toZip = async () => {
    setError(null)
    const save = await call('shell.chooseSave', { kind: 'zip', name: `${name}任免表 ${today}.zip` })
    if (save) await write({ save: save.token })
  }
  const toFile = async () => {
    setError(null)
    const save = await call('shell.chooseSave', { kind: 'lrmx', name: `${only.length === 1 ? (facts.data?.[0]?.name ?? name) : name}.lrmx` })
    if (save) await write({ save: save.token })
  }
  const none = cadreIds.length === 0
  return (
    <Card className="files-way" title="导出">
      <p>
        {none ? (
          <>{name}还没有干部信息，先导入或登记。</>
        ) : (
          <>
            把{only.length > 0 ? namesOf(facts.data ?? []) : name}
            <b> {cadreIds.length} 人</b>的干部信息写成 .lrmx，每人一份，文件名是姓名；同名的加出生年月。
            {only.length > 0 && <Link to="/cadres/files">改为全部</Link>}
          </>
        )}
      </p>
      <ul>
        <li>
          <b>文件里有身份证号和照片。</b>每次导出都记在“打印与导出登记”里：谁、何时、多少人、存到哪里。
        </li>
        <li>
          <b>不覆盖。</b>文件夹里已有同名文件时不写，一份也不留。
        </li>
      </ul>
      {Boolean(error) && <ErrorBanner error={error} />}
      {warnings.data && warnings.data.length > 0 && !none && (
        <Banner kind="warn" icon="warn">
          <b>{warnings.data.length} 人的内容超出编辑器的限制，</b>照样写出，编辑器打开时可能截断。
          <ul className="files-warnings">
            {warnings.data.slice(0, 20).map((one, i) => (
              <li key={`${one.name} ${i}`}>
                {one.name}：{one.messages.join('；')}
              </li>
            ))}
            {warnings.data.length > 20 && <li>还有 {warnings.data.length - 20} 人</li>}
          </ul>
        </Banner>
      )}
      {job && progress && <JobPanel job={progress} unit="人" onCancel={() => cancelJob(job)} />}
      <footer className="row">
        {cadreIds.length === 1 && (
          <Button kind="primary" icon="download" disabled={job !== undefined} onClick={() => void toFile().catch(setError)}>
            存为 .lrmx
          </Button>
        )}
        <Button icon="folder" disabled={none || job !== undefined} onClick={() => void toFolder().catch(setError)}>
          导出到文件夹
        </Button>
        <Button icon="download" disabled={none || job !== undefined} onClick={() => void toZip().catch(setError)}>
          导出为压缩包
        </Button>
      </footer>
    </Card>
  )
}

/** 赵一鸣、钱二、孙三等 */
const namesOf = (people: readonly { readonly name: string }[]): string =>
  people
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、') + (people.length > 3 ? '等' : '')
