import { sql } from 'kysely'
import type { FormParams } from '../../../shared/api/forms.ts'
import { activityKinds } from '../../../shared/domain/activity.ts'
import { AppError } from '../../../shared/errors.ts'
import { type ArchiveLine, type ArchivePerson, studyArchive, type StudyArchiveProps } from '../../../shared/forms/study-archive.ts'
import { roundedToSum } from '../../../shared/forms/study-kinds.ts'
import { dottedMonth, dottedSpan, hoursText, percentText } from '../../../shared/forms/text.ts'
import { maskPhone, readIdNumber, type Sex } from '../../../shared/rules/id-number.ts'
import type { CountedPerson } from '../../quotas/standings.ts'
import { type AttendedLine, attendedLines } from './attended.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { categoryOf, peopleOfForm, type Place, placesOf, postOf, scopeName, standingFacts } from './people.ts'

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<StudyArchiveProps>> {
  const year = yearOfForm(params)
  const places = await placesOf(scope.db)
  const unit = scopeName(scope, params, places)
  const people = await peopleOfForm(scope, year, params, places)
  if (people.length === 0)
    throw new AppError('form.empty', { what: params.personIds ? `所选人员 ${year} 年都不是应计学时的党员` : `${unit} ${year} 年没有应计学时的党员` })
  const wanted = people.slice(from, from + size)
  const ids = wanted.map(p => p.entry.id)
  const particulars = await particularsOf(scope, ids)
  const lines = await attendedLines(scope.db, year, ids)
  return {
    props: {
      watermark: scope.watermark,
      year,
      people: wanted.map(counted =>
        archiveOf(counted, places, particulars.get(counted.entry.id), linesOf(lines.get(counted.entry.id) ?? [], counted.person.done, year)),
      ),
    },
    shown: wanted.length,
    total: people.length,
    about: people.length === 1 ? `${year}年 ${people[0]?.entry.name ?? ''}` : `${year}年 ${unit}`,
  }
}

type Particulars = Awaited<ReturnType<typeof particularsOf>> extends ReadonlyMap<string, infer P> ? P : never

async function particularsOf({ db, onScreen }: GatherScope, ids: readonly string[]) {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'idNumber', 'sex', 'bornOn', 'joinedOn', 'phone'])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute()
  return new Map(rows.map(row => [row.id, { ...row, phone: onScreen && row.phone ? maskPhone(row.phone) : row.phone }]))
}

function archiveOf(
  { entry, person, target }: CountedPerson,
  places: ReadonlyMap<string, Place>,
  own: Particulars | undefined,
  lines: ArchiveLine[],
): ArchivePerson {
  const facts = standingFacts({ entry }, places)
  const { sex, bornOn } = own ? birthOf(own) : { sex: null, bornOn: null }
  const owes = target && !person.exempt
  return {
    name: entry.name,
    sex: sex === null ? '' : sex === 'male' ? '男' : '女',
    born: dottedMonth(bornOn),
    joined: dottedMonth(own?.joinedOn ?? null),
    category: categoryOf(facts),
    post: postOf(facts),
    phone: own?.phone ?? '',
    target: owes ? `${hoursText(person.target)} 学时` : person.exempt ? `免（${person.exemptReason ?? ''}）` : '—',
    done: person.done,
    percent: owes ? percentText(person.done, person.target, person.met) : '—',
    lines,
  }
}

/** What the ID number says, or the roster where the number cannot be read. */
function birthOf({ idNumber, sex, bornOn }: Particulars): { readonly sex: Sex | null; readonly bornOn: string | null } {
  const reading = readIdNumber(idNumber)
  return reading.ok ? reading : { sex, bornOn }
}

/** The lines with their hours rounded so that they add up to the total. */
function linesOf(lines: readonly AttendedLine[], done: number, year: number): ArchiveLine[] {
  const hours = roundedToSum(
    lines.map(line => line.counted),
    done,
  )
  return lines.map((line, i) => ({
    number: i + 1,
    span: dottedSpan(line.startsOn, line.endsOn, year),
    title: line.name,
    kind: activityKinds[line.kind],
    organizer: line.organizer,
    hours: hours[i] ?? 0,
    completed: '—',
    remark: `${line.state === 'makeup' ? '补学' : '签到'}${line.startsOn.slice(0, 4) === line.endsOn.slice(0, 4) ? '' : '、跨年折算'}`,
  }))
}

export const studyArchiveEngine = engine(studyArchive, gather)
