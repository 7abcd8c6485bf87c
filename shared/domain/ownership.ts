import type { Field } from '../records/fields.ts'
import type { SecretClass } from '../records/secrecy.ts'
import { type Topic, topicNames } from '../records/topics.ts'
import type { ProcedureName } from './procedure-case.ts'
import { type LinesName, lineNames, lines, type RecordName, recordNames, records } from './index.ts'
import type { Fields, LinesType, RecordType } from '../records/record.ts'

/** Whose a record is, as its declaration says: by these references it stands in a part of the organization. */
export interface Ownership {
  /** Must lie within, whatever else. */
  readonly required: readonly Reference[]
  /** Within as well, or empty; a record of which all are empty is nobody's. */
  readonly placing: readonly Reference[]
  /** Says something beside: not shown where it points outside. */
  readonly beside: readonly Reference[]
}

export interface Reference {
  readonly key: string
  readonly target: RecordName
}

const isRecordName = (name: string): name is RecordName => Object.hasOwn(records, name)

function referencesIn(fields: Fields): (Reference & { readonly required: boolean })[] {
  return Object.entries(fields).flatMap(([key, { target, required }]) =>
    target !== undefined && isRecordName(target) ? [{ key, target, required: required === true }] : [],
  )
}

const places: readonly string[] = ['personId', 'organizationId']

/** The types whose records stand somewhere in the organization; those of the others belong to the whole office. */
const owned: ReadonlySet<RecordName> = (() => {
  const found = new Set<RecordName>(['organization'])
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const name of recordNames)
      if (referencesIn((records[name] as RecordType).fields).some(r => (r.required || places.includes(r.key)) && found.has(r.target))) found.add(name)
  }
  return found
})()

export const isOwned = (name: RecordName): boolean => owned.has(name)

/** What stands for the whole office: only who works in all of it may change it. */
export const commonNames = recordNames.filter(name => !owned.has(name))

export function ownershipOf(name: RecordName): Ownership {
  const references = referencesIn((records[name] as RecordType).fields).filter(r => owned.has(r.target))
  const placed = (r: Reference) => name !== 'organization' && places.includes(r.key)
  return {
    required: references.filter(r => r.required),
    placing: references.filter(r => !r.required && placed(r)),
    beside: references.filter(r => !r.required && !placed(r)),
  }
}

/** Owned lines stand where their parent does, and where whoever they name does. */
export const linesWithin = lineNames.map(name => {
  const type = lines[name] as LinesType
  return {
    name: name as LinesName,
    parent: type.parent as RecordName,
    parentColumn: type.parentColumn,
    references: referencesIn(type.fields).filter(r => owned.has(r.target)),
  }
})

/** The modules of the types without a topic of their own; `null` is read by everyone who works on business records. */
const modulesWithoutTopic: Partial<Record<RecordName, readonly Topic[] | null>> = {
  organization: null,
  person: null,
  transfer: null,
  appointment: null,
  exemption: null,
  snooze: null,
  calendarDay: null,
  ownQuota: null,
  parameter: null,
  policy: null,
  clause: null,
  user: null,
  activity: ['study', 'life'],
  scheme: ['appraisal', 'excellence'],
  ballotRound: ['appraisal', 'membership', 'cadres'],
  ballot: ['appraisal', 'membership', 'cadres'],
  ballotCount: ['appraisal', 'membership', 'cadres'],
  gradeDecision: ['appraisal', 'membership', 'cadres'],
  procedureCase: ['membership', 'cadres'],
  caseStep: ['membership', 'cadres'],
  caseMaterial: ['membership', 'cadres'],
  caseNote: ['membership', 'cadres'],
  caseRelative: ['membership', 'cadres'],
  localRequirement: ['membership', 'cadres'],
  cadre: ['cadres'],
  post: ['cadres'],
  archiveCheck: ['cadres'],
  selection: ['cadres'],
  candidate: ['cadres'],
  candidateCheck: ['cadres'],
  selectionTalk: ['cadres'],
  noticeObjection: ['cadres'],
}

/** The module that the cases of a procedure belong to. */
export const topicOfProcedure: Readonly<Record<ProcedureName, Topic>> = {
  membership: 'membership',
  disposal: 'membership',
  relationTransfer: 'membership',
  selection: 'cadres',
}

/** The modules that a type belongs to, any of which opens it; null is open to all. One that says nothing is open to nobody but who has all. */
export function modulesOf(name: RecordName): readonly Topic[] | null {
  const { topic } = records[name] as RecordType
  if (topic) return [topic]
  const said = modulesWithoutTopic[name]
  return said === undefined ? [] : said
}

/** What a user works in. */
export interface Extent {
  /** Null is all. */
  readonly modules: readonly Topic[] | null
  /** An organization and all below it; null is the whole office. */
  readonly scopeId: string | null
  /** The classes of 监督资料 that he was granted. */
  readonly grants: readonly SecretClass[]
  /** 回避: himself and his relatives. What 监督资料 say of them he does not open. */
  readonly own: readonly string[]
}

/** Sees all there is but 监督资料: what everyone works in who was given no part. */
export const wholeOffice: Extent = { modules: null, scopeId: null, grants: [], own: [] }

/** Whether a user works in the whole office, 监督资料 apart. */
export const isWhole = ({ modules, scopeId }: Extent): boolean => scopeId === null && (modules === null || topicNames.every(name => modules.includes(name)))

export const opens = ({ modules }: Pick<Extent, 'modules'>, wanted: readonly Topic[] | null): boolean =>
  modules === null || wanted === null || wanted.some(topic => modules.includes(topic))

export const secretOf = (name: RecordName): SecretClass | undefined => (records[name] as RecordType).secret
export const secretNames = recordNames.filter(name => secretOf(name) !== undefined)

/** The type of 监督资料 that a field belongs to, if one. */
export const secretHolderOf = (field: Field): RecordName | undefined => secretNames.find(name => Object.values<Field>(records[name].fields).includes(field))

/** Whether any record of a type may be opened. */
export function opensType(extent: Extent, name: RecordName): boolean {
  const secret = secretOf(name)
  return opens(extent, modulesOf(name)) && (secret === undefined || extent.grants.includes(secret))
}

/** What the audit's lines are filed under that are about no single record: a list or figures that were looked at, a print. */
export const noteOf = (secret: SecretClass): string => `supervision.${secret}`
