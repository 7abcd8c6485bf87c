import { z } from 'zod'

/** Which piece of a long list: a hundred rows from the beginning unless it says otherwise. */
export const piece = { offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) }
