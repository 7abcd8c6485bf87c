import { useState } from 'react'
import { call } from '../../api/client.ts'
import { newJobId } from '../../app/jobs.tsx'
import { type PageProps, useKept } from '../../app/router.ts'
import { useActions } from '../../app/shortcuts.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ExportCard } from './ExportCard.tsx'
import { Review } from './Review.tsx'
import './files.css'

/** What was chosen: tokens, and what they are called. */
export interface Chosen {
  readonly tokens: readonly string[]
  readonly name: string
  /** Another each time that they are read again. */
  readonly turn: string
}

/** 任免表文件: files of the official editor taken in, many at once, and written. */
export function FilesPage({ query }: PageProps) {
  const [chosen, setChosen] = useKept<Chosen | undefined>('chosen', undefined)
  const [error, setError] = useState<unknown>(null)
  const guarded = (work: () => Promise<void>) => {
    setError(null)
    work().catch(setError)
  }
  const chooseFiles = () =>
    guarded(async () => {
      const files = await call('shell.chooseFiles', { kind: 'sheets' })
      const [first] = files
      if (first)
        setChosen({ tokens: files.map(file => file.token), name: files.length > 1 ? `${first.name}等 ${files.length} 个文件` : first.name, turn: newJobId() })
    })
  const chooseFolder = () =>
    guarded(async () => {
      const folder = await call('shell.chooseFolder', { title: '选择放任免表文件的文件夹' })
      if (folder) setChosen({ tokens: [folder.token], name: folder.path, turn: newJobId() })
    })
  useActions([
    { name: '选择任免表文件', keys: '1', when: () => !chosen, perform: chooseFiles },
    { name: '选择放任免表的文件夹', keys: '2', when: () => !chosen, perform: chooseFolder },
  ])
  if (chosen) return <Review chosen={chosen} onAgain={() => setChosen({ ...chosen, turn: newJobId() })} onClose={() => setChosen(undefined)} />
  return (
    <div className="page scroll">
      <PageHead title="任免表文件" sub="编辑器的 .lrmx、.lrm 和 Word 的任免审批表，成批读进来；按编辑器的 .lrmx 成批写出去" />
      {Boolean(error) && (
        <div className="files-gap">
          <ErrorBanner error={error} />
        </div>
      )}
      <div className="files-ways">
        <Card className="files-way" title="导入">
          <p>读出的内容先和现有的干部信息逐项对照，取用哪几项由你定，写入之前什么也不改。</p>
          <ul>
            <li>
              <b>认人。</b>先认身份证号，没有就认姓名加出生年月；认不准的请你选定，花名册里没有而有身份证号的一并新增。
            </li>
            <li>
              <b>几种来路都行。</b>一个或多个文件，一个文件夹连同下级文件夹，一个压缩包；旧版 .lrm 连同它的 .pic 照片；Word
              的任免审批表（.docx），一份里有几个人也行。
            </li>
            <li>
              <b>空着的不动。</b>文件里空着的项目，不会清掉已有的内容。
            </li>
          </ul>
          <footer className="row">
            <Button kind="primary" icon="upload" keys="1" onClick={chooseFiles}>
              选择文件
            </Button>
            <Button icon="folder" keys="2" onClick={chooseFolder}>
              选择文件夹
            </Button>
          </footer>
        </Card>
        <ExportCard only={query.get('cadre')?.split(',') ?? []} />
      </div>
    </div>
  )
}
