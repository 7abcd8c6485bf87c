import { useState } from 'react'
import { readResume } from '../../../shared/rules/resume.ts'
import type { Values } from '../../records/draft.ts'
import { Button } from '../../ui/Button.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

/** A year alone has no month to stand in a box. */
const monthOf = (at: string | null): string | null => (at?.length === 7 ? at : null)

/** 简历 as it stands in a 任免审批表 or a Word file, pasted whole: read line by line into the rows, whatever its dashes. */
export function PasteResume({ onFill }: { onFill(rows: readonly Values[]): void }) {
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const { periods, unread } = readResume(text)
  if (!open)
    return (
      <div>
        <Button small icon="form" onClick={() => setOpen(true)}>
          粘贴整段简历
        </Button>
      </div>
    )
  const take = () => {
    onFill([
      ...unread.map(content => ({ since: null, until: null, content })),
      ...periods.map(({ from, to, text: what, within }) => ({
        since: monthOf(from),
        until: monthOf(to),
        content: [from.length === 7 && (to === null || to.length === 7) ? what : `${from}--${to ?? ''} ${what}`, ...within].join('\n'),
      })),
    ])
    setOpen(false)
    setText('')
  }
  return (
    <div className="col" style={{ gap: 8 }}>
      <TextBox value={text} lines={6} label="粘贴简历" autoFocus placeholder="2004.09--2008.07  某某大学学习" onChange={setText} />
      <div className="row" style={{ gap: 8 }}>
        <span className="t12 ink-3">
          {text.trim() === ''
            ? '粘贴后替换下面的各行，保存前可以再改。'
            : `读出 ${periods.length} 段${unread.length > 0 ? `，${unread.length} 行没有起止年月` : ''}`}
        </span>
        <span className="space" />
        <Button small onClick={() => setOpen(false)}>
          不粘贴
        </Button>
        <Button small icon="check" disabled={periods.length + unread.length === 0} onClick={take}>
          读入各行
        </Button>
      </div>
    </div>
  )
}
