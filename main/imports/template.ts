import type { Workbook, Worksheet } from '@cj-tech-master/excelts'
import type { ReadScope } from '../app/scopes.ts'
import { subtreeIds } from '../records/subtree.ts'
import type { ImportType } from './kind.ts'
import { livingOrganizations } from './lookups.ts'
import { columnLetters } from '../files/xml.ts'
import { type TemplateColumn, templateOf } from './template-columns.ts'

const preparedRows = 500
const head = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFF6F4F0' } }
const must = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFBF1DC' } }
const line = { style: 'thin' as const, color: { argb: 'FFB5ADA2' } }
const border = { top: line, left: line, bottom: line, right: line }

/**
 * An empty workbook for branches to fill: title and headings locked, drop-downs for choices and branches, ID numbers and
 * phones as text, a hint on each heading, and a sheet of instructions.
 */
export async function templateWorkbook({ db, office }: ReadScope, type: ImportType, organizationId: string | undefined): Promise<Uint8Array> {
  const organizations = await livingOrganizations(db)
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const offered = organizations.filter(o => o.closedOn === null && (below === undefined || below.has(o.id)))
  const owner = organizations.find(o => o.id === organizationId)?.name ?? office.name
  const template = templateOf(type.kind)
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const page = workbook.addWorksheet(template.sheet)
  const lists = new Lists(workbook)
  writeHeadings(page, `${owner}${template.title}`, template.columns)
  // People belong to branches; a body above, or what a register is about, may be any.
  const anyBody = type.kind !== 'people' && type.kind !== 'study'
  const branches = offered.filter(o => anyBody || (o.kind !== 'committee' && o.kind !== 'workCommittee')).map(o => o.name)
  template.columns.forEach((column, i) =>
    prepare(page, i + 1, column, column.branches ? lists.range('党组织', branches) : column.choices && lists.range(column.heading, column.choices)),
  )
  page.views = [{ state: 'frozen', ySplit: 2, xSplit: 2 }]
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' })
  await page.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatCells: true,
    formatColumns: true,
    formatRows: true,
    insertRows: true,
    deleteRows: true,
    sort: true,
    autoFilter: true,
  })
  writeInstructions(workbook.addWorksheet('填写说明'), template.columns, template.notes)
  lists.hide()
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function writeHeadings(page: Worksheet, title: string, columns: readonly TemplateColumn[]): void {
  page.mergeCells(1, 1, 1, columns.length)
  Object.assign(page.getCell(1, 1), { value: title, font: { size: 16, bold: true }, alignment: { horizontal: 'center', vertical: 'middle' } })
  page.getRow(1).height = 32
  page.getRow(2).height = 28
  columns.forEach((column, i) => {
    const cell = page.getCell(2, i + 1)
    Object.assign(cell, {
      value: column.heading,
      font: { bold: true },
      border,
      fill: column.required ? must : head,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
    })
    if (column.hint) cell.note = column.hint
    page.getColumn(i + 1).width = column.width
  })
}

/** The prepared rows of one column: unlocked, ruled, in the right format, with its drop-down. */
function prepare(page: Worksheet, number: number, column: TemplateColumn, list: string | undefined): void {
  for (let r = 3; r < 3 + preparedRows; r++) {
    const cell = page.getCell(r, number)
    Object.assign(cell, {
      protection: { locked: false },
      border,
      numFmt: column.format === 'text' ? '@' : column.format === 'date' ? 'yyyy-mm-dd' : column.format === 'number' ? '0.##' : 'General',
    })
  }
  const range = `${columnLetters(number)}3:${columnLetters(number)}${2 + preparedRows}`
  if (list)
    page.dataValidations.add(range, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: column.strict,
      errorTitle: column.heading,
      error: '请从下拉列表里选',
      formulae: [list],
    })
}

/** The lists behind drop-downs, on a hidden sheet: a list typed into a cell holds 255 characters at most. */
class Lists {
  readonly #page: Worksheet
  readonly #ranges = new Map<string, string>()

  constructor(workbook: Workbook) {
    this.#page = workbook.addWorksheet('选项')
  }

  range(name: string, values: readonly string[]): string | undefined {
    if (values.length === 0) return
    const known = this.#ranges.get(name)
    if (known) return known
    const column = this.#ranges.size + 1
    values.forEach((value, i) => {
      this.#page.getCell(i + 1, column).value = value
    })
    const letters = columnLetters(column)
    const range = `'选项'!$${letters}$1:$${letters}$${values.length}`
    this.#ranges.set(name, range)
    return range
  }

  hide(): void {
    this.#page.state = 'hidden'
  }
}

function writeInstructions(page: Worksheet, columns: readonly TemplateColumn[], notes: readonly string[]): void {
  page.getColumn(1).width = 22
  page.getColumn(2).width = 10
  page.getColumn(3).width = 80
  Object.assign(page.getCell(1, 1), { value: '填写说明', font: { size: 14, bold: true } })
  notes.forEach((note, i) => {
    page.getCell(i + 2, 1).value = `${i + 1}. ${note}`
  })
  const top = notes.length + 3
  ;['栏目', '是否必填', '填法'].forEach((text, i) => Object.assign(page.getCell(top, i + 1), { value: text, font: { bold: true }, fill: head, border }))
  columns.forEach((column, i) => {
    ;[column.heading, column.required ? '必填' : '', column.hint ?? ''].forEach((text, c) =>
      Object.assign(page.getCell(top + 1 + i, c + 1), { value: text, border, alignment: { wrapText: true, vertical: 'middle' } }),
    )
  })
}
