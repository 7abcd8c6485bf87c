import { type AppointmentSheet, emptySheet } from '../../../shared/domain/appointment-sheet.ts'
import { cadre, familyMember, resumePeriod, reward, type YearGrade, yearGrade } from '../../../shared/domain/cadre.ts'
import { yearGrades } from '../../../shared/domain/cadre-words.ts'
import { person } from '../../../shared/domain/person.ts'
import { sheetDate, sheetMonth, writeJoining } from '../../../shared/rules/sheet-dates.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { linesByParent } from '../../records/lines.ts'
import { fromRow } from '../../records/rows.ts'
import { resumeText, rewardsText } from './lines.ts'

/** The 任免审批表 of these cadres as the records have it, in the order of the ids; what is voided is left out. */
export async function sheetsOf({ db, today, office, actor }: ReadScope, cadreIds: readonly string[]): Promise<readonly AppointmentSheet[]> {
  const rows = await db.selectFrom('cadre').selectAll().where('voidedAt', 'is', null).where(among('id', cadreIds)).execute()
  const records = new Map(rows.map(row => [row.id, fromRow(cadre, row)]))
  const whose = rows.map(row => row.personId)
  const people = new Map((await db.selectFrom('person').selectAll().where(among('id', whose)).execute()).map(row => [row.id, fromRow(person, row)]))
  const photoIds = rows.flatMap(row => row.photo ?? [])
  const photos = new Map(
    (await db.selectFrom('attachmentFile').select(['id', 'bytes']).where(among('id', photoIds)).execute()).map(({ id, bytes }) => [id, bytes]),
  )
  const resume = await linesByParent(db, resumePeriod, cadreIds)
  const family = await linesByParent(db, familyMember, cadreIds)
  const rewards = await linesByParent(db, reward, cadreIds)
  const grades = await linesByParent(db, yearGrade, cadreIds)
  return cadreIds.flatMap((id): AppointmentSheet[] => {
    const record = records.get(id)
    const who = record && people.get(record.personId)
    if (!record || !who) return []
    return [
      {
        ...emptySheet,
        name: who.name,
        sex: who.sex === null ? null : (person.fields.sex.choices?.[who.sex] ?? null),
        born: sheetMonth(who.bornOn),
        nation: who.nation,
        nativePlace: who.nativePlace,
        birthPlace: record.birthPlace,
        joined: writeJoining({ month: who.joinedOn?.slice(0, 7) ?? null, parties: record.parties === null ? [] : [record.parties] }),
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
        resume: resumeText(resume.get(id) ?? []) || null,
        rewards: rewardsText(rewards.get(id) ?? []) || '无',
        yearGrades: record.gradesText ?? gradesText(grades.get(id) ?? []),
        family: (family.get(id) ?? []).map(({ relation, name, born, politics, work }) => ({ relation, name, born: sheetMonth(born), politics, work })),
        reportedBy: office.name,
        formerAgeLimit: record.ageLimit === null ? null : `改革前任职年龄界限为${record.ageLimit}岁`,
        agesOn: sheetDate(today),
        filledOn: sheetDate(today),
        filledBy: actor,
        idNumber: who.idNumber,
        photo: photos.get(record.photo ?? '') ?? null,
      },
    ]
  })
}

/** The last three years: 2023年、2024年年度考核为称职，2025年年度考核为优秀。 */
function gradesText(lines: readonly YearGrade[]): string | null {
  const groups: { readonly grade: YearGrade['grade']; readonly years: number[] }[] = []
  for (const { year, grade } of lines.toSorted((a, b) => a.year - b.year).slice(-3)) {
    const last = groups.at(-1)
    if (last?.grade === grade) last.years.push(year)
    else groups.push({ grade, years: [year] })
  }
  const said = groups.map(({ grade, years }) => `${years.map(year => `${year}年`).join('、')}年度考核${years.length > 1 ? '均' : ''}为${yearGrades[grade]}`)
  return said.length > 0 ? `${said.join('，')}。` : null
}
