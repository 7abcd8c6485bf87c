import { noteOf, secretOf } from '../../shared/domain/ownership.ts'
import { records } from '../../shared/domain/index.ts'
import type { RecordName } from '../../shared/domain/index.ts'

const isRecordName = (name: string): name is RecordName => Object.hasOwn(records, name)

/** What an audit line is filed under that is about a list or a file of these records and not about one of them: of 监督资料 under their class. */
export function filedAs(usual: string, name: string): string {
  const secret = isRecordName(name) ? secretOf(name) : undefined
  return secret ? noteOf(secret) : usual
}
