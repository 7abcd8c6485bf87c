import type { Worksheet } from '@cj-tech-master/excelts'
import type { ReadScope } from '../app/scopes.ts'
import { subtreeIds } from '../records/subtree.ts'
import { livingOrganizations } from './lookups.ts'
import { type TemplateColumn, type TemplateKind, templateOf } from './template-columns.ts'
import { border, head, Lists, prepareColumn, protect, writeHeadings, writeTitle } from './template-sheet.ts'

const preparedRows = 500

/**
 * An empty workbook for branches to fill: title and headings locked, drop-downs for choices and branches, ID numbers and
 * phones as text, a hint on each heading, and a sheet of instructions.
 */
export async function templateWorkbook({ db, office }: ReadScope, kind: TemplateKind, organizationId: string | undefined): Promise<Uint8Array> {
  const organizations = await livingOrganizations(db)
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const offered = organizations.filter(o => o.closedOn === null && (below === undefined || below.has(o.id)))
  const owner = organizations.find(o => o.id === organizationId)?.name ?? office.name
  const template = templateOf(kind)
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const page = workbook.addWorksheet(template.sheet)
  const lists = new Lists(workbook)
  writeTitle(page, 1, `${owner}${template.title}`, template.columns.length)
  writeHeadings(page, 2, template.columns)
  // People belong to branches; a body above, or what a register is about, may be any.
  const anyBody = kind !== 'people' && kind !== 'study'
  const branches = offered.filter(o => anyBody || (o.kind !== 'committee' && o.kind !== 'workCommittee')).map(o => o.name)
  template.columns.forEach((column, i) =>
    prepareColumn(
      page,
      { number: i + 1, from: 3, until: 2 + preparedRows },
      column,
      column.branches ? lists.range('党组织', branches) : column.choices && lists.range(column.heading, column.choices),
    ),
  )
  page.views = [{ state: 'frozen', ySplit: 2, xSplit: 2 }]
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' })
  await protect(page)
  writeInstructions(workbook.addWorksheet('填写说明'), template.columns, template.notes)
  lists.hide()
  return new Uint8Array(await workbook.xlsx.writeBuffer())
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
