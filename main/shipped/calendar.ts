import { calendarDay, noticeOf } from '../../shared/domain/calendar-day.ts'
import { addDays } from '../../shared/rules/days.ts'
import type { CalendarDay } from '../../shared/rules/workdays.ts'
import type { Shipment } from './shipment.ts'

/** A festival as a notice gives it: its name, the first and the last day off, and the weekend days worked for it. */
type Festival = readonly [name: string, from: string, until: string, ...worked: readonly string[]]

/** The State Council's notices, month and day. A year is added when its notice has been published. */
const notices: Readonly<Record<number, readonly Festival[]>> = {
  2024: [
    ['元旦', '01-01', '01-01'],
    ['春节', '02-10', '02-17', '02-04', '02-18'],
    ['清明节', '04-04', '04-06', '04-07'],
    ['劳动节', '05-01', '05-05', '04-28', '05-11'],
    ['端午节', '06-10', '06-10'],
    ['中秋节', '09-15', '09-17', '09-14'],
    ['国庆节', '10-01', '10-07', '09-29', '10-12'],
  ],
  2025: [
    ['元旦', '01-01', '01-01'],
    ['春节', '01-28', '02-04', '01-26', '02-08'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '04-27'],
    ['端午节', '05-31', '06-02'],
    ['国庆节、中秋节', '10-01', '10-08', '09-28', '10-11'],
  ],
  2026: [
    ['元旦', '01-01', '01-03', '01-04'],
    ['春节', '02-15', '02-23', '02-14', '02-28'],
    ['清明节', '04-04', '04-06'],
    ['劳动节', '05-01', '05-05', '05-09'],
    ['端午节', '06-19', '06-21'],
    ['中秋节', '09-25', '09-27'],
    ['国庆节', '10-01', '10-07', '09-20', '10-10'],
  ],
}

/** 工作日历 of the years whose notice is known. A day that the office has in any version, kept or voided, is its own business. */
export const calendarShipment: Shipment = {
  name: 'calendar',
  version: 1,
  async ship({ db, store }) {
    const kept = new Set((await db.selectFrom('calendarDay').select('date').execute()).map(row => row.date))
    for (const [year, festivals] of Object.entries(notices)) {
      const source = noticeOf(Number(year))
      for (const day of festivals.flatMap(festival => daysOf(year, festival))) if (!kept.has(day.date)) store.create(calendarDay, { ...day, source })
    }
  },
}

function daysOf(year: string, [name, from, until, ...worked]: Festival): CalendarDay[] {
  const days: CalendarDay[] = worked.map(day => ({ date: `${year}-${day}`, kind: 'workday', name }))
  for (let date = `${year}-${from}`; date <= `${year}-${until}`; date = addDays(date, 1)) days.push({ date, kind: 'holiday', name })
  return days.toSorted((a, b) => a.date.localeCompare(b.date))
}
