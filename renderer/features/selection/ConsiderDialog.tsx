import { useState } from 'react'
import { useCommand } from '../../api/command.ts'
import { titlesOf } from '../../records/RefInput.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { IconAction } from '../../ui/IconAction.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import type { Dossier } from './use-dossier.ts'

interface Props {
  readonly caseId: string
  readonly dossier: Dossier
  onDone(text: string): void
  onClose(): void
}

/** 加人选: people from the roster, for one post. */
export function ConsiderDialog({ caseId, dossier, onDone, onClose }: Props) {
  const consider = useCommand('selection.consider')
  const [people, setPeople] = useState<readonly Picked[]>([])
  const [proposedPost, setPost] = useState(dossier.candidates[0]?.record.proposedPost ?? '')
  const perform = () =>
    consider.mutate(
      { caseId, personIds: people.map(({ id }) => id), proposedPost: proposedPost.trim() },
      { onSuccess: ({ added }) => onDone(added === 0 ? '所选的人都已在人选里' : `已加 ${added} 名人选`) },
    )
  return (
    <Dialog
      open
      title="加人选"
      sub="从花名册选；现任职务取自干部信息，没有的取自人员登记。"
      busy={consider.isPending}
      primary={{ label: people.length > 0 ? `加 ${people.length} 人` : '加人选', disabled: people.length === 0 || proposedPost.trim() === '', perform }}
      onClose={onClose}
    >
      <ErrorBanner error={consider.error} />
      <div className="col" style={{ gap: 12 }}>
        <Field label="拟任职务" required>
          <TextBox value={proposedPost} maxLength={200} onChange={setPost} />
        </Field>
        <PeoplePicker people={people} onChange={setPeople} />
      </div>
    </Dialog>
  )
}

const find = titlesOf('person')

/** People, added one after another from the roster. */
export function PeoplePicker({ people, onChange }: { readonly people: readonly Picked[]; onChange(people: readonly Picked[]): void }) {
  return (
    <>
      <Field label="人选">
        <PickBox
          key={people.length}
          value={null}
          placeholder="姓名或拼音首字母"
          autoFocus={people.length > 0}
          load={find}
          onChange={picked => picked && !people.some(({ id }) => id === picked.id) && onChange([...people, picked])}
        />
      </Field>
      {people.length > 0 && (
        <ul className="selection-people">
          {people.map(one => (
            <li key={one.id} className="row">
              <span>{one.title}</span>
              <span className="t12 ink-3">{one.detail}</span>
              <span className="space" />
              <IconAction icon="cross" title={`不加${one.title}`} onClick={() => onChange(people.filter(({ id }) => id !== one.id))} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
