import { type AppointmentSheet, emptySheet } from '../../shared/domain/appointment-sheet.ts'
import type { Cadre, FamilyMember, ResumePeriod, Reward, YearGrade } from '../../shared/domain/cadre.ts'
import type { Person } from '../../shared/domain/person.ts'
import { isBlankWord } from '../../shared/records/cell.ts'
import { readResume } from '../../shared/rules/resume.ts'
import { formerAgeLimitIn } from '../../shared/rules/retirement.ts'
import { readJoining, readSheetMonth, sheetDate, sheetMonth, writeJoining } from '../../shared/rules/sheet-dates.ts'
import { readYearGrades, writeYearGrades } from '../../shared/rules/year-grades.ts'
import { resumeLines, resumeText, rewardsText } from './lines.ts'
import type { WholeCadre } from './read.ts'

/** What an appointment adds to a cadre's own facts. */
export type Proposal = Pick<AppointmentSheet, 'proposedPost' | 'removedPost' | 'reason' | 'reportedBy' | 'filledBy'>

const noProposal: Proposal = { proposedPost: null, removedPost: null, reason: null, reportedBy: null, filledBy: null }
const noReward = '无'
/** 近三年 */
const gradesShown = 3

/** A cadre's records as 任免审批表: ages are reckoned on `on`, which is also the day it is filled in. The 公民身份号码 goes with it only where `withNumber` says so. */
export function sheetOf(
  whole: WholeCadre,
  { on, withNumber = false, proposal = noProposal }: { on: string; withNumber?: boolean; proposal?: Proposal },
): AppointmentSheet {
  const { record, person, grades, rewards, family, photo } = whole
  return {
    ...emptySheet,
    ...proposal,
    name: person.name,
    sex: person.sex === null ? null : person.sex === 'male' ? '男' : '女',
    born: sheetMonth(person.bornOn),
    nation: person.nation,
    nativePlace: person.nativePlace,
    birthPlace: record.birthPlace,
    joined: writeJoining({ month: person.joinedOn?.slice(0, 7) ?? null, parties: record.parties?.split(/[；;、，,]/).filter(Boolean) ?? [] }),
    startedWork: sheetMonth(record.startedWork),
    reachesAge: sheetMonth(record.retiresOn),
    health: record.health,
    title: record.professionalTitle,
    speciality: record.expertise,
    fullTime: {
      level: record.fullTimeEducation,
      degree: record.fullTimeDegree,
      levelSchool: record.fullTimeSchool,
      degreeSchool: record.fullTimeDegreeSchool,
    },
    inService: {
      level: record.inServiceEducation,
      degree: record.inServiceDegree,
      levelSchool: record.inServiceSchool,
      degreeSchool: record.inServiceDegreeSchool,
    },
    currentPost: record.currentPost,
    resume: resumeText(whole.resume) || null,
    rewards: rewardsText(rewards) || noReward,
    yearGrades: writeYearGrades(grades.slice(-gradesShown)) ?? record.gradesText,
    family: family.map(({ relation, name, born, politics, work }) => ({ relation, name, born: sheetMonth(born), politics, work })),
    formerAgeLimit: record.ageLimit === null ? null : `改革前任职年龄界限为${record.ageLimit}岁`,
    agesOn: sheetDate(on),
    filledOn: sheetDate(on),
    idNumber: withNumber ? whole.idNumber : null,
    photo,
  }
}

/** What a sheet says, as records take it; null where it says nothing. What cannot be read is told in `unread`, and nothing of it is guessed. */
export interface SheetRecords {
  readonly person: Readonly<Pick<Person, 'nation' | 'nativePlace'>> & {
    readonly name: string | null
    readonly sex: Person['sex']
    /** Month. */ readonly born: string | null
    /** Month. */ readonly joined: string | null
    readonly idNumber: string | null
  }
  readonly cadre: Readonly<Partial<Omit<Cadre, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'voidedAt' | 'voidReason' | 'personId' | 'photo'>>>
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly grades: readonly YearGrade[]
  readonly rewards: readonly Reward[]
  readonly photo: Uint8Array | null
  readonly unread: readonly string[]
}

/** The records that a sheet makes. */
export function recordsOf(sheet: AppointmentSheet): SheetRecords {
  const unread: string[] = []
  const month = (label: string, written: string | null): string | null => {
    const read = readSheetMonth(written)
    if (written !== null && read === null) unread.push(`${label}“${written}”不是年月`)
    return read
  }
  const joining = readJoining(sheet.joined)
  const resume = readResume(sheet.resume)
  for (const line of resume.unread) unread.push(`简历“${line}”没有起止年月，按原文留着`)
  const grades = readYearGrades(sheet.yearGrades)
  if (grades === null) unread.push(`年度考核结果“${sheet.yearGrades ?? ''}”没有逐年读出，原文留着`)
  return {
    person: {
      name: sheet.name,
      sex: sheet.sex === '男' ? 'male' : sheet.sex === '女' ? 'female' : null,
      born: month('出生年月', sheet.born),
      nation: sheet.nation,
      nativePlace: sheet.nativePlace,
      joined: joining.month,
      idNumber: sheet.idNumber,
    },
    cadre: {
      birthPlace: sheet.birthPlace,
      parties: joining.parties.join('；') || null,
      startedWork: month('参加工作时间', sheet.startedWork),
      retiresOn: month('到龄年月', sheet.reachesAge),
      ageLimit: formerAgeLimitIn(sheet.formerAgeLimit),
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
      gradesText: grades === null ? sheet.yearGrades : null,
    },
    resume: resumeLines(resume),
    family: sheet.family
      .flatMap(({ relation, name, born, politics, work }, i) => {
        if (relation !== null && name !== null)
          return [{ relation, name, born: isBlankWord(born ?? '') ? null : month(`${name}的出生日期`, born), politics, work }]
        unread.push(`家庭成员第 ${i + 1} 人没有写${relation === null ? '称谓' : '姓名'}`)
        return []
      })
      .map((line, i) => ({ number: i + 1, ...line })),
    grades: (grades ?? []).map(graded => ({ ...graded, remark: null })),
    rewards: rewardsIn(sheet.rewards),
    photo: sheet.photo,
    unread,
  }
}

const sanction = /处分|警告|记过|记大过|撤职|撤销党内职务|降级|降职|开除|留党察看|诫勉|通报批评/

const rewardsIn = (text: string | null): readonly Reward[] =>
  (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !isBlankWord(line.replace(/[。．]$/, '')))
    .map((content, i) => ({
      number: i + 1,
      kind: sanction.test(content) ? 'sanction' : 'honour',
      given: readSheetMonth(/^\d{4}[年.]\d{1,2}/.exec(content)?.[0] ?? null),
      content,
    }))
