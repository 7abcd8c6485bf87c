import type { Call } from '../../main/app/caller.ts'
import { type RecordName, records } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'

/** A record with what every reply masks looked up: for tests about the values themselves. */
export async function wholeRecord(call: Call, type: RecordName, id: string): Promise<Record<string, unknown>> {
  const { record } = await call('records.get', { type, id })
  const whole = { ...record }
  const fields: RecordType['fields'] = records[type].fields
  for (const [field, { masked }] of Object.entries(fields))
    if (masked && typeof record[field] === 'string') whole[field] = (await call('records.reveal', { type, id, field })).value
  return whole
}
