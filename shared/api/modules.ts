import { opens, opensType, type Extent } from '../domain/ownership.ts'
import { type RecordName, records } from '../domain/index.ts'
import type { SecretClass } from '../records/secrecy.ts'
import type { Topic } from '../records/topics.ts'
import type { Form } from '../forms/form.ts'
import { forms } from '../forms/index.ts'
import type { EndpointName } from './contract.ts'

type FamilyOf<N> = N extends `${infer F}.${string}` ? F : never
type Family = Exclude<FamilyOf<EndpointName>, 'lobby' | 'shell'>

/**
 * Which modules the endpoints of a family belong to, any of which opens them; null is open to all. A family that is missing here does not compile.
 * Where the call names a type of record, that type decides as well.
 */
const modulesOfFamily: Readonly<Record<Family, readonly Topic[] | null>> = {
  records: null,
  attachment: null,
  organization: null,
  search: null,
  people: null,
  person: null,
  quota: null,
  activity: ['study', 'life'],
  attendance: ['study', 'life'],
  calendar: null,
  due: null,
  meeting: ['life'],
  bars: null,
  supervision: ['supervision'],
  integrity: ['supervision'],
  ballot: ['appraisal', 'membership', 'cadres'],
  scheme: ['appraisal', 'excellence'],
  case: ['membership', 'cadres'],
  selection: ['cadres'],
  team: ['cadres'],
  cadre: ['cadres'],
  post: ['cadres'],
  archive: ['cadres'],
  development: ['membership'],
  forms: null,
  policies: null,
  plan: null,
  parameters: null,
  import: null,
  undo: null,
  users: null,
  keys: null,
  audit: null,
  backup: null,
  update: null,
  session: null,
  memory: null,
  jobs: null,
}

/** Families that show 监督资料 of a class and nothing else. */
const secretOfFamily: Partial<Record<Family, SecretClass>> = { integrity: 'integrity' }

const isFamily = (name: string): name is Family => Object.hasOwn(modulesOfFamily, name)
const isFormName = (name: unknown): name is keyof typeof forms => typeof name === 'string' && Object.hasOwn(forms, name)
const isRecordName = (name: unknown): name is RecordName => typeof name === 'string' && Object.hasOwn(records, name)

/** Whether who works in these modules may call an endpoint with this input. */
export function mayCall(extent: Extent, name: EndpointName, input: unknown): boolean {
  const family = name.slice(0, name.indexOf('.'))
  if (!isFamily(family) || !opens(extent, modulesOfFamily[family])) return false
  const held = secretOfFamily[family]
  if (held && !extent.grants.includes(held)) return false
  if (typeof input !== 'object' || input === null) return true
  const secret = 'form' in input && isFormName(input.form) ? (forms[input.form] as Pick<Form, 'secret'>).secret : undefined
  if (secret && !extent.grants.includes(secret)) return false
  return namedIn(input).every(type => opensType(extent, type))
}

/** The types of record that a call names. */
export const namedIn = (input: object): RecordName[] =>
  [...('type' in input ? [input.type] : []), ...('kind' in input ? [input.kind] : []), ...('holder' in input ? [input.holder] : [])].filter(isRecordName)
