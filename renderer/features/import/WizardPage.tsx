import { importKinds, type ImportKind, importLabel, isHandedOut, isImportKind } from '../../../shared/api/import.ts'
import { goBack, navigate, type PageProps } from '../../app/router.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { HandingOut, handOutLabels } from './HandingOut.tsx'
import { wordsOf } from './kinds.ts'
import { Steps } from './Steps.tsx'
import { useFiles } from './use-files.ts'
import { Wizard } from './Wizard.tsx'
import './import.css'

/** 导入向导: one file on its way into the records. */
export function WizardPage({ params, query }: PageProps) {
  const { kind } = params
  if (!isImportKind(kind)) {
    return (
      <div className="page">
        <PageHead title="数据导入" />
        <EmptyState icon="upload" title="没有这种导入" action={<Button href="#/import">去数据导入</Button>}>
          可以导入{importKinds.map(importLabel).join('、')}。
        </EmptyState>
      </div>
    )
  }
  const file = query.get('file')
  if (!file) return <ChooseFile kind={kind} />
  return <Wizard key={file} kind={kind} file={file} name={query.get('name') ?? ''} size={Number(query.get('size') ?? 0)} />
}

function ChooseFile({ kind }: { readonly kind: ImportKind }) {
  const files = useFiles()
  const words = wordsOf(kind)
  return (
    <div className="page">
      <PageHead
        title={`导入${importLabel(kind)}`}
        actions={
          <Button kind="text" onClick={() => navigate('/import')}>
            放弃
          </Button>
        }
      />
      <Steps at={1} />
      {Boolean(files.error) && (
        <div className="import-gap">
          <ErrorBanner
            error={files.error}
            action={
              <Button small onClick={goBack}>
                返回
              </Button>
            }
          />
        </div>
      )}
      <Card className="import-choose" title="选文件" note="只收 .xlsx">
        <div className="section">
          <p className="t13 ink-2">{words.takes}</p>
          <div className="import-headings">
            {words.headings.map(heading => (
              <span key={heading} className="tag">
                {heading}
              </span>
            ))}
          </div>
          <div className="row">
            <Button kind="primary" icon="upload" autoFocus onClick={() => void files.choose(kind)}>
              选择文件
            </Button>
            <Button icon="download" onClick={() => void files.takeTemplate(kind)}>
              {isHandedOut(kind) ? handOutLabels[kind] : '领取空白模板'}
            </Button>
          </div>
        </div>
      </Card>
      <HandingOut files={files} />
    </div>
  )
}
