import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CalendarDay } from '../../shared/rules/workdays.ts'

/** The days that the notices for 2024 to 2026 name, one by one, as taken from calendars that cite them. */
export const publishedDays: readonly CalendarDay[] = readFileSync(join(import.meta.dirname, '../fixtures/calendar/workdays.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map(line => {
    const [date = '', kind, name = ''] = line.trim().split(',')
    return { date, kind: kind === 'workday' ? 'workday' : 'holiday', name }
  })
