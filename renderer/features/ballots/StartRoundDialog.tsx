import { useMemo, useState } from 'react'
import { ballots } from '../../../shared/ballots/index.ts'
import { type BallotKindName, ballotKinds } from '../../../shared/domain/ballot-words.ts'
import type { OrganizationNode } from '../../../shared/api/people.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useScope } from '../../app/scope.tsx'
import { SchemeBox } from '../../ballots/SchemeBox.tsx'
import { isKind } from '../../ballots/words.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'
import { TextBox } from '../../ui/TextBox.tsx'
import { RollPreviewList } from './RollPreviewList.tsx'
import { useRollPreview } from './use-roll-preview.ts'

interface Props {
  onDone(made: CallOutput<'ballot.startRound'>, name: string): void
  onClose(): void
}

/** Rounds are of kinds whose lists the roster gives; whoever is entered by hand is for a single ballot. */
const kinds = Object.values(ballots).flatMap(({ name, roll }) => (roll === 'entered' ? [] : [{ value: name, label: ballotKinds[name] }]))

const usualName = (kind: BallotKindName, year: number) => `${year} 年度${ballotKinds[kind]}`

/** Those at or below the organization chosen at the top. */
export function belowOf(tree: readonly OrganizationNode[], organizationId: string | undefined): readonly OrganizationNode[] {
  if (organizationId === undefined) return tree
  const inside = new Set([organizationId])
  return tree.filter(node => {
    if (node.parentId !== null && inside.has(node.parentId)) inside.add(node.id)
    return inside.has(node.id)
  })
}

/** Who holds a ballot of this kind: branches one each; of bodies, whoever has some below. */
function holders(tree: readonly OrganizationNode[], kind: BallotKindName): readonly OrganizationNode[] {
  if (ballots[kind].roll !== 'bodies') return tree.filter(node => node.kind === 'branch')
  return tree.filter(node => tree.some(other => other.parentId === node.id && other.kind === 'branch'))
}

/** 开始一轮: the kind, when, by which scheme and in which organizations; who stands on each list is shown before it begins. */
export function StartRoundDialog({ onDone, onClose }: Props) {
  const { year, today, tree, organizationId } = useScope()
  const start = useCommand('ballot.startRound')
  const [kind, setKind] = useState<BallotKindName>('memberAppraisal')
  const [named, setNamed] = useState<string>()
  const [startsOn, setStarts] = useState<string | null>(null)
  const [endsOn, setEnds] = useState<string | null>(null)
  const [heldOn, setHeld] = useState<string | null>(null)
  const [schemeId, setScheme] = useState<string | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const all = useMemo(() => holders(belowOf(tree, organizationId), kind), [tree, organizationId, kind])
  const ids = all.flatMap(node => (left.has(node.id) ? [] : [node.id]))
  const preview = useRollPreview(
    kind,
    all.map(node => node.id),
    heldOn ?? today,
  )
  const name = named ?? usualName(kind, year)
  const scored = ballots[kind].paper.items === 'scheme'
  const backwards = startsOn !== null && endsOn !== null && endsOn < startsOn
  const ready = name.trim() !== '' && ids.length > 0 && (!scored || schemeId !== null) && !backwards
  const begin = () =>
    start.mutate(
      { kind, year, name: name.trim(), startsOn, endsOn, heldOn, schemeId: scored ? schemeId : null, organizationIds: ids },
      { onSuccess: made => onDone(made, name.trim()) },
    )
  return (
    <Dialog
      open
      size={720}
      title="开始一轮测评"
      sub={`${year} 年度。每个党组织各建一次，名单取自${heldOn ?? '今天'}的花名册，之后可以逐个改。`}
      busy={start.isPending}
      primary={{ label: ids.length > 0 ? `开始，${ids.length} 个党组织` : '开始', disabled: !ready, perform: begin }}
      onClose={onClose}
    >
      <ErrorBanner error={start.error ?? preview.error} />
      <div className="col" style={{ gap: 12 }}>
        <div className="form-grid">
          <Field label="类型" required>
            <SelectBox value={kind} options={kinds} autoFocus onChange={next => isKind(next) && (setKind(next), setLeft(new Set()), setScheme(null))} />
          </Field>
          <Field label="名称" required>
            <TextBox value={name} maxLength={200} onChange={setNamed} />
          </Field>
        </div>
        <div className="form-thirds">
          <Field label="计划开始">
            <DateBox value={startsOn} today={today} onChange={setStarts} />
          </Field>
          <Field label="计划完成" fault={backwards ? '早于计划开始' : undefined}>
            <DateBox value={endsOn} today={today} onChange={setEnds} />
          </Field>
          <Field label="投票日期" help="各支部日期不同的，之后分别填">
            <DateBox value={heldOn} today={today} onChange={setHeld} />
          </Field>
        </div>
        {scored && <SchemeBox kind={kind} year={year} value={schemeId} onChange={setScheme} />}
        <RollPreviewList unit={ballots[kind].subjects === 'organizations' ? '个' : '人'} organizations={all} left={left} preview={preview} onLeft={setLeft} />
      </div>
    </Dialog>
  )
}
