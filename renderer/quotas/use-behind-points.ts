import { lastDayOf } from '../../shared/rules/days.ts'
import { useParametersOn } from '../app/parameters.ts'

/** How many percentage points behind the time of year a bar is still ochre: the office's own number. */
export const useBehindPoints = (year: number): number => useParametersOn(lastDayOf(year))('study.behindPoints', 12)
