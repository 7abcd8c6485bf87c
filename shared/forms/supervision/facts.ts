import { z } from 'zod'
import { issued } from '../props.ts'

/** One 提醒, 函询 or 诫勉 as its papers have it. Days are ISO; what is not on record is empty, and left to the pen. */
const facts = z.object({
  kind: z.enum(['remind', 'inquiry', 'admonish']),
  kindLabel: z.string(),
  way: z.string(),
  name: z.string(),
  sex: z.string(),
  bornOn: z.string(),
  postThen: z.string(),
  level: z.string(),
  category: z.string(),
  problem: z.string(),
  channel: z.string(),
  reviewedBy: z.string(),
  approvedBy: z.string(),
  approvedOn: z.string(),
  reportedOn: z.string(),
  number: z.string(),
  executedOn: z.string(),
  time: z.string(),
  place: z.string(),
  talkers: z.string(),
  talkerPost: z.string(),
  recorder: z.string(),
  recorderPost: z.string(),
  content: z.string(),
  /** A day that the letter itself names. */
  replyBy: z.string(),
  /** Working days for the reply and the 书面检查, months for the 整改报告: the numbers in force, 0 for none. */
  replyDays: z.number(),
  selfCriticismDays: z.number(),
  reportMonths: z.number(),
  repliedOn: z.string(),
  reply: z.string(),
  replyState: z.enum(['clear', 'unclear', '']),
  /** The number and day of the letter that this one follows up. */
  earlier: z.object({ number: z.string(), sentOn: z.string() }).nullable(),
  outcome: z.string(),
  /** The last day of the 影响期: as the record says, or as reckoned. */
  barUntil: z.string(),
})
export type AdmonitionSheet = z.infer<typeof facts>

export const admonitionProps = z.object({ ...issued, sheets: z.array(facts) })
export type AdmonitionProps = z.infer<typeof admonitionProps>
