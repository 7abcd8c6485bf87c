import { z } from 'zod'

/** Who somebody is, as every form of a case says it. Months as 1997.04; what is not on file is empty. */
export const formPerson = { name: z.string(), sex: z.string(), bornOn: z.string(), nation: z.string(), nativePlace: z.string(), education: z.string() }

/** One time that a step was taken, as the forms say it. What was not recorded is empty: it is written in by hand. */
export const taken = z.object({
  startedOn: z.string(),
  doneOn: z.string(),
  /** The words of how it came out. */
  result: z.string(),
  people: z.string(),
  number: z.string(),
  place: z.string(),
  phone: z.string(),
  hours: z.number().nullable(),
  /** 应到 24，实到 22，赞成 21 … */
  votes: z.string(),
  eligible: z.int().nullable(),
  present: z.int().nullable(),
  agree: z.int().nullable(),
  against: z.int().nullable(),
  abstain: z.int().nullable(),
  own: z.string(),
  sponsor: z.string(),
  group: z.string(),
  branch: z.string(),
  opinion: z.string(),
  extendedTo: z.string(),
})
export type Taken = z.infer<typeof taken>

/** What a case has behind it: the rules it goes by, and what was done. */
export const casePast = {
  rules: z.string(),
  /** Articles by step, where they are certain. */
  clauses: z.record(z.string(), z.string()),
  /** What counts of each step, oldest first. */
  steps: z.record(z.string(), z.array(taken)),
}
type Steps = Pick<z.infer<z.ZodObject<typeof casePast>>, 'steps'>

/** Every time that a step was finished. */
export const timesOf = ({ steps }: Steps, step: string): readonly Taken[] => (steps[step] ?? []).filter(({ doneOn }) => doneOn !== '')

/** The last time that a step was finished. */
export const lastOf = (about: Steps, step: string): Taken | undefined => timesOf(about, step).at(-1)

/** The day that a step was finished, or nothing. */
export const dayOf = (about: Steps, step: string): string => lastOf(about, step)?.doneOn ?? ''
