import { z } from 'zod'

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

const relative = z.object({
  circle: z.string(),
  relation: z.string(),
  name: z.string(),
  bornOn: z.string(),
  politics: z.string(),
  workPost: z.string(),
  askedOf: z.string(),
  letter: z.string(),
  sentOn: z.string(),
  answeredOn: z.string(),
  finding: z.string(),
})
export type Relative = z.infer<typeof relative>

/** 培养联系人, 入党介绍人: as the roster knows them; only the name where it does not. */
const companion = z.object({ name: z.string(), workPost: z.string(), joinedOn: z.string() })
export type Companion = z.infer<typeof companion>

/** Everything that is on file of one case, as the forms of its steps say it. Days as on file; months as 1997.04. */
const development = z.object({
  name: z.string(),
  sex: z.string(),
  bornOn: z.string(),
  nation: z.string(),
  nativePlace: z.string(),
  education: z.string(),
  idNumber: z.string(),
  phone: z.string(),
  address: z.string(),
  workPost: z.string(),
  /** 正式党员, 预备党员 … */
  category: z.string(),
  branch: z.string(),
  /** 党委 above the branch. */
  committee: z.string(),
  workingSince: z.string(),
  leagueOn: z.string(),
  resume: z.string(),
  rewards: z.string(),
  rules: z.string(),
  /** Articles by step, where they are certain. */
  clauses: z.record(z.string(), z.string()),
  /** What counts of each step, oldest first. */
  steps: z.record(z.string(), z.array(taken)),
  /** The end of probation: a year after the meeting, or as it was prolonged. */
  probationUntil: z.string(),
  prolongedTo: z.string(),
  /** What is on file, as step/material. */
  materials: z.array(z.string()),
  relatives: z.array(relative),
  contacts: z.array(companion),
  sponsors: z.array(companion),
})
export type Development = z.infer<typeof development>

export const developmentProps = z.object({ watermark: z.string().nullable(), office: z.string(), cases: z.array(development) })
export type DevelopmentProps = z.infer<typeof developmentProps>

/** Every time that a step was finished. */
export const timesOf = ({ steps }: Pick<Development, 'steps'>, step: string): readonly Taken[] => (steps[step] ?? []).filter(({ doneOn }) => doneOn !== '')

/** The last time that a step was finished. */
export const lastOf = (about: Pick<Development, 'steps'>, step: string): Taken | undefined => timesOf(about, step).at(-1)

/** The day that a step was finished, or nothing. */
export const dayOf = (about: Pick<Development, 'steps'>, step: string): string => lastOf(about, step)?.doneOn ?? ''
