import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { studyGroupNames, studyGroups } from '../../../shared/forms/study-kinds.ts'
import { type ShortRow, studyShort, type StudyShortProps } from '../../../shared/forms/study-short.ts'
import { lastDayOf } from '../../../shared/rules/days.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { type Chances, chancesOf } from './attended.ts'
import { targetNotes } from './clauses.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { peopleOfForm, placesOf, scopeName, shortCategoryOf, standingFacts } from './people.ts'

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<StudyShortProps>> {
  const year = yearOfForm(params)
  const places = await placesOf(scope.db)
  const unit = scopeName(scope, params, places)
  const short = (await peopleOfForm(scope, year, params, places)).filter(({ person }) => person.state === 'short' || person.state === 'near')
  if (short.length === 0) throw new AppError('form.empty', { what: `${unit} ${year} 年没有未达标人员` })
  const branches = [...Map.groupBy(short, ({ entry }) => entry.organizationId)]
  const wanted = branches.slice(from, from + size)
  const ids = wanted.flatMap(([, people]) => people.map(p => p.entry.id))
  const chances = await chancesOf(scope.db, year, ids)
  const moves = await mobilityOf(scope.db, ids)
  const { targets, clauses } = targetNotes(short)
  const until = lastDayOf(year)
  return {
    props: {
      watermark: scope.watermark,
      office: scope.office.name,
      year,
      until: scope.today < until ? scope.today : until,
      author: scope.actor,
      printedOn: scope.today,
      notes: [
        '本名单由组织部门印发各党支部核对，请于　　月　　日前反馈；有异议的附签到表或证书复印件。',
        '年老体弱、行动不便、患重病的党员不作硬性要求，已按规定免除的不列入。',
        `年度任务：${targets}。${clauses ? `依据：${clauses}。` : ''}`,
      ],
      branches: wanted.map(([organizationId, people]) => ({
        branch: organizationId === null ? '（未编入党支部）' : (places.get(organizationId)?.name ?? ''),
        rows: people.map(({ entry, person }, i): ShortRow => ({
          number: i + 1,
          name: entry.name,
          category: shortCategoryOf(standingFacts({ entry }, places)),
          target: person.target,
          done: person.done,
          missing: person.missing,
          reason: reasonOf(chances.get(entry.id), moves.get(entry.id)),
        })),
      })),
    },
    shown: wanted.length,
    total: branches.length,
    about: `${year}年 ${unit}`,
  }
}

/** 主要原因, from the records alone: what was missed, or that nothing was missed and it is still not enough. */
function reasonOf(chances: Chances | undefined, mobility: string | undefined): string {
  const facts = mobility === undefined ? '' : `${mobility}；`
  if (!chances) return `${facts}全年没有登记应参加的活动`
  const missed = studyGroupNames.flatMap(group => {
    const times = chances.missed.get(group)
    return times === undefined ? [] : [`${studyGroups[group]} ${times} 次`]
  })
  if (missed.length === 0) return `${facts}登记的活动均已参加，学时不足`
  return `${facts}缺席${missed.join('、')}${chances.onLeave > 0 ? `（其中请假 ${chances.onLeave} 次）` : ''}`
}

/** 流动 and 失联, where the roster says so. */
async function mobilityOf(db: ReadScope['db'], ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(ids)
  const rows = await db.selectFrom('person').select(['id', 'mobility', 'mobilityPlace']).where('mobility', 'in', ['floating', 'lost']).execute()
  return new Map(
    rows
      .filter(row => wanted.has(row.id))
      .map(row => [row.id, row.mobility === 'lost' ? '失联' : `流动在外${row.mobilityPlace ? `（${row.mobilityPlace}）` : ''}`]),
  )
}

export const studyShortEngine = engine(studyShort, gather)
