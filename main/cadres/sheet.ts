import { type AppointmentSheet, emptySheet } from '../../shared/domain/appointment-sheet.ts'
import type { Cadre, cadre, FamilyMember, ResumePeriod, Reward, YearGrade } from '../../shared/domain/cadre.ts'
import type { Person } from '../../shared/domain/person.ts'
import { isBlankWord } from '../../shared/records/cell.ts'
import type { DraftOf } from '../../shared/records/record.ts'
import { readResume } from '../../shared/rules/resume.ts'
import { formerAgeLimitIn } from '../../shared/rules/retirement.ts'
import { readJoining, readSheetDate, readSheetMonth, sheetDate, sheetMonth, writeJoining } from '../../shared/rules/sheet-dates.ts'
import { readYearGrades, writeYearGrades } from '../../shared/rules/year-grades.ts'
import { resumeLines, resumeText, rewardsText } from './lines.ts'
import type { WholeCadre } from './read.ts'

/** What is proposed of somebody, and who proposes it. */
export type Proposal = Pick<AppointmentSheet, 'proposedPost' | 'removedPost' | 'reason' | 'reportedBy' | 'filledBy'>

/** What a sheet is made of. */
export type Sheeted = Pick<WholeCadre, 'idNumber' | 'resume' | 'family' | 'grades' | 'rewards' | 'photo'> & {
  readonly record: DraftOf<typeof cadre>
  readonly person: Pick<WholeCadre['person'], 'name' | 'sex' | 'bornOn' | 'nation' | 'nativePlace' | 'joinedOn'>
}

interface Made {
  /** The day on which it is filled in and ages are reckoned, where the cadre's own sheet does not say another. */
  readonly on: string
  /** Whether the 公民身份号码 goes with it. */
  readonly withNumber?: boolean
  /** A dossier's word, which stands for the cadre's own sheet where it proposes anything. */
  readonly proposal?: Proposal | undefined
  /** Who reports and fills in where nothing says so. */
  readonly by?: Pick<Proposal, 'reportedBy' | 'filledBy'>
}

const noReward = '无'
/** 近三年 */
const gradesShown = 3

/** A cadre's records as 任免审批表. */
export function sheetOf(whole: Sheeted, { on, withNumber = false, proposal, by }: Made): AppointmentSheet {
  const { record, person, grades, rewards, family, photo } = whole
  const proposed = [proposal?.proposedPost, proposal?.removedPost, proposal?.reason].some(text => (text ?? null) !== null)
  const said: Proposal = proposal && proposed ? proposal : record
  const own = said === record ? record : undefined
  return {
    ...emptySheet,
    proposedPost: said.proposedPost,
    removedPost: said.removedPost,
    reason: said.reason,
    reportedBy: said.reportedBy ?? by?.reportedBy ?? null,
    filledBy: said.filledBy ?? by?.filledBy ?? null,
    approval: own?.approval ?? null,
    administration: own?.administration ?? null,
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
    agesOn: sheetDate(own?.agesOn ?? on),
    filledOn: sheetDate(own?.filledOn ?? on),
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
  readonly cadre: Readonly<Partial<Omit<Cadre, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'voidedAt' | 'voidReason' | 'personId' | 'photo' | 'sheetFile'>>>
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
  const day = (label: string, written: string | null): string | null => {
    const read = readSheetDate(written)
    const first = read?.day ?? (read?.month ? `${read.month}-01` : null)
    if (written !== null && first === null) unread.push(`${label}“${written}”不是日期`)
    return first
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
      proposedPost: sheet.proposedPost,
      removedPost: sheet.removedPost,
      reason: sheet.reason,
      reportedBy: sheet.reportedBy,
      approval: sheet.approval,
      administration: sheet.administration,
      filledBy: sheet.filledBy,
      agesOn: day('计算年龄时间', sheet.agesOn),
      filledOn: day('填表时间', sheet.filledOn),
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
