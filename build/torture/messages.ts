import { z } from 'zod'

/** The newest line of the audit: whoever has it has all before it. */
const tip = z.object({ seq: z.int(), chain: z.string() })
export type Tip = z.infer<typeof tip>

/** A record as an answer gave it. */
const touched = z.object({ type: z.string(), id: z.string(), version: z.int() })
export type Touched = z.infer<typeof touched>

/** What the worker tells, a line each. It does nothing more until the line is in the pipe. */
export const workerLine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('begin'), act: z.string(), /** A password that may be in force from now on. */ password: z.string().optional() }),
  z.object({ say: z.literal('done'), act: z.string(), tip, touched: z.array(touched), password: z.string().optional() }),
  z.object({ say: z.literal('refused'), act: z.string(), code: z.string() }),
])
export type WorkerLine = z.infer<typeof workerLine>

export const workOrder = z.object({ folder: z.string(), key: z.string(), password: z.string(), seed: z.string(), acts: z.int(), kinds: z.array(z.string()) })
export type WorkOrder = z.infer<typeof workOrder>

/** What must be found, whatever happened. */
export const expectation = z.object({
  folder: z.string(),
  key: z.string(),
  /** The acknowledged password, and one that was being set. */
  passwords: z.array(z.string()),
  tip: tip.nullable(),
  touched: z.array(touched),
})
export type Expectation = z.infer<typeof expectation>

export const finding = z.object({
  faults: z.array(z.string()),
  password: z.string().nullable(),
  tip: tip.nullable(),
  /** The database key that was found; it may have been changed, or half. */
  key: z.string(),
})
export type Finding = z.infer<typeof finding>
