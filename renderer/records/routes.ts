import { recordNames, records } from '../../shared/domain/index.ts'
import type { RecordType } from '../../shared/records/record.ts'
import { registerPlace } from '../app/places.ts'
import { page } from '../app/router.ts'

/** A register for every record type that declares a topic. */
export const registerRoutes = recordNames.flatMap(name => {
  const type: RecordType = records[name]
  return type.topic ? [page(registerPlace(name), `/registers/${name}`, async () => (await import('./RegisterPage.tsx')).registerPage(name))] : []
})
