/** What main tells the renderer without being asked. */
export type Push =
  /** Record types that changed; whatever was read from them is stale. */
  | { readonly event: 'changed'; readonly types: readonly string[] }
  | { readonly event: 'job'; readonly job: JobProgress }
  /** `incident`: the engine fell, and has begun anew; the number under which that stands in the log. */
  | { readonly event: 'session'; readonly state: 'open' | 'locked' | 'none'; readonly incident?: string }
  /** A menu item or shortcut of the window, by its command name. */
  | { readonly event: 'menu'; readonly command: string }

export interface JobProgress {
  readonly id: string
  readonly label: string
  readonly done: number
  readonly total: number
  /** What is being done right now, e.g. the branch in hand. */
  readonly detail: string | null
  readonly state: 'running' | 'done' | 'cancelled' | 'failed'
}

/** What preload exposes: one function and one subscription. */
export interface Bridge {
  call(name: string, input: unknown): Promise<unknown>
  subscribe(listener: (push: Push) => void): () => void
}
