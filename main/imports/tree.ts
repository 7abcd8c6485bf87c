/** True where walking up from a node comes back to it. */
export function inLoop(id: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const passed = new Set<string>()
  for (let at = parentOf.get(id) ?? null; at !== null && !passed.has(at); at = parentOf.get(at) ?? null) {
    if (at === id) return true
    passed.add(at)
  }
  return false
}

/** The items with every parent before its children; order is kept otherwise. */
export function parentsFirst<T>(items: readonly T[], idOf: (item: T) => string, parentOf: (item: T) => string | null): T[] {
  const byId = new Map(items.map(item => [idOf(item), item]))
  const placed = new Set<string>()
  const ordered: T[] = []
  for (const item of items) {
    const path: T[] = []
    for (let at: T | undefined = item; at !== undefined && !placed.has(idOf(at)); at = byId.get(parentOf(at) ?? '')) {
      placed.add(idOf(at))
      path.push(at)
    }
    ordered.push(...path.reverse())
  }
  return ordered
}
