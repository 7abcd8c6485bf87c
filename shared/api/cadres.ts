import { z } from 'zod'
import { archiveItem } from '../domain/archive-check.ts'
import { familyMember, resumePeriod, reward, yearGrade } from '../domain/cadre.ts'
import { poolKinds } from '../domain/cadre-words.ts'
import { keysOf } from '../records/keys.ts'
import { photoLimitKb } from '../rules/sheet-photo.ts'
import { row } from './activity.ts'
import { action, business, command, query } from './endpoint.ts'
import { fileToken } from './shell.ts'

const base64 = z.base64()

const person = z.object({
  id: z.string(),
  name: z.string(),
  sex: z.string().nullable(),
  bornOn: z.string().nullable(),
  nation: z.string().nullable(),
  nativePlace: z.string().nullable(),
  joinedOn: z.string().nullable(),
  category: z.string(),
  organizationId: z.string().nullable(),
  organization: z.string(),
  partyPost: z.string().nullable(),
})
export type CadrePerson = z.infer<typeof person>

const fact = z.object({
  ...person.shape,
  cadreId: z.string(),
  education: z.string(),
  /** 到龄年月 */ retires: z.string().nullable(),
  pools: z.array(z.enum(keysOf(poolKinds))),
})
export type CadreFact = z.infer<typeof fact>

const lines = {
  resume: z.array(resumePeriod.line).max(200),
  family: z.array(familyMember.line).max(60),
  grades: z.array(yearGrade.line).max(60),
  rewards: z.array(reward.line).max(100),
}
export type CadreLines = z.infer<z.ZodObject<typeof lines>>

const held = z.object({ personId: z.string(), name: z.string(), holdingId: z.string(), startsOn: z.string(), level: z.string().nullable() })

const postLine = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  kind: z.string(),
  level: z.string().nullable(),
  headcount: z.int(),
  termYears: z.int().nullable(),
  /** 实行试用期 */ probation: z.boolean(),
  held: z.array(held),
})
export type PostLine = z.infer<typeof postLine>

export const cadresApi = {
  /** What the roster and the pools say of these cadres, beside what is on their sheet. */
  'cadre.facts': query(z.strictObject({ ids: z.array(z.string()).max(20_000) }), z.array(fact)),
  /** Ids of the cadres who are in one of the pools today and in one of the ages, both ends included; none given asks nothing. */
  'cadre.among': query(
    z.strictObject({
      pools: z.array(z.enum(keysOf(poolKinds))).default([]),
      ages: z
        .array(z.tuple([z.int(), z.int()]))
        .max(20)
        .default([]),
    }),
    z.array(z.string()),
  ),
  /** One cadre whole, by the sheet or by the person: the sheet with its lines, the photo, posts held, pools, postings, 能下, personal file. */
  'cadre.get': query(
    z.strictObject({ cadreId: z.string().optional(), personId: z.string().optional() }),
    z.object({
      /** Null for someone of whom no sheet was begun. */ record: row.nullable(),
      person,
      /** 到龄年月, as put down or by the steps of the reform. */ retires: z.string().nullable(),
      ...lines,
      /** JPEG. */ photo: base64.nullable(),
      holdings: z.array(row),
      pools: z.array(row),
      postings: z.array(row),
      stepDowns: z.array(row),
      checks: z.array(z.object({ record: row, items: z.array(archiveItem.line) })),
    }),
  ),
  /** Writes the lines of a cadre's sheet that are given and differ from what is kept. */
  'cadre.save': command(z.strictObject({ cadreId: z.string(), version: z.int(), lines: z.strictObject(lines).partial() }), z.object({ version: z.int() })),
  /** The bytes of a picture that was chosen, to be cut to 4:5 in the window. */
  'cadre.openPicture': action(z.strictObject({ file: fileToken }), z.object({ name: z.string(), type: z.string(), data: base64 }), business),
  /** The cut picture: a JPEG of at most 200 KB. */
  'cadre.setPhoto': command(
    z.strictObject({
      cadreId: z.string(),
      version: z.int(),
      data: base64.max(Math.ceil((photoLimitKb * 1024 * 4) / 3) + 8, `照片不能大于 ${photoLimitKb} KB`),
    }),
    z.object({ version: z.int() }),
  ),
  /** Posts by unit with who holds each on the day. */
  'post.board': query(z.strictObject({ organizationId: z.string().optional() }), z.array(z.object({ unit: z.string(), posts: z.array(postLine) }))),
  /** 档案审核 with its six items. */
  'archive.save': command(
    z.strictObject({ id: z.string().optional(), version: z.int().optional(), draft: row, items: z.array(archiveItem.line).max(6) }),
    z.object({ id: z.string(), version: z.int() }),
  ),
}
