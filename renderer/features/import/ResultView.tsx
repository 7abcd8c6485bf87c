import type { ImportKind } from '../../../shared/api/import.ts'
import { useScope } from '../../app/scope.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Figure, FigureStrip } from '../../ui/Figure.tsx'
import { wordsOf } from './kinds.ts'
import type { Write } from './writes.ts'

interface Props {
  readonly kind: ImportKind
  readonly outcome: Extract<Write, { state: 'done' }>['outcome']
  onSaveFaults(): void
  onAgain(): void
}

/** After writing: what was written, what was not, and where to look. */
export function ResultView({ kind, outcome, onSaveFaults, onAgain }: Props) {
  const { created, updated, unchanged, left, year } = outcome
  const scope = useScope()
  // Last year's file is looked at in last year.
  const otherYear = year === null || year === scope.year ? undefined : year
  return (
    <div className="import-done">
      <FigureStrip>
        <Figure label="写入" icon="check" tone="ok" value={created + updated} unit="行" />
        <Figure label="新增" value={created} unit="行" />
        <Figure label="有改动" value={updated} unit="行" />
        <Figure label="无变化" value={unchanged} unit="行" />
        <Figure label="有误未写" {...(left > 0 ? { tone: 'short', icon: 'warn' } : {})} value={left} unit="行" />
      </FigureStrip>
      {left > 0 && (
        <Banner
          kind="warn"
          icon="warn"
          action={
            <Button small icon="download" onClick={onSaveFaults}>
              导出有误的 {left} 行
            </Button>
          }
        >
          <b>还有 {left} 行有误，没有写入。</b>导出来的表里每行旁边写着原因，改好后再导一份，已写入的不会重复。
        </Banner>
      )}
      <Card className="import-next">
        <h2>写入完成</h2>
        <p>导入不能整批撤销。哪一条不对，到那条记录里改或作废；改动前后的内容都在它的历史里。</p>
        <div className="row">
          {wordsOf(kind).next.map((place, i) => (
            <Button
              key={place.to}
              kind={i === 0 ? 'primary' : 'plain'}
              href={`#${place.to}`}
              {...(otherYear ? { onClick: () => scope.setYear(otherYear) } : {})}
            >
              {otherYear ? `${place.label}（${otherYear} 年）` : place.label}
            </Button>
          ))}
          <Button icon="upload" onClick={onAgain}>
            再导一份
          </Button>
        </div>
      </Card>
    </div>
  )
}
