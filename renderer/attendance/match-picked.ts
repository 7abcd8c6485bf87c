import { call } from '../api/client.ts'
import type { Picked } from '../ui/PickBox.tsx'
import type { Match } from './roll.ts'

/** What is on file of someone picked by name. */
export async function matchPicked({ id, title }: Picked): Promise<Match> {
  const [reply] = await call('people.match', { texts: [title] })
  return reply?.matches.find(m => m.id === id) ?? { id, name: title, organization: '', idNumber: '', post: null }
}
