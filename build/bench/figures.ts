import { attendanceSave } from './attendance.ts'
import { ballotCount, ballotGet, ballotList } from './ballots.ts'
import { board, flat, people } from './board.ts'
import { cadreImport } from './cadre-files.ts'
import { caseBoards } from './cases.ts'
import { development } from './development.ts'
import { due } from './due.ts'
import type { Figure } from './figure.ts'
import { firstWindow } from './first-window.ts'
import { memory } from './memory.ts'
import { peoplePage } from './people-page.ts'
import { archives, ballotPapers } from './printing.ts'
import { quotaBoards } from './quota-boards.ts'
import { rosterImport } from './roster.ts'
import { search } from './search.ts'
import { backup, verify } from './trust.ts'
import { unlock } from './unlock.ts'
import { windowImport } from './window-import.ts'

/** Everything that is measured, in the order of the table. */
export const figures: readonly Figure[] = [
  unlock,
  board,
  people,
  flat,
  quotaBoards,
  due,
  caseBoards,
  development,
  rosterImport,
  cadreImport,
  attendanceSave,
  ballotList,
  ballotGet,
  ballotCount,
  search,
  peoplePage,
  verify,
  backup,
  archives,
  ballotPapers,
  firstWindow,
  windowImport,
  memory,
]
