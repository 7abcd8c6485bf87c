import { type RecordName, records } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'

const isRecordName = (name: string): name is RecordName => Object.hasOwn(records, name)

/** The name of a record type, from what a field declares as its target. */
export function recordName(name: string): RecordName {
  if (!isRecordName(name)) throw new Error(`no record type ${name}`)
  return name
}

/** The record type as the generic screens see it: fields by name, whatever they are. */
export const recordType = (name: RecordName): RecordType => records[name]
