import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { reminderSheet, type ReminderSheetProps } from '../../../shared/forms/reminder-sheet.ts'
import { longDay } from '../../../shared/forms/text.ts'
import { addDays, yearOf } from '../../../shared/rules/days.ts'
import { daysLeftText } from '../../../shared/rules/due.ts'
import { firstWorkingDayFrom } from '../../../shared/rules/workdays.ts'
import { dueItems } from '../../due/due.ts'
import { leadersOn } from '../../due/leaders.ts'
import { workingCalendar } from '../../records/working-calendar.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { placesOf, scopeName } from './people.ts'

/** Days in which a sheet asks to be answered; a day off moves it to the next working day. */
const answerDays = 7

async function gather(scope: GatherScope, params: FormParams, { from, size }: Slice): Promise<Gathered<ReminderSheetProps>> {
  const { db, today, office, actor, watermark } = scope
  const places = await placesOf(db)
  const unit = scopeName(scope, params, places)
  const items = (await dueItems(scope, { organizationId: params.organizationId })).filter(item => item.snoozed === null && !item.secret)
  const bodies = [...Map.groupBy(items, item => item.organizationId)]
    .flatMap(([id, those]) => (id === null ? [] : [{ id, those }]))
    .toSorted((a, b) => (places.get(a.id)?.order ?? Infinity) - (places.get(b.id)?.order ?? Infinity))
  if (bodies.length === 0) throw new AppError('form.empty', { what: `${unit}没有逾期、到期和临近的事项` })
  const wanted = bodies.slice(from, from + size)
  const leaderOf = await leadersOn(db, today)
  return {
    props: {
      watermark,
      office: office.name,
      author: actor,
      printedOn: today,
      answerBy: firstWorkingDayFrom(await workingCalendar(db), addDays(today, answerDays)).day,
      bodies: wanted.map(({ id, those }) => ({
        body: places.get(id)?.name ?? '',
        leader: leaderOf(id) ?? '',
        rows: those.map((item, i) => ({
          number: i + 1,
          title: item.title,
          asks: item.asks,
          now: item.now,
          due: dayText(item.dueOn, today),
          left: daysLeftText(item.dueOn, today),
          late: item.state === 'overdue',
          clause: placeOf(item.clause ?? ''),
        })),
      })),
    },
    shown: wanted.length,
    total: bodies.length,
    about: unit,
  }
}

/** The document and its article, without what it says: the sheet asks for that in a column of its own. What is 待核 says so. */
const placeOf = (clause: string): string => (clause.includes('待核') ? clause : (clause.split('：')[0] ?? clause))

/** 10月31日; 2027.04.14 where it is another year's. */
const dayText = (day: string, today: string): string => (yearOf(day) === yearOf(today) ? longDay(day).replace(/^\d+年/, '') : day.replaceAll('-', '.'))

export const reminderSheetEngine = engine(reminderSheet, gather)
