import { partyRoleOf } from '../../shared/rules/roles.ts'
import type { ReadScope } from '../app/scopes.ts'
import { officers } from '../quotas/officers.ts'

/** Who leads each organization on a day: its 书记, else whoever holds an office in it; nobody where the roster names none. */
export async function leadersOn(db: ReadScope['db'], day: string): Promise<(organizationId: string) => string | undefined> {
  const held = await officers(db, day)
  return organizationId => {
    const list = held.get(organizationId)
    return (list?.find(({ post }) => partyRoleOf(post) === 'secretary' && !post.includes('副书记')) ?? list?.[0])?.name
  }
}
