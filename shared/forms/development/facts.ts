import { z } from 'zod'
import { casePast, formPerson } from '../case-facts.ts'

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
  ...formPerson,
  ...casePast,
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
