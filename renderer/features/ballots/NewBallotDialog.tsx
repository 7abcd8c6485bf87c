import { useState } from 'react'
import { ballots } from '../../../shared/ballots/index.ts'
import { type BallotKindName, ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { SchemeBox } from '../../ballots/SchemeBox.tsx'
import { isKind } from '../../ballots/words.ts'
import { titlesOf } from '../../records/RefInput.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { PickBox, type Picked } from '../../ui/PickBox.tsx'
import { optionsOf, SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'

interface Props {
  readonly kind: BallotKindName | null
  onDone(id: string, name: string): void
  onClose(): void
}

/** A ballot outside a round: what it is, whose, when; the list comes next. */
export function NewBallotDialog({ kind: first, onDone, onClose }: Props) {
  const { year, today, tree, organizationId } = useScope()
  const create = useCommand('ballot.create')
  const [kind, setKind] = useState<BallotKindName>(first ?? 'cadreAssessment')
  const chosen = organizationId ?? tree.find(node => node.parentId === null)?.id
  const at = tree.find(node => node.id === chosen)
  const [picked, setBody] = useState<Picked | null>()
  const body = picked === undefined ? (at ? { id: at.id, title: at.name } : null) : picked
  const [named, setNamed] = useState<string>()
  const [heldOn, setHeld] = useState<string | null>(today)
  const [schemeId, setScheme] = useState<string | null>(null)
  const [eligible, setEligible] = useState<number | null>(null)
  const [places, setPlaces] = useState<number | null>(null)
  const { paper } = ballots[kind]
  const scored = paper.items === 'scheme'
  const name = named ?? `${heldOn?.slice(0, 4) ?? year}年${body?.title ?? ''}${ballotKinds[kind]}`
  const badNumber = [eligible, places].some(value => value !== null && (!Number.isInteger(value) || value < 0))
  const ready = name.trim() !== '' && body !== null && (!scored || schemeId !== null) && !badNumber
  const heldIn = heldOn ? Number(heldOn.slice(0, 4)) : year
  const hold = (next: string | null) => {
    // A scheme is of one year.
    if (next?.slice(0, 4) !== heldOn?.slice(0, 4)) setScheme(null)
    setHeld(next)
  }
  const make = () =>
    create.mutate(
      {
        draft: {
          name: name.trim(),
          kind,
          organizationId: body?.id ?? null,
          year: heldIn,
          heldOn,
          schemeId: scored ? schemeId : null,
          eligible,
          places,
        },
      },
      { onSuccess: ({ id }) => onDone(id, name.trim()) },
    )
  return (
    <Dialog
      open
      size={720}
      title="新建单次测评或票决"
      sub="建好后接着填名单，再发票、计票。"
      busy={create.isPending}
      primary={{ label: '新建', disabled: !ready, perform: make }}
      onClose={onClose}
    >
      <ErrorBanner error={create.error} />
      <div className="form-grid">
        <Field label="类型" required>
          <SelectBox value={kind} options={optionsOf(ballotKinds)} autoFocus onChange={next => isKind(next) && (setKind(next), setScheme(null))} />
        </Field>
        <Field label="党组织" required>
          <PickBox key={body?.id ?? ''} value={body} load={titlesOf('organization')} onChange={setBody} />
        </Field>
        <Field label="名称" required>
          <TextBox value={name} maxLength={200} onChange={setNamed} />
        </Field>
        <Field label="投票日期">
          <DateBox value={heldOn} today={today} onChange={hold} />
        </Field>
        {scored && <SchemeBox kind={kind} year={heldIn} value={schemeId} onChange={setScheme} />}
        <Field label="应到人数" help="有表决权或有测评资格的人；不填则按花名册">
          <NumberBox value={eligible} unit="人" onChange={setEligible} />
        </Field>
        {paper.atMostPlaces && (
          <Field label="应选（推荐）名额" help="分职位推荐的，在名单里逐个职位填">
            <NumberBox value={places} unit="名" onChange={setPlaces} />
          </Field>
        )}
      </div>
    </Dialog>
  )
}
