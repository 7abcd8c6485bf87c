import { z } from 'zod'

const paperRow = z.object({
  number: z.int(),
  name: z.string(),
  post: z.string(),
  /** 职位 whose 名额 it shares; empty where there is one. */
  section: z.string(),
  places: z.int().nullable(),
})
export type PaperRow = z.infer<typeof paperRow>

const scored = z.object({ area: z.string(), label: z.string(), rule: z.string(), points: z.number() })
export type ScoredItem = z.infer<typeof scored>

/** One paper as it is filled in by a voter. */
export const paperSheet = z.object({
  title: z.string(),
  /** （2025年度）; what tells the papers of one group from those of another. */
  under: z.string(),
  left: z.string(),
  right: z.string(),
  /** Whose seal makes it valid, or who issued it and when. */
  foot: z.string(),
  rows: z.array(paperRow),
  /** What the scheme scores; empty where the paper has items of its own. */
  scored: z.array(scored),
  /** 应选 7 名: how many names may be written beside those printed. */
  places: z.int().nullable(),
  notes: z.array(z.string()),
  /** How many are printed; 0 fills a sheet, to be copied. */
  copies: z.int(),
})
export type BallotPaperSheet = z.infer<typeof paperSheet>
