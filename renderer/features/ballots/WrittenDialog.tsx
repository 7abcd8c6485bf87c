import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { addWord } from './CountCard.tsx'
import { withRow } from './paper-model.ts'
import type { BallotReply, Counting } from './use-counting.ts'
import type { HeldPapers } from './use-papers.ts'

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
  readonly papers: HeldPapers
  onDone(): void
  onError(error: unknown): void
  onClose(): void
}

/** 加另选人: a name that voters wrote goes to the end of the paper; of papers entered before, none has chosen it. */
export function WrittenDialog({ reply, counting, papers, onDone, onError, onClose }: Props) {
  const { plan, saver, byPapers, kind } = counting
  const sections = [...new Set(reply.rows.flatMap(({ line }) => (line.section === null ? [] : [line.section])))]
  const [name, setName] = useState('')
  const [section, setSection] = useState<string | null>(sections[0] ?? null)
  const [busy, setBusy] = useState(false)
  const known = reply.rows.some(({ line }) => line.name === name.trim() && line.section === section)
  const add = async () => {
    setBusy(true)
    try {
      if (!(await saver.flush())) throw saver.error
      const lines = reply.rows.map(({ line }) => line)
      const places = lines.find(line => line.section === section)?.places ?? null
      const number = Math.max(0, ...lines.map(line => line.number)) + 1
      const row = {
        number,
        personId: null,
        organizationId: null,
        name: name.trim(),
        post: null,
        section,
        places,
        part: 'graded' as const,
        reason: null,
        written: true,
      }
      const { version } = reply.ballot
      await call('ballot.save', { ballotId: String(reply.ballot['id']), version: Number(version), rows: [...lines, row] })
      const { countId } = saver.on
      if (byPapers && countId !== undefined) await stretch(countId)
      onDone()
    } catch (error) {
      onError(error)
      setBusy(false)
    }
  }
  /** Papers of every group get a row more, so that what was entered stays what it was. */
  const stretch = async (countId: string) => {
    const here = papers.changeAll(stack => withRow(plan, stack))
    for (const { groupCode, entry } of reply.papers) {
      if (here.has(groupCode)) continue
      const kept = (await call('ballot.papers', { countId, groupCode })).filter(paper => paper.entry === entry)
      saver.putPapers({ groupCode, entry, lines: [...withRow(plan, kept)] })
    }
    await saver.flush()
  }
  return (
    <Dialog
      open
      title={addWord(kind)}
      sub="选票上另写的姓名，加在票面末尾单独计票。"
      busy={busy}
      primary={{ label: '加上', disabled: name.trim() === '' || known || (kind.subjects === 'posts' && !section?.trim()), perform: () => void add() }}
      onClose={onClose}
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label="姓名" required fault={known ? '票面上已有这个姓名' : undefined}>
          <TextBox value={name} autoFocus maxLength={40} onChange={setName} />
        </Field>
        {(sections.length > 0 || kind.subjects === 'posts') && (
          <Field label="职位" required>
            {sections.length > 0 ? (
              <SelectBox value={section} options={sections.map(value => ({ value, label: value }))} onChange={setSection} />
            ) : (
              <TextBox value={section ?? ''} maxLength={100} onChange={text => setSection(text === '' ? null : text)} />
            )}
          </Field>
        )}
      </div>
    </Dialog>
  )
}
