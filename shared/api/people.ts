import { z } from 'zod'
import { localDate } from '../records/fields.ts'
import { topicNames } from '../records/topics.ts'
import { command, query } from './endpoint.ts'

const reason = z.string().trim().min(2, '请写明事由').max(200)

export const organizationNode = z.object({
  id: z.string(),
  version: z.int(),
  parentId: z.string().nullable(),
  name: z.string(),
  kind: z.string(),
  depth: z.int(),
  /** Living members of this organization alone, and with all below it. */
  members: z.int(),
  membersBelow: z.int(),
  branchesBelow: z.int(),
  secretary: z.string().nullable(),
  /** How many hold a Party office here. */
  officers: z.int(),
  electedOn: z.string().nullable(),
  /** The day the term ends, where election and length are known. */
  termEndsOn: z.string().nullable(),
  closedOn: z.string().nullable(),
})
export type OrganizationNode = z.infer<typeof organizationNode>

export const found = z.object({ kind: z.enum(['person', 'organization', 'activity']), id: z.string(), title: z.string(), detail: z.string() })

export const timelineItem = z.object({
  on: z.string().nullable(),
  topic: z.enum([...topicNames, 'organization', 'record']),
  title: z.string(),
  detail: z.string(),
  recordType: z.string().nullable(),
  recordId: z.string().nullable(),
  tone: z.enum(['plain', 'good', 'short']),
})

export const peopleApi = {
  /** Every organization in tree order, parents before children. */
  'organization.tree': query(z.strictObject({ closed: z.boolean().default(false) }), z.array(organizationNode)),
  'organization.page': query(
    z.strictObject({ id: z.string() }),
    z.object({
      node: organizationNode,
      path: z.array(z.object({ id: z.string(), name: z.string() })),
      committee: z.array(z.object({ personId: z.string(), name: z.string(), post: z.string() })),
      children: z.array(organizationNode),
      history: z.array(z.object({ at: z.string(), actor: z.string(), text: z.string() })),
    }),
  ),
  'organization.move': command(z.strictObject({ id: z.string(), version: z.int(), parentId: z.string().nullable(), reason }), z.null()),
  'organization.close': command(z.strictObject({ id: z.string(), version: z.int(), closedOn: localDate, reason }), z.null()),
  /** People, organizations and activities by name, 拼音, initials, ID number tail or organization; best first. */
  'search.all': query(z.strictObject({ text: z.string().max(60), limit: z.int().min(1).max(50).default(12) }), z.array(found)),
  /** For each typed text (name or ID number), the people it can mean. */
  'people.match': query(
    z.strictObject({ texts: z.array(z.string().max(60)).max(5000), organizationId: z.string().optional() }),
    z.array(
      z.object({
        text: z.string(),
        matches: z.array(z.object({ id: z.string(), name: z.string(), organization: z.string(), idNumber: z.string(), post: z.string().nullable() })),
      }),
    ),
  ),
  'person.timeline': query(z.strictObject({ id: z.string() }), z.array(timelineItem)),
  /** Moves people to another branch from a day on; earlier periods stay as they were. */
  'person.transfer': command(
    z.strictObject({
      ids: z.array(z.string()).min(1).max(5000),
      organizationId: z.string(),
      movedOn: localDate,
      reason: z.string().trim().max(200).optional(),
    }),
    z.object({ moved: z.int() }),
  ),
  /** Sets one field to one value for many people. */
  'person.setMany': command(
    z.strictObject({
      ids: z.array(z.string()).min(1).max(5000),
      field: z.enum(['category', 'membershipState', 'partyPost', 'exemptReason', 'mobility']),
      value: z.string().nullable(),
    }),
    z.object({ changed: z.int() }),
  ),
}
