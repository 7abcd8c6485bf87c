import { useActions } from '../app/shortcuts.ts'
import { Button } from '../ui/Button.tsx'
import { IconAction } from '../ui/IconAction.tsx'
import { NumberBox } from '../ui/NumberBox.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { stepped, type Zoom } from './zoom.ts'

interface Props {
  readonly titleId: string
  readonly title: string
  readonly sub: string
  /** There is something to enlarge and turn. */
  readonly shows: boolean
  readonly zoom: Zoom
  readonly scale: number
  readonly page: { readonly page: number; readonly pages: number } | undefined
  readonly at: number
  readonly count: number
  onZoom(zoom: Zoom): void
  onTurn(): void
  onPage(page: number): void
  onGo(at: number): void
  onSave(): void
  onClose(): void
}

/** What can be done with what is looked at, each by a key too. */
export function ViewerTools({ titleId, title, sub, shows, zoom, scale, page, at, count, onZoom, onTurn, onPage, onGo, onSave, onClose }: Props) {
  const larger = () => onZoom(stepped(scale, 1))
  const smaller = () => onZoom(stepped(scale, -1))
  const turnTo = (by: 1 | -1) => page && onPage(Math.min(page.pages, Math.max(1, page.page + by)))
  useActions([
    { name: '放大', keys: '=', when: () => shows, perform: larger },
    { name: '放大', keys: '+', when: () => shows, perform: larger },
    { name: '缩小', keys: '-', when: () => shows, perform: smaller },
    { name: '整页', keys: '0', when: () => shows, perform: () => onZoom('page') },
    { name: '适合宽度', keys: '9', when: () => shows, perform: () => onZoom('width') },
    { name: '实际大小', keys: '1', when: () => shows, perform: () => onZoom(1) },
    { name: '旋转', keys: 'R', when: () => shows, perform: onTurn },
    { name: '上一页', keys: 'PageUp', when: () => page !== undefined, perform: () => turnTo(-1) },
    { name: '下一页', keys: 'PageDown', when: () => page !== undefined, perform: () => turnTo(1) },
    { name: '上一份文件', keys: 'ArrowLeft', when: () => at > 0, perform: () => onGo(at - 1) },
    { name: '下一份文件', keys: 'ArrowRight', when: () => at < count - 1, perform: () => onGo(at + 1) },
    { name: '另存', keys: 'S', perform: onSave },
  ])
  return (
    <header className="viewer-tools">
      <div className="viewer-title">
        <h2 id={titleId} className="ellipsis" title={title}>
          {title}
        </h2>
        <span className="t12 ink-3 ellipsis" title={sub}>
          {sub}
        </span>
      </div>
      {page && (
        <div className="row viewer-page-of" role="group" aria-label="页">
          <IconAction icon="up" title="上一页 PageUp" disabled={page.page <= 1} onClick={() => turnTo(-1)} />
          <div className="viewer-page-no">
            <NumberBox value={page.page} label="页码" onChange={next => next !== null && next >= 1 && next <= page.pages && onPage(next)} />
          </div>
          <span className="t13 ink-2 viewer-of">/ {page.pages}</span>
          <IconAction icon="down" title="下一页 PageDown" disabled={page.page >= page.pages} onClick={() => turnTo(1)} />
        </div>
      )}
      {shows && (
        <div className="row" role="group" aria-label="大小和方向">
          <IconAction icon="minus" title="缩小 -" onClick={smaller} />
          <span className="viewer-scale">{Math.round(scale * 100)}%</span>
          <IconAction icon="plus" title="放大 +" onClick={larger} />
          <Segmented<string>
            label="适合"
            value={typeof zoom === 'number' ? '' : zoom}
            options={[
              { value: 'width', label: '适合宽度' },
              { value: 'page', label: '整页' },
            ]}
            onChange={next => onZoom(next === 'page' ? 'page' : 'width')}
          />
          <IconAction icon="turn" title="向右旋转 R" onClick={onTurn} />
        </div>
      )}
      <span className="space" />
      {count > 1 && (
        <div className="row" role="group" aria-label="换一份">
          <IconAction icon="left" title="上一份 ←" disabled={at === 0} onClick={() => onGo(at - 1)} />
          <span className="t13 ink-2 viewer-of">
            {at + 1} / {count}
          </span>
          <IconAction icon="right" title="下一份 →" disabled={at === count - 1} onClick={() => onGo(at + 1)} />
        </div>
      )}
      <Button icon="download" keys="S" onClick={onSave}>
        另存
      </Button>
      <Button keys="Esc" onClick={onClose}>
        关闭
      </Button>
    </header>
  )
}
