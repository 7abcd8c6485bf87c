import type { FormParams } from '../../../shared/api/forms.ts'
import type { AppointmentSheet, SheetEducation } from '../../../shared/domain/appointment-sheet.ts'
import { appointmentSheet, type AppointmentSheetProps, type SheetProps } from '../../../shared/forms/appointment-sheet.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { readJoining, readSheetDate, sheetAge } from '../../../shared/rules/sheet-dates.ts'
import { sheetOf } from '../../cadres/sheet.ts'
import { cadresOfForm } from './cadres.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, params: FormParams, slice: Slice): Promise<Gathered<AppointmentSheetProps>> {
  const { list, total, about, proposals } = await cadresOfForm(scope, params, slice)
  const sheets = list.map(whole => {
    const proposal = proposals.get(whole.person.id)
    return printedSheet(sheetOf(whole, { on: scope.today, proposal, ...(proposal ? { by: proposal } : {}) }), scope)
  })
  return { props: { watermark: scope.watermark, sheets }, shown: list.length, total, about }
}

/** A sheet as it is printed: months with a point, the age in brackets, the dates of 简历 before a tab. */
export function printedSheet(s: AppointmentSheet, { today, actor }: Pick<GatherScope, 'today' | 'actor'>): SheetProps {
  const age = sheetAge(s.born, s.agesOn)
  const { month, parties } = readJoining(s.joined)
  return {
    name: s.name ?? '',
    sex: s.sex ?? '',
    born: [dotted(s.born), age === null ? '' : `（${age}岁）`].filter(Boolean).join('\n'),
    nation: s.nation ?? '',
    nativePlace: s.nativePlace ?? '',
    birthPlace: s.birthPlace ?? '',
    joined: [month?.replace('-', '.'), ...parties].filter(Boolean).join('；\n'),
    startedWork: dotted(s.startedWork),
    health: s.health ?? '',
    title: s.title ?? '',
    speciality: s.speciality ?? '',
    fullTime: educationOf(s.fullTime),
    inService: educationOf(s.inService),
    currentPost: s.currentPost ?? '',
    proposedPost: s.proposedPost ?? '',
    removedPost: s.removedPost ?? '',
    resume: resumeOf(s.resume),
    rewards: s.rewards ?? '',
    yearGrades: s.yearGrades ?? '',
    reason: s.reason ?? '',
    family: s.family.map(({ relation, name, born, politics, work }) => ({
      relation: relation ?? '',
      name: name ?? '',
      born: dotted(born),
      politics: halved(politics ?? ''),
      work: work ?? '',
    })),
    reportedBy: s.reportedBy ?? '',
    filledOn: s.reportedBy === null ? '　　　　年　　月　　日' : longDay(readSheetDate(s.filledOn)?.day ?? today),
    approval: s.approval ?? '',
    administration: s.administration ?? '',
    filledBy: s.filledBy ?? actor,
    photo: s.photo === null ? null : Buffer.from(s.photo).toString('base64'),
  }
}

/** 中共党员 in two lines of two, as the narrow box has it. */
const halved = (text: string): string => (/^\p{Script=Han}{4}$/u.test(text) ? `${text.slice(0, 2)}\n${text.slice(2)}` : text)

/** 198503 as 1985.03; what is no date as it is written. */
function dotted(written: string | null): string {
  const read = readSheetDate(written)
  return read?.month?.replace('-', '.') ?? (read ? String(read.year) : (written ?? ''))
}

/** 学历 over 学位; one school where both are of the same. */
const educationOf = ({ level, degree, levelSchool, degreeSchool }: SheetEducation): SheetProps['fullTime'] => ({
  level: [level, degree].filter(Boolean).join('\n'),
  school: [levelSchool, degreeSchool === levelSchool ? null : degreeSchool].filter(Boolean).join('\n'),
})

const dates = /^(\d{4}(?:\.\d{2})?--(?:\d{4}(?:\.\d{2})?)?)\s*/

const resumeOf = (text: string | null): string =>
  (text ?? '')
    .split('\n')
    .map(line => (dates.test(line) ? line.replace(dates, '$1\t') : line.replace(/^\s+/, '\t')))
    .join('\n')

export const appointmentSheetEngine = engine(appointmentSheet, gather)
