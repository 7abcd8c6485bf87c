/** A question with a part of it changed. What is empty is left out: it does not narrow. */
export function narrowed<Q extends object>(question: Q, part: { readonly [K in keyof Q]?: Q[K] | null }): Q {
  const kept = Object.entries({ ...question, ...part }).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return Object.fromEntries(kept) as Q
}
