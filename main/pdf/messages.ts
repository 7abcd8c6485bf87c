/** Why a file could not become pages. */
export type PageFault = 'locked' | 'broken' | 'kind'

/** To the thread that puts a PDF together. */
export type ToMerger =
  | { readonly give: 'add'; readonly key: string; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly give: 'finish'; readonly title: string; readonly author: string; readonly parts: readonly Part[] }

/** A stretch of pages of something that was added, in its place in the whole. */
export interface Part {
  readonly key: string
  /** Which of its pages: all of them without. */
  readonly from?: number
  readonly count?: number
  /** What it is called among the bookmarks; without one it belongs to the part before. */
  readonly bookmark?: string
}

export type FromMerger =
  | { readonly added: string; readonly pages: number }
  | { readonly added: string; readonly fault: PageFault }
  | { readonly finished: Uint8Array<ArrayBuffer> }
  | { readonly failed: string }
