import { useState } from 'react'
import { ballot, type Ballot, type BallotGroup, type BallotRow } from '../../../shared/domain/ballot.ts'
import { useCommand } from '../../api/command.ts'
import { failedWith } from '../../records/failed-with.ts'
import { renumbered } from './list-model.ts'
import type { BallotReply } from './use-counting.ts'

/** What the page may change of the ballot itself. */
export type BallotFacts = Pick<Ballot, 'heldOn' | 'place' | 'chair' | 'eligible' | 'present' | 'fullMembers' | 'places'>

interface Content {
  readonly rows: readonly BallotRow[]
  readonly groups: readonly BallotGroup[]
  readonly facts: BallotFacts
}

export interface HeldList extends Content {
  readonly dirty: boolean
  readonly saving: boolean
  readonly error: unknown
  readonly overtaken: boolean
  readonly mayUndo: boolean
  set(change: Partial<Content>): void
  undo(): void
  reload(): void
  save(onDone: () => void): void
}

function contentOf(reply: BallotReply): Content {
  const { heldOn, place, chair, eligible, present, fullMembers, places } = ballot.stored.parse(reply.ballot)
  return {
    rows: reply.rows.map(({ line }) => line).toSorted((a, b) => a.number - b.number),
    groups: reply.groups,
    facts: { heldOn, place, chair, eligible, present, fullMembers, places },
  }
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** The list of a ballot on file and as it is edited; kept with one save. */
export function useList(reply: BallotReply, fresh: () => void): HeldList {
  const command = useCommand('ballot.save')
  const [base, setBase] = useState(() => contentOf(reply))
  const [now, setNow] = useState(base)
  const [past, setPast] = useState<readonly Content[]>([])
  const [seen, setSeen] = useState(reply)
  const [overtaken, setOvertaken] = useState(false)
  const [version, setVersion] = useState(Number(reply.ballot['version']))
  const dirty = !same(now, base)
  const take = (from: BallotReply) => {
    const next = contentOf(from)
    setBase(next)
    setNow(next)
    setPast([])
    setVersion(Number(from.ballot['version']))
    setOvertaken(false)
  }
  if (reply !== seen) {
    setSeen(reply)
    if (!dirty) take(reply)
    else if (Number(reply.ballot['version']) !== version) setOvertaken(true)
  }
  return {
    ...now,
    dirty,
    saving: command.isPending,
    error: failedWith(command.error, 'record.changedByOther') ? null : command.error,
    overtaken: overtaken || failedWith(command.error, 'record.changedByOther'),
    mayUndo: past.length > 0,
    set(change) {
      setPast([...past, now].slice(-200))
      setNow({ ...now, ...change })
    },
    undo() {
      const before = past.at(-1)
      if (!before) return
      setNow(before)
      setPast(past.slice(0, -1))
    },
    reload() {
      command.reset()
      take(reply)
      fresh()
    },
    save(onDone) {
      const rows = reply.count === null ? renumbered(now.rows) : now.rows
      command.mutate(
        {
          ballotId: String(reply.ballot['id']),
          version,
          ...(same(now.facts, base.facts) ? {} : { draft: { ...now.facts } }),
          ...(same(rows, base.rows) ? {} : { rows: [...rows] }),
          ...(same(now.groups, base.groups) ? {} : { groups: [...now.groups] }),
        },
        {
          onSuccess({ version: next }) {
            const kept = { ...now, rows }
            setBase(kept)
            setNow(kept)
            setPast([])
            setVersion(next)
            onDone()
          },
        },
      )
    },
  }
}
