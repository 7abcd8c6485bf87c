import { readFile, stat } from 'node:fs/promises'
import { basename, posix } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { Cell } from '../../shared/records/cell.ts'
import { SheetParser } from './sheet-xml.ts'
import { numberStyles } from './styles.ts'
import { attributeOf, tagsOf, textOf } from './xml.ts'
import { Inflater, readZip, Unreadable, type ZipEntry } from './zip.ts'

/** A sheet as values: row 1 first, column A first. Dates are `2025-01-05`, months `2012-06`; merged places repeat their first cell. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly Cell[])[]
}

export interface Workbook {
  readonly name: string
  readonly sheets: readonly Sheet[]
  /** Numbers that are dates count from 1904, as workbooks from old Macs do. */
  readonly date1904: boolean
}

const limitMb = 50

/**
 * Reads an .xlsx. Formulas give the value they last had; nothing is evaluated, no link is followed. Refuses with a reason:
 * `file.tooLarge`, `file.legacyXls`, or `file.unreadable` for what is broken, encrypted or no workbook at all.
 */
export async function readWorkbook(path: string): Promise<Workbook> {
  const name = basename(path)
  try {
    if ((await stat(path)).size > limitMb * 1024 * 1024) throw new AppError('file.tooLarge', { name, limitMb })
    const bytes = await readFile(path)
    refuseOtherFormats(bytes, name)
    return await readParts(bytes, name)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', { name, why: reasonOf(cause) })
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof Unreadable) return cause.why
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return '文件已不在原处'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EBUSY') return '没有读取权限，或正被别的程序占用'
  if (code === 'EISDIR') return '选中的是文件夹'
  return '内容不符合 Excel 工作簿的格式'
}

function refuseOtherFormats(bytes: Buffer, name: string): void {
  if (bytes.length === 0) throw new Unreadable('文件是空的')
  if (bytes.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new Unreadable('文件设了打开密码。请在 Excel 或 WPS 中去掉密码，另存后再导入')
    throw new AppError('file.legacyXls', { name })
  }
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return
  const head = bytes.subarray(0, 2000).toString('latin1').toLowerCase()
  if (/<html|<table|<!doctype|urn:schemas-microsoft-com:office/.test(head))
    throw new Unreadable('它其实是网页表格。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后再导入')
  throw new Unreadable('它不是 Excel 工作簿（*.xlsx）')
}

async function readParts(bytes: Buffer, name: string): Promise<Workbook> {
  const entries = readZip(bytes)
  const inflater = new Inflater(bytes)
  const read = async (path: string): Promise<string> => {
    const entry = entries.get(path.toLowerCase())
    return entry ? inflater.text(entry) : ''
  }
  const bookPath = [...relations(await read('_rels/.rels'), '').values()].find(r => r.type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const book = await read(bookPath)
  if (!book)
    throw new Unreadable(
      entries.has('xl/workbook.bin') ? '它是 .xlsb 格式。请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”后再导入' : '它不是 Excel 工作簿（*.xlsx）',
    )
  const parts = relations(await read(`${posix.dirname(bookPath)}/_rels/${posix.basename(bookPath)}.rels`), posix.dirname(bookPath))
  const pathOf = (type: string) => [...parts.values()].find(r => r.type === type)?.path ?? ''
  const date1904 = tagsOf(book, 'workbookPr').some(tag => ['1', 'true'].includes(attributeOf(tag, 'date1904') ?? ''))
  const shared = { strings: sharedStrings(await read(pathOf('sharedStrings'))), styles: numberStyles(await read(pathOf('styles'))), date1904 }
  const sheets: Sheet[] = []
  for (const tag of tagsOf(book, 'sheet')) {
    const part = parts.get(/\s(?:\w+:)?id=["']([^"']*)/.exec(tag)?.[1] ?? '')
    if (part && part.type !== 'worksheet') continue
    const entry = entries.get(part?.path.toLowerCase() ?? '')
    if (!entry) throw new Unreadable('缺了一张工作表的内容，文件已损坏')
    const rows = await readSheet(inflater, entry, new SheetParser(shared))
    const hidden = (attributeOf(tag, 'state') ?? 'visible') !== 'visible'
    if (rows.length || !hidden) sheets.push({ name: attributeOf(tag, 'name') ?? '', hidden, rows })
  }
  return { name, sheets, date1904 }
}

async function readSheet(inflater: Inflater, entry: ZipEntry, parser: SheetParser): Promise<Sheet['rows']> {
  const decoder = new TextDecoder()
  await inflater.inflate(entry, piece => parser.push(decoder.decode(piece, { stream: true })))
  parser.push(decoder.decode())
  return parser.finish()
}

/** Relationships by id: what kind of part, and where. */
function relations(xml: string, folder: string): ReadonlyMap<string, { type: string; path: string }> {
  return new Map(
    tagsOf(xml, 'Relationship').map(tag => {
      const target = attributeOf(tag, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target)
      return [attributeOf(tag, 'Id') ?? '', { type: posix.basename(attributeOf(tag, 'Type') ?? ''), path }]
    }),
  )
}

function sharedStrings(xml: string): string[] {
  const prefix = /<(\w+:)?sst\b/.exec(xml)?.[1] ?? ''
  const strings: string[] = []
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`]
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at)) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) break
    at = tagEnd
    if (xml[tagEnd - 1] === '/') {
      strings.push('')
      continue
    }
    const end = xml.indexOf(close, tagEnd)
    if (end < 0) break
    strings.push(textOf(xml.slice(tagEnd + 1, end), prefix))
    at = end
  }
  return strings
}
