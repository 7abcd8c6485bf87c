import type { Attendance } from '../../shared/domain/activity.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** Who came, who asked for leave, who stayed away and who made up for it afterwards. */
export function attendanceOf(
  people: readonly { readonly id: string; readonly person: Person }[],
  hours: number,
  quality: number,
  random: Random,
): Attendance[] {
  return people.map(({ id, person }) => ({ personId: id, state: stateOf(person.diligence * (0.55 + 0.45 * quality), random), hours, reason: null }))
}

function stateOf(share: number, random: Random): Attendance['state'] {
  const drawn = random.next()
  if (drawn < share) return 'present'
  const rest = (drawn - share) / (1 - share)
  if (rest < 0.12) return 'makeup'
  return rest < 0.7 ? 'leave' : 'absent'
}
