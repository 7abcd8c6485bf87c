import type { AppointmentSheet } from '../../../shared/domain/appointment-sheet.ts'
import { cadre, type FamilyMember, type ResumePeriod, type Reward } from '../../../shared/domain/cadre.ts'
import { person } from '../../../shared/domain/person.ts'
import type { Field } from '../../../shared/records/fields.ts'
import { normalizeIdNumber, readIdNumber } from '../../../shared/rules/id-number.ts'
import { readResume, resumeFindings } from '../../../shared/rules/resume.ts'
import { formerAgeLimitIn } from '../../../shared/rules/retirement.ts'
import { readJoining, readSheetDate, readSheetMonth } from '../../../shared/rules/sheet-dates.ts'
import { isBlankWord } from '../../../shared/records/cell.ts'
import type { Values } from '../../records/drafts.ts'
import { resumeLines } from './lines.ts'

/** What a sheet says, as the records keep it. What the sheet leaves empty is not there. */
export interface Given {
  readonly name: string | null
  /** A number that can be one. */
  readonly idNumber: string | null
  /** 男, 女 */
  readonly sex: string | null
  /** `1985-03` */
  readonly bornMonth: string | null
  readonly person: Values
  readonly cadre: Values
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly rewards: readonly Reward[]
  readonly photo: Uint8Array | null
  /** What is said beside: what could not be taken, what is not in order. */
  readonly notes: readonly string[]
}

/** `today` is a month, `2026-11`: a résumé goes on until then. */
export function givenBy(sheet: AppointmentSheet, today: string): Given {
  const notes: string[] = []
  const joining = readJoining(sheet.joined)
  const idNumber = numberIn(sheet, notes)
  const personal = taken(
    person.fields,
    { nation: sheet.nation === '汉' ? '汉族' : sheet.nation, nativePlace: sheet.nativePlace, joinedOn: joining.month && `${joining.month}-01` },
    notes,
  )
  const kept = taken(
    cadre.fields,
    {
      birthPlace: sheet.birthPlace,
      startedWork: monthIn('参加工作时间', sheet.startedWork, notes),
      parties: joining.parties.join('；') || null,
      health: sheet.health,
      professionalTitle: sheet.title,
      expertise: sheet.speciality,
      fullTimeEducation: sheet.fullTime.level,
      fullTimeDegree: sheet.fullTime.degree,
      fullTimeSchool: sheet.fullTime.levelSchool,
      fullTimeDegreeSchool: sheet.fullTime.degreeSchool,
      inServiceEducation: sheet.inService.level,
      inServiceDegree: sheet.inService.degree,
      inServiceSchool: sheet.inService.levelSchool,
      inServiceDegreeSchool: sheet.inService.degreeSchool,
      currentPost: sheet.currentPost,
      gradesText: sheet.yearGrades,
      ageLimit: formerAgeLimitIn(sheet.formerAgeLimit),
      retiresOn: monthIn('到龄年月', sheet.reachesAge, notes),
    },
    notes,
  )
  const resume = readResume(sheet.resume)
  notes.push(...resumeFindings(resume.periods, today).map(finding => `简历：${finding.message}`))
  return {
    name: sheet.name?.replaceAll(/\s/g, '') ?? null,
    idNumber,
    sex: sheet.sex,
    bornMonth: monthIn('出生年月', sheet.born, notes),
    person: personal,
    cadre: kept,
    resume: resumeLines(resume),
    family: familyIn(sheet, notes),
    rewards: rewardsIn(sheet.rewards),
    photo: sheet.photo,
    notes,
  }
}

/** The values that their fields take; of others it is said that they were not taken. */
function taken(fields: Readonly<Record<string, Field>>, values: Readonly<Record<string, unknown>>, notes: string[]): Values {
  const fitting: Values = {}
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name]
    if (value === null || field === undefined) continue
    const read = field.value.safeParse(value)
    if (read.success) fitting[name] = read.data
    else notes.push(`${field.label}没有取用：${read.error.issues[0]?.message ?? '不合要求'}`)
  }
  return fitting
}

function numberIn(sheet: AppointmentSheet, notes: string[]): string | null {
  if (sheet.idNumber === null) return null
  const number = normalizeIdNumber(sheet.idNumber)
  const reading = readIdNumber(number)
  if (!reading.ok) {
    notes.push(`身份证号没有取用：${reading.message}`)
    return null
  }
  const born = readSheetMonth(sheet.born)
  if (born !== null && !reading.bornOn.startsWith(born)) notes.push(`出生年月 ${sheet.born} 与身份证号不符，号码为 ${reading.bornOn}`)
  if (sheet.sex !== null && sheet.sex !== (reading.sex === 'male' ? '男' : '女')) notes.push(`性别“${sheet.sex}”与身份证号不符`)
  return number
}

function monthIn(label: string, written: string | null, notes: string[]): string | null {
  if (written === null) return null
  const month = readSheetMonth(written)
  if (month === null) notes.push(`${label}“${written.slice(0, 20)}”没有认出年月，没有取用`)
  return month
}

function familyIn({ family }: AppointmentSheet, notes: string[]): FamilyMember[] {
  const lines: FamilyMember[] = []
  for (const [i, { relation, name, born, politics, work }] of family.entries()) {
    if (relation === null || name === null) {
      notes.push(`家庭成员第 ${i + 1} 人没有写${relation === null ? '称谓' : '姓名'}，没有取用`)
      continue
    }
    const month = readSheetDate(born)?.month ?? null
    if (born !== null && month === null && !isBlankWord(born)) notes.push(`家庭成员“${name}”的出生日期“${born.slice(0, 20)}”没有认出，没有取用`)
    lines.push({
      number: lines.length + 1,
      relation: cut(relation, 200),
      name: cut(name, 200),
      born: month,
      politics: politics && cut(politics, 200),
      work: work && cut(work, 4000),
    })
  }
  return lines
}

const cut = (text: string, most: number): string => text.slice(0, most)

const sanction = /处分|处理决定|警告|记过|记大过|降级|撤职|撤销党内职务|开除|留党察看|诫勉|降职/
const given = /^(\d{4}(?:[.年/-]?\d{1,2})?)月?/

/** A line of 奖惩情况 each; 无 says that there is none. */
function rewardsIn(written: string | null): Reward[] {
  const lines = (written ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !isBlankWord(line.replace(/[。．]$/, '')))
  return lines.map((content, i) => ({
    number: i + 1,
    kind: sanction.test(content) ? 'sanction' : 'honour',
    given: readSheetMonth(given.exec(content)?.[1] ?? null),
    content: cut(content, 4000),
  }))
}
