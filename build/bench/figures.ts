import { attendanceSave } from './attendance.ts'
import { board, flat, people } from './board.ts'
import type { Figure } from './figure.ts'
import { peoplePage } from './people-page.ts'
import { search } from './search.ts'
import { unlock } from './unlock.ts'

/** Everything that is measured, in the order of the table. */
export const figures: readonly Figure[] = [unlock, board, people, flat, attendanceSave, search, peoplePage]
