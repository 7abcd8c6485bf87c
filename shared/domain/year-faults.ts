import type { Fault } from '../records/record.ts'

/** A year of four digits that an office can have records of; the fault is 年度's. */
export function yearFaults({ year }: { readonly year: number }): readonly (Fault & { readonly field: 'year' })[] {
  return year >= 1949 && year <= 2200 ? [] : [{ field: 'year', code: 'badYear', message: '年度应写作 2026 的样子' }]
}
