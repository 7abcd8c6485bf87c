import { useState } from 'react'
import type { BallotKind } from '../../../shared/ballots/kind.ts'
import type { BallotRow } from '../../../shared/domain/ballot.ts'
import { AddByName } from '../../records/AddByName.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

type Given = Partial<BallotRow> & Pick<BallotRow, 'name'>

interface Props {
  readonly kind: BallotKind
  /** The last row, whose post the next is usually for. */
  readonly last: BallotRow | undefined
  onAdd(row: Given): void
}

/** Adds what the roster of people does not have: a body, or a name with the post it stands for. */
export function AddRow({ kind, last, onAdd }: Props) {
  const [open, setOpen] = useState(false)
  if (kind.subjects === 'organizations')
    return (
      <div className="add-person">
        <AddByName
          type="organization"
          label="加一个党组织"
          placeholder="加党组织：名称或首字母"
          onPick={({ id, title }) => onAdd({ organizationId: id, name: title })}
        />
      </div>
    )
  return (
    <>
      <Button small icon="plus" onClick={() => setOpen(true)}>
        加姓名
      </Button>
      {open && <NameDialog posts={kind.subjects === 'posts' || kind.paper.atMostPlaces === true} last={last} onAdd={onAdd} onClose={() => setOpen(false)} />}
    </>
  )
}

function NameDialog({
  posts,
  last,
  onAdd,
  onClose,
}: {
  readonly posts: boolean
  readonly last: BallotRow | undefined
  onAdd(row: Given): void
  onClose(): void
}) {
  const [name, setName] = useState('')
  const [post, setPost] = useState('')
  const [section, setSection] = useState(last?.section ?? '')
  const [places, setPlaces] = useState<number | null>(last?.places ?? null)
  const ready = name.trim() !== '' && (places === null || (Number.isInteger(places) && places > 0))
  const add = () => {
    onAdd({ name: name.trim(), post: post.trim() || null, section: section.trim() || null, places })
    setName('')
    setPost('')
  }
  return (
    <Dialog
      open
      title="加姓名"
      sub="花名册里没有的人。加一个，接着加下一个。"
      primary={{ label: '加上', disabled: !ready, perform: add }}
      closeLabel="完成"
      onClose={onClose}
    >
      <div className="form-grid">
        <Field label="姓名" required>
          <TextBox value={name} autoFocus maxLength={40} onChange={setName} />
        </Field>
        <Field label="职务">
          <TextBox value={post} maxLength={100} onChange={setPost} />
        </Field>
        {posts && (
          <>
            <Field label="职位" help="推荐或选举的职位，同一职位共用名额">
              <TextBox value={section} maxLength={100} onChange={setSection} />
            </Field>
            <Field label="名额">
              <NumberBox value={places} unit="名" onChange={setPlaces} />
            </Field>
          </>
        )}
      </div>
    </Dialog>
  )
}
