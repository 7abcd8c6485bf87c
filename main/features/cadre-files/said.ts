import { type AppointmentSheet, emptySheet, type SheetElement, type SheetRelative } from '../../../shared/domain/appointment-sheet.ts'
import { cadre, familyMember } from '../../../shared/domain/cadre.ts'
import type { RetirementSteps, RetirementGroup } from '../../../shared/rules/retirement.ts'
import { sheetMonth } from '../../../shared/rules/sheet-dates.ts'
import { parse } from '../../app/parse.ts'
import { recordsOf, sheetOf } from '../../cadres/sheet.ts'
import { readKept, relativesIn, type Said } from '../../files/lrmx/lrmx.ts'
import { nothing } from '../../records/rows.ts'
import { withoutReckoned } from './differences.ts'
import { fitting, type Given, givenBy } from './given.ts'

interface Around {
  readonly today: string
  /** The number that is kept of the person. */
  readonly idNumber: string
  readonly by: { readonly reportedBy: string | null; readonly filledBy: string | null }
  stepsOf(group: RetirementGroup): RetirementSteps | undefined
}

/** What a kept file comes to when it goes through the records and nothing has been changed since: the sheet that would be written then. */
export function saidBy(bytes: Uint8Array, { today, idNumber, by, stepsOf }: Around): { readonly said: Said; readonly original: SheetElement } | undefined {
  const read = readKept(bytes)
  if (!read?.original) return undefined
  const { original, ...sheet } = read
  const given = givenBy(sheet, today.slice(0, 7))
  const reckoned = { ...given, cadre: withoutReckoned(given, { record: undefined, stepsOf }) }
  // A file without a number stays without one.
  const number = sheet.idNumber === null ? idNumber : given.idNumber
  const made = sheetOf(wholeOf(reckoned), { on: today, by })
  const said = { ...made, idNumber: number, version: sheet.version }
  return { said: { sheet: said, family: relativesIn(original).map(asKept) }, original }
}

/** The records of nobody but the file. */
function wholeOf({ name, sex, bornMonth, person, cadre: values, resume, family, grades, rewards, photo }: Given): Parameters<typeof sheetOf>[0] {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : null)
  return {
    record: parse(cadre.draft, { ...nothing(cadre), ...values, personId: 'file' }),
    person: {
      name: name ?? '',
      sex: sex === '男' ? 'male' : sex === '女' ? 'female' : null,
      bornOn: bornMonth,
      nation: textOf(person['nation']),
      nativePlace: textOf(person['nativePlace']),
      joinedOn: textOf(person['joinedOn']),
    },
    idNumber: '',
    resume,
    family,
    grades,
    rewards,
    photo,
  }
}

/** A line of the family as the records give it back; null where they do not take it. */
function asKept(line: SheetRelative): SheetRelative | null {
  const sheet: AppointmentSheet = { ...emptySheet, family: [line] }
  const [kept] = fitting(familyMember, recordsOf(sheet).family, [])
  return kept ? { relation: kept.relation, name: kept.name, born: sheetMonth(kept.born), politics: kept.politics, work: kept.work } : null
}
