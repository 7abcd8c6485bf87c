import { z } from 'zod'

/** What every form that the office hands out says of itself: whose it is, who made it, and when. */
export const issued = { watermark: z.string().nullable(), office: z.string(), author: z.string(), printedOn: z.string() }

/** One line of a list of who is short: what was asked, done, and is missing. */
export const shortfall = z.object({ number: z.int(), name: z.string(), target: z.number(), done: z.number(), missing: z.number() })

/** Of a list of who is short: the year, the last day whose records are counted, and the notes under it. */
export const counted = { year: z.int(), until: z.string(), notes: z.array(z.string()) }
