import { type Cell, cellText, compact } from '../../shared/records/cell.ts'
import { readCell } from '../../shared/records/cells.ts'
import { type HeadingIndex, headingTexts, matchHeadings, type SheetColumn } from '../../shared/records/sheet.ts'
import type { Sheet } from '../files/workbook.ts'
import { columnLetters } from '../files/xml.ts'
import { blocksOf, sortRows, unfolded } from './body.ts'
import { findHeader, type Header } from './header.ts'
import type { DataRow, RecognisedSheet, SheetHeading, SheetMapping } from './recognised.ts'

interface Recognisable {
  readonly columns: readonly SheetColumn[]
  readonly index: HeadingIndex
  /** A row may hold nothing but the name of a branch: the sheet is a list of them. Elsewhere such a line opens a block of rows. */
  readonly listsNames: boolean
}

/** Finds the headings of a sheet, says what each column is, and sorts the rows below into data, titles, blanks and totals. */
export function recognise(sheet: Sheet, date1904: boolean, { columns: known, index, listsNames }: Recognisable, mapping?: SheetMapping): RecognisedSheet {
  const header = findHeader(sheet.rows, index, listsNames)
  if (!header)
    return {
      sheet,
      date1904,
      header: null,
      columns: [],
      at: new Map(),
      data: [],
      titles: titlesOf(sheet.rows.slice(0, 10)),
      skipped: { titles: 0, blanks: 0, totals: 0 },
    }
  const all = columnsOf(sheet.rows, header, index)
  const block = blocksOf(all)
  const taken = mapped(all.slice(0, block.width ?? all.length), mapping)
  const above = sheet.rows.slice(0, header.top)
  const body = sortRows(unfolded(sheet.rows, header.bottom + 1, block), taken, listsNames)
  const columns = taken.map(c => (mapping?.[c.letters] === undefined && holdsOtherWords(c, body.data, known) ? { ...c, field: null } : c))
  const blanksAbove = above.filter(isBlank).length
  return {
    sheet,
    date1904,
    header,
    columns,
    at: new Map(columns.flatMap(c => (c.field ? [[c.field, c.index]] : []))),
    data: body.data,
    titles: titlesOf(above),
    skipped: { titles: above.length - blanksAbove + body.titles, blanks: blanksAbove + body.blanks, totals: body.totals },
  }
}

type Rows = Sheet['rows']

function columnsOf(rows: Rows, header: Header, index: HeadingIndex): SheetHeading[] {
  const heading = rows.slice(header.top, header.bottom + 1)
  const width = Math.max(...heading.map(row => row.length))
  const texts = Array.from({ length: width }, (_, i) => headingTexts(heading, i))
  const matches = matchHeadings(texts, index)
  return texts.flatMap((text, i) => {
    if (text.length === 0) return []
    const match = matches[i]
    return [
      {
        index: i,
        letters: columnLetters(i + 1),
        heading: text[1] ?? text[0] ?? '',
        texts: text,
        field: (header.found && match?.name) || null,
        sure: match?.sure ?? true,
      },
    ]
  })
}

/** The user's word goes before ours; a field that the user gave to one column is taken from the others. */
function mapped(columns: readonly SheetHeading[], mapping: SheetMapping | undefined): SheetHeading[] {
  if (!mapping) return [...columns]
  const given = new Set(Object.values(mapping))
  return columns.map(column => {
    const choice = mapping[column.letters]
    if (choice !== undefined) return { ...column, field: choice, sure: true }
    return column.field !== null && given.has(column.field) ? { ...column, field: null } : column
  })
}

/** 类别 above 教工 and 学生 is not 人员类别: a column called by a choice's other name, none of whose words are among the choices. */
function holdsOtherWords({ field, heading, index }: SheetHeading, rows: readonly DataRow[], known: readonly SheetColumn[]): boolean {
  const column = known.find(c => c.name === field)
  if (column?.field.kind !== 'choice' || compact(heading) === compact(column.field.label)) return false
  const filled = rows.map(row => row.cells[index] ?? null).filter(cell => cellText(cell) !== '')
  return filled.length >= 3 && filled.every(cell => !readCell(column.field, cell).ok)
}

const isBlank = (row: readonly Cell[]): boolean => row.every(cell => cellText(cell) === '')

const titlesOf = (rows: Rows): string[] => [...new Set(rows.flatMap(row => row.map(cellText)).filter(Boolean))]
