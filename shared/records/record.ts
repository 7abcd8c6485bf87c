import { z } from 'zod'
import type { Field } from './fields.ts'
import type { SecretClass } from './secrecy.ts'
import type { Topic } from './topics.ts'

export type Fields = Readonly<Record<string, Field>>

type ValueOf<F> = F extends Field<infer T, infer R> ? (R extends true ? T : T | null) : never

/** The fields that hold a kept file. */
export const attachmentFields = ({ fields }: { readonly fields: Fields }): readonly string[] =>
  Object.entries(fields).flatMap(([key, { kind }]) => (kind === 'attachment' ? [key] : []))

/** What the user fills in. */
export type Draft<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> }

/** The columns every record has. Nothing is ever deleted: a record is voided, with a reason. */
const system = {
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  voidedAt: z.string().nullable(),
  voidReason: z.string().nullable(),
}
export const systemColumns: readonly string[] = Object.keys(system)

/** What is kept. */
export type Stored<F extends Fields> = Draft<F> & z.infer<z.ZodObject<typeof system>>

/** Something wrong with one value: where, which rule, and what to do about it. */
export interface Fault {
  readonly field: string
  readonly code: string
  readonly message: string
}

export interface RecordType<F extends Fields = Fields> {
  readonly name: string
  readonly label: string
  /** Where its own page stands in the navigation; none for types that other screens show. */
  readonly topic?: Topic
  /** The path of the screen that shows it where it stands under no topic and is imported and exported all the same. */
  readonly screen?: string
  /** 监督资料: opened by a grant of this class only; to everyone else it does not exist. */
  readonly secret?: SecretClass
  /** The mechanisms of the office's documents that it keeps the records of: `M003`. */
  readonly serves: readonly string[]
  readonly fields: F
  readonly title: string
  /** The fields by which an import recognises a record that is already kept. */
  readonly key: readonly string[]
  readonly list: readonly string[]
  readonly form: readonly (readonly string[])[]
  /** Headings of a long form, by the first field of the group they stand over. */
  readonly sections: Readonly<Partial<Record<string, string>>>
  /** What it records goes on until it is ended: its page shows all, whatever the year. */
  readonly standing: boolean
  /** The field by which a record belongs to a year: a day, a month or the year itself. None where there is no such field, or it is standing. */
  readonly yearBy: string | undefined
  readonly draft: z.ZodType<Draft<F>>
  /** A record as it is read: what is masked may come as its mask. */
  readonly stored: z.ZodType<Stored<F>>
  /** Written as a method so that a registry may hold record types of every shape. */
  check(draft: Readonly<Draft<F>>): readonly Fault[]
  /** The draft with what follows from it filled in, e.g. birth and sex from the ID number. */
  complete(draft: Draft<F>): Draft<F>
}

export type RecordOf<R> = R extends RecordType<infer F> ? Stored<F> : never
export type DraftOf<R> = R extends RecordType<infer F> ? Draft<F> : never

interface Spec<F extends Fields, K = keyof F & string> {
  label: string
  topic?: Topic
  screen?: string
  secret?: SecretClass
  serves?: readonly string[]
  fields: F
  /** The field shown where another record points to this one. */
  title: K
  /** Defaults to the title. */
  key?: readonly K[]
  list: readonly K[]
  form: readonly (readonly K[])[]
  sections?: Readonly<Partial<Record<K & string, string>>>
  standing?: true
  /** Defaults to the first required day among title and list. */
  yearBy?: K
  /** Pairs of days, the earlier first: a later one that lies before it is a fault. */
  order?: readonly (readonly [earlier: K, later: K])[]
  /** Rules across fields. They guard drafts only: old rows may predate them. */
  check?: (draft: Readonly<Draft<F>>) => readonly (Fault & { readonly field: K })[]
  complete?: (draft: Draft<F>) => Draft<F>
}

/** Declares a record type: its table, form, list, Excel columns and checks all follow from this one object. */
export function defineRecord<F extends Fields>(name: string, spec: Spec<F>): RecordType<F> {
  const { serves = [], key = [spec.title], sections = {}, standing = false, order = [] } = spec
  const check = (draft: Readonly<Draft<F>>) => [...orderFaults(spec.fields, order, draft), ...(spec.check?.(draft) ?? [])]
  const complete = spec.complete ?? ((draft: Draft<F>) => draft)
  const values = Object.fromEntries(Object.entries(spec.fields).map(([column, { value, required }]) => [column, required ? value : value.nullable()]))
  const draft = z.strictObject(values).superRefine((value, ctx) => {
    for (const fault of check(value as Draft<F>)) {
      ctx.addIssue({ code: 'custom', message: fault.message, path: [fault.field], params: { code: fault.code } })
    }
  })
  const stored = z.object({ ...values, ...maskable(spec.fields), ...system })
  const dated = [spec.title, ...spec.list].find(k => spec.fields[k]?.kind === 'date' && spec.fields[k].required)
  const yearBy = standing ? undefined : (spec.yearBy ?? dated)
  return { ...spec, serves, key, sections, standing, yearBy, check, complete, name, draft, stored } as unknown as RecordType<F>
}

function orderFaults(fields: Fields, order: readonly (readonly [string, string])[], draft: object): readonly Fault[] {
  const values = draft as Readonly<Record<string, unknown>>
  return order.flatMap(([earlier, later]) => {
    const [from, until] = [values[earlier], values[later]]
    if (typeof from !== 'string' || typeof until !== 'string' || until === '' || until >= from) return []
    return [{ field: later, code: 'dateOrder', message: `${fields[later]?.label ?? later}早于${fields[earlier]?.label ?? earlier}` }]
  })
}

const maskable = (fields: Fields): Readonly<Record<string, z.ZodType>> =>
  Object.fromEntries(Object.entries(fields).flatMap(([key, { masked, required }]) => (masked ? [[key, required ? z.string() : z.string().nullable()]] : [])))

/**
 * Owned lines: rows of a parent record, kept in a table of their own, written with the parent and audited as
 * one line for it. Attendance is one; ballots and steps will be others.
 */
export interface LinesType<F extends Fields = Fields, P extends string = string> {
  readonly name: string
  readonly label: string
  readonly parent: P
  /** The column that names the parent. */
  readonly parentColumn: `${P}Id`
  readonly fields: F
  /** With the parent, what makes a line unique. */
  readonly key: readonly string[]
  /** Fields that came when offices already had such lines, the oldest first: what the audit says of those was made without them. */
  readonly later?: readonly string[]
  /** What is said of them in the audit must not be guessed back while they grow: their digests are salted until they are final, then the salt is gone. */
  readonly sealed?: true
  readonly line: z.ZodType<Draft<F>>
}

export type LineOf<L> = L extends LinesType<infer F, string> ? Draft<F> : never

interface LinesSpec<F extends Fields, P extends string, K = keyof F & string> {
  label: string
  parent: P
  fields: F
  key: readonly K[]
  later?: readonly K[]
  sealed?: true
}

/** Declares owned lines: their table follows from it. What a line has nothing to say about may be left out. */
export function defineLines<F extends Fields, const P extends string>(name: string, spec: LinesSpec<F, P>): LinesType<F, P> {
  const values = Object.fromEntries(Object.entries(spec.fields).map(([key, { value, required }]) => [key, required ? value : value.nullable().default(null)]))
  return { ...spec, name, parentColumn: `${spec.parent}Id`, line: z.strictObject(values) } as unknown as LinesType<F, P>
}
