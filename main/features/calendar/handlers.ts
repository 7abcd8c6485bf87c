import type { calendarApi } from '../../../shared/api/calendar.ts'
import { calendarDay } from '../../../shared/domain/calendar-day.ts'
import { firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { addWorkingDays, countsOf, missingFestivals, provisionalText } from '../../../shared/rules/workdays.ts'
import type { Handlers } from '../../app/handlers.ts'
import { parse } from '../../app/parse.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { parametersOn } from '../../records/parameters.ts'
import { fromRow } from '../../records/rows.ts'
import { workingCalendar } from '../../records/working-calendar.ts'

export const calendarHandlers: Handlers<keyof typeof calendarApi> = {
  async 'calendar.year'({ db }, { year }) {
    const calendar = await workingCalendar(db)
    const days = await db
      .selectFrom('calendarDay')
      .select(['id', 'version', 'date', 'kind', 'name', 'source'])
      .where('voidedAt', 'is', null)
      .where('date', '>=', firstDayOf(year))
      .where('date', '<=', lastDayOf(year))
      .orderBy('date')
      .execute()
    const { months, ...counts } = countsOf(calendar, year)
    return { year, known: calendar.known.has(year), missing: [...missingFestivals(calendar, year)], days, ...counts, months: [...months] }
  },

  async 'calendar.reckon'({ db }, { from, workingDays, countFirstDay }) {
    const calendar = await workingCalendar(db)
    const counted = countFirstDay ?? (await firstDayCounts(db, from))
    const { day: until, provisional } = addWorkingDays(calendar, from, workingDays, { countFirstDay: counted })
    const [first, last] = from < until ? [from, until] : [until, from]
    return {
      until,
      countFirstDay: counted,
      provisional: provisional.length > 0,
      years: [...provisional],
      why: provisionalText(provisional),
      passed: [...calendar.days.values()].filter(day => day.date >= first && day.date <= last),
    }
  },

  async 'calendar.mark'({ db, store }, mark) {
    const rows = await db.selectFrom('calendarDay').selectAll().where('voidedAt', 'is', null).where(among('date', mark.days)).execute()
    const kept = new Map(rows.map(row => [row.date, fromRow(calendarDay, row)]))
    let changed = 0
    for (const date of [...new Set(mark.days)].toSorted()) {
      const before = kept.get(date)
      if (mark.kind === null) {
        if (!before) continue
        store.void(calendarDay, before, '从工作日历上取消')
      } else {
        const { kind, name, source } = mark
        if (before && before.kind === kind && before.name === name && before.source === source) continue
        const draft = parse(calendarDay.draft, { date, kind, name, source }, `${date}：`)
        if (before) store.update(calendarDay, before, draft)
        else store.create(calendarDay, draft)
      }
      changed += 1
    }
    return { changed }
  },
}

/** 公示当天算作第 1 个工作日: as the office's parameter has it on that day; without one, it does not count. */
async function firstDayCounts(db: ReadScope['db'], day: string): Promise<boolean> {
  return (await parametersOn(db, day))('calendar.countFirstDay') === 1
}
