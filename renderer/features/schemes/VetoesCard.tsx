import { type KeyboardEvent, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { IconAction } from '../../ui/IconAction.tsx'

interface Props {
  readonly vetoes: readonly string[]
  readonly mayWrite: boolean
  onVetoes(vetoes: readonly string[], edit?: string): void
}

/** 一票否决事项: each a line; Enter begins the next. */
export function VetoesCard({ vetoes, mayWrite, onVetoes }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const add = (at = vetoes.length) => {
    onVetoes(vetoes.toSpliced(at, 0, ''))
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[at]?.focus())
  }
  const keys = (at: number) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add(at + 1)
  }
  return (
    <Card
      title="一票否决"
      actions={
        mayWrite && (
          <Button small icon="plus" onClick={() => add()}>
            加一条
          </Button>
        )
      }
    >
      <div ref={list} className="scheme-part">
        {vetoes.length === 0 && <p className="t13 ink-2">没有一票否决事项。</p>}
        {vetoes.map((matter, i) => (
          <div key={i} className="scheme-veto">
            <span className="ink-3">{i + 1}</span>
            {mayWrite ? (
              <>
                <input
                  className="tree-input"
                  aria-label={`第 ${i + 1} 条一票否决事项`}
                  value={matter}
                  maxLength={200}
                  onKeyDown={keys(i)}
                  onChange={event => onVetoes(vetoes.with(i, event.target.value), `veto ${i}`)}
                />
                <IconAction icon="cross" title={`去掉第 ${i + 1} 条`} onClick={() => onVetoes(vetoes.toSpliced(i, 1))} />
              </>
            ) : (
              <span>{matter}</span>
            )}
          </div>
        ))}
        <p className="t12 ink-3">出现的，在“加减分和一票否决”里登记并附佐证，结果页建议最低等次、不排名次，由组织评定。</p>
      </div>
    </Card>
  )
}
