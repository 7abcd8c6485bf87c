import { placesOf } from './ballot-paper-columns.ts'
import type { PaperRow } from './ballot-paper-sheet.ts'

/** Candidates to a band at most, and boxes at least: three names do not make three barn doors. */
const [most, least] = [8, 4]
export interface Band {
  readonly label: string
  readonly names: readonly string[]
}

/** So many names to a band that the bands are alike and the paper is filled. */
const fitting = (names: number): number => Math.ceil(names / Math.ceil(names / most))

const inBands = (label: string, names: readonly string[], across: number): Band[] =>
  Array.from({ length: Math.ceil(names.length / across) }, (_, i) => ({ label, names: names.slice(i * across, (i + 1) * across) }))

/** 候选人, then as many empty columns for 另选人 as there are places, office by office; and how many columns all of them have. */
export function bandsOf(rows: readonly PaperRow[], places: number | null): { readonly bands: readonly Band[]; readonly across: number } {
  const sections = rows.some(row => row.section !== '') ? placesOf(rows) : [{ section: '', places: places ?? 0, names: rows }]
  const across = Math.max(least, ...sections.flatMap(({ names, places: seats }) => [names.length, seats].filter(n => n > 0).map(fitting)))
  const bands = sections.flatMap(({ section, places: seats, names }) => {
    const of = sections.length > 1 ? section : ''
    return [
      ...inBands(
        `${of}候选人`,
        names.map(row => row.name),
        across,
      ),
      ...inBands(
        `${of}另选人`,
        Array.from({ length: seats }, () => ''),
        across,
      ),
    ]
  })
  return { bands, across }
}
