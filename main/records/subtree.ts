import { sql } from 'kysely'
import type { ReadScope } from '../app/scopes.ts'

/** The ids of an organization and everything below it. */
export async function subtreeIds(db: ReadScope['db'], organizationId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH RECURSIVE below (id) AS (SELECT ${organizationId} UNION SELECT o.id FROM organization o JOIN below b ON o.parentId = b.id)
    SELECT id FROM below`.execute(db as never)
  return rows.map(row => row.id)
}
