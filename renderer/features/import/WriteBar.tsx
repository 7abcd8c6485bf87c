import { useActions } from '../../app/shortcuts.ts'
import { Button } from '../../ui/Button.tsx'
import type { PreviewCounts } from './use-preview.ts'

interface Props {
  readonly counts: PreviewCounts | undefined
  /** What is on screen is what would be written. */
  readonly ready: boolean
  onBack(): void
  onSaveFaults(): void
  onWrite(goodRows: boolean): void
}

/** The foot of the preview: what stands in the way of writing, and the ways on. */
export function WriteBar({ counts, ready, onBack, onSaveFaults, onWrite }: Props) {
  const faulty = counts?.faulty ?? 0
  const good = counts ? counts.created + counts.updated : 0
  const mayWrite = ready && faulty === 0 && good > 0
  useActions([{ name: '写入', keys: 'Ctrl Enter', typing: true, when: () => mayWrite, perform: () => onWrite(false) }])
  return (
    <footer className="import-bar">
      <span className="t13">{counts && <Says counts={counts} good={good} />}</span>
      <span className="space" />
      {faulty > 0 && (
        <Button icon="download" onClick={onSaveFaults}>
          导出有误的 {faulty} 行
        </Button>
      )}
      <Button onClick={onBack}>上一步</Button>
      {faulty > 0 && good > 0 && (
        <Button disabled={!ready} onClick={() => onWrite(true)}>
          只写无误的 {good} 行
        </Button>
      )}
      {faulty > 0 ? (
        <Button kind="primary" keys="Ctrl ↵" disabled title={`${faulty} 行有误，改好后才能写入`}>
          改完再写
        </Button>
      ) : (
        <Button kind="primary" keys="Ctrl ↵" disabled={!mayWrite} onClick={() => onWrite(false)}>
          {good > 0 ? `写入 ${good} 行` : '写入'}
        </Button>
      )}
    </footer>
  )
}

function Says({ counts, good }: { readonly counts: PreviewCounts; readonly good: number }) {
  if (counts.faulty > 0)
    return (
      <>
        {counts.faulty} 行有误，<b>未写入任何一行</b>
      </>
    )
  if (counts.read === 0) return <>没有可写入的行</>
  if (good === 0) return <>{counts.read} 行都与现有记录相同，不用写入</>
  return (
    <>
      没有有误的行，<b>还没有写入</b>
    </>
  )
}
