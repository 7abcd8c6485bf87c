import { isHandedOut, type OwnImport, ownImportNames, ownImports } from '../../../shared/api/import.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useActions } from '../../app/shortcuts.ts'
import { Banner, ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { wordsOf } from './kinds.ts'
import { HandingOut, handOutLabels } from './HandingOut.tsx'
import { RegisterImports } from './RegisterImports.tsx'
import { useFiles } from './use-files.ts'
import './import.css'

/** 数据导入: what can be taken in, how much there is, a file or an empty template. */
export function ImportPage() {
  const files = useFiles()
  const { year, branches } = useScope()
  const organizations = useQuery('records.list', { type: 'organization', limit: 1 })
  const people = useQuery('records.list', { type: 'person', limit: 1 })
  const activities = useQuery('records.list', { type: 'activity', limit: 1 })
  const cases = useQuery('records.list', { type: 'procedureCase', limit: 1 })
  const rounds = useQuery('ballot.rounds', { year })
  const kept: Record<OwnImport, { readonly count: number | undefined; readonly unit: string }> = {
    organizations: { count: organizations.data?.total, unit: '个党组织' },
    people: { count: people.data?.total, unit: '人' },
    study: { count: activities.data?.total, unit: '次活动' },
    branch: { count: branches, unit: '个党支部' },
    count: { count: rounds.data?.reduce((sum, { byState }) => sum + byState.planned + byState.counting, 0), unit: '次测评待计票' },
    cases: { count: cases.data?.total, unit: '份卷宗' },
  }
  useActions(ownImportNames.map((kind, i) => ({ name: `导入${ownImports[kind]}`, keys: String(i + 1), perform: () => void files.choose(kind) })))
  const noBranches = kept.organizations.count === 0

  return (
    <div className="page scroll">
      <PageHead title="数据导入" sub="先看会发生什么，再写入；有误的行一行也不写" />
      {Boolean(files.error) && (
        <div className="import-gap">
          <ErrorBanner error={files.error} />
        </div>
      )}
      {noBranches && (
        <div className="import-gap">
          <Banner kind="info">还没有党组织。先导党组织，花名册里的支部才认得出；然后导花名册，最后导学时。</Banner>
        </div>
      )}
      <div className="import-kinds">
        {ownImportNames.map((kind, i) => (
          <KindCard
            key={kind}
            kind={kind}
            number={i + 1}
            kept={kept[kind]}
            primary={noBranches ? i === 0 : false}
            onChoose={() => void files.choose(kind)}
            onTemplate={() => void files.takeTemplate(kind)}
          />
        ))}
      </div>
      <HandingOut files={files} />
      <RegisterImports onChoose={kind => void files.choose(kind)} onTemplate={kind => void files.takeTemplate(kind)} />
      <Card className="import-notes" title="怎么认、怎么写">
        <ul>
          <li>
            <b>表头自己认。</b>表题、空行、合计行会略过；“身份证号”“证件号码”都认作公民身份号码。认不准的列标成赭色，由你定。
          </li>
          <li>
            <b>几张工作表一起认。</b>每个支部一张表的花名册可以整本导入，支部名写在表名里也行。
          </li>
          <li>
            <b>一次写入，要么全写，要么不写。</b>有误的行在预览里逐行列出，可以导出来改，也可以只写无误的行。
          </li>
          <li>
            <b>只收 .xlsx。</b>旧版 .xls 先在 Excel 或 WPS 里另存为“Excel 工作簿（*.xlsx）”。
          </li>
        </ul>
      </Card>
    </div>
  )
}

interface KindProps {
  readonly kind: OwnImport
  readonly number: number
  readonly kept: { readonly count: number | undefined; readonly unit: string }
  readonly primary: boolean
  onChoose(): void
  onTemplate(): void
}

function KindCard({ kind, number, kept, primary, onChoose, onTemplate }: KindProps) {
  const words = wordsOf(kind)
  return (
    <Card className="import-kind" label={ownImports[kind]}>
      <header>
        <Icon name={words.icon} size={20} />
        <h2>{ownImports[kind]}</h2>
        <span className="space" />
        {kind !== 'count' && <span className="t12 ink-3">现有</span>}
        <b className={kept.count === 0 ? 'ink-4' : ''}>{kept.count ?? '…'}</b>
        <span className="t12 ink-3">{kept.unit}</span>
      </header>
      <p>{words.takes}</p>
      <div className="import-headings">
        {words.headings.map(heading => (
          <span key={heading} className="tag">
            {heading}
          </span>
        ))}
        {!isHandedOut(kind) && <span className="t12 ink-3">等</span>}
      </div>
      <footer>
        <Button kind={primary ? 'primary' : 'plain'} icon="upload" onClick={onChoose}>
          选择文件
        </Button>
        <Button kind="text" icon="download" onClick={onTemplate}>
          {isHandedOut(kind) ? handOutLabels[kind] : '领取空白模板'}
        </Button>
        <span className="space" />
        <Kbd keys={String(number)} />
      </footer>
    </Card>
  )
}
