import { useMemo, useState } from 'react'

export interface Selection {
  readonly ids: ReadonlySet<string>
  toggle(id: string): void
  add(ids: readonly string[]): void
  /** Exactly these. */
  only(ids: readonly string[]): void
  clear(): void
}

/** The ticked rows of a list, by id. */
export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return useMemo(
    () => ({
      ids,
      toggle: id => setIds(before => (before.has(id) ? new Set([...before].filter(other => other !== id)) : new Set([...before, id]))),
      add: more => setIds(before => new Set([...before, ...more])),
      only: some => setIds(new Set(some)),
      clear: () => setIds(new Set()),
    }),
    [ids],
  )
}
