import { type AppointmentSheet, emptySheet, type SheetEducation, type SheetRelative } from '../../../shared/domain/appointment-sheet.ts'
import { readSheetDate, sheetDate } from '../../../shared/rules/sheet-dates.ts'
import { readWordRows, type WordCell, type WordRow, type WordText } from '../docx/rows.ts'
import { Unreadable } from '../zip.ts'
import { isPhoto, noPhoto } from './photo.ts'

type Found = { -readonly [K in keyof AppointmentSheet]: AppointmentSheet[K] }

/** Labels as they stand without spaces and brackets, and what stands behind them. */
const takers: readonly (readonly [label: string, take: (sheet: Found, lines: readonly string[]) => void])[] = [
  ['姓名', (sheet, lines) => void (sheet.name = joined(lines))],
  ['性别', (sheet, lines) => void (sheet.sex = joined(lines))],
  ['出生年月', (sheet, lines) => void (sheet.born = monthIn(lines))],
  ['民族', (sheet, lines) => void (sheet.nation = joined(lines))],
  ['籍贯', (sheet, lines) => void (sheet.nativePlace = joined(lines))],
  ['出生地', (sheet, lines) => void (sheet.birthPlace = joined(lines))],
  ['入党时间', (sheet, lines) => void (sheet.joined = joined(lines))],
  ['参加工作时间', (sheet, lines) => void (sheet.startedWork = monthIn(lines))],
  ['健康状况', (sheet, lines) => void (sheet.health = joined(lines))],
  ['专业技术职务', (sheet, lines) => void (sheet.title = joined(lines))],
  ['熟悉专业有何专长', (sheet, lines) => void (sheet.speciality = joined(lines))],
  ['现任职务', (sheet, lines) => void (sheet.currentPost = joined(lines))],
  ['拟任职务', (sheet, lines) => void (sheet.proposedPost = joined(lines))],
  ['拟免职务', (sheet, lines) => void (sheet.removedPost = joined(lines))],
  ['简历', (sheet, lines) => void (sheet.resume = textOf(lines))],
  ['奖惩情况', (sheet, lines) => void (sheet.rewards = textOf(lines))],
  ['年度考核结果', (sheet, lines) => void (sheet.yearGrades = textOf(lines))],
  ['任免理由', (sheet, lines) => void (sheet.reason = textOf(lines))],
  ['呈报单位', takeReporter],
  ['审批机关意见', (sheet, lines) => void (sheet.approval = opinionIn(lines))],
  ['行政机关任免意见', (sheet, lines) => void (sheet.administration = opinionIn(lines))],
]
const familyColumns: readonly (readonly [label: string, field: keyof SheetRelative])[] = [
  ['称谓', 'relation'],
  ['姓名', 'name'],
  ['出生年月', 'born'],
  ['出生日期', 'born'],
  ['政治面貌', 'politics'],
  ['工作单位及职务', 'work'],
]

/**
 * The 干部任免审批表 of a Word document, one after the other, each read by its labels and not by where they stand. Throws `Unreadable` where none
 * is in it, and for what is no Word document.
 */
export async function readWordSheets(bytes: Buffer): Promise<readonly AppointmentSheet[]> {
  const text = await readWordRows(bytes)
  const sheets: Reading[] = []
  for (const part of text.parts) {
    if (typeof part !== 'string' && begins(part)) sheets.push(new Reading())
    sheets.at(-1)?.take(part)
  }
  if (sheets.length === 0) throw new Unreadable('里面没有任免审批表：找不到“姓名”“性别”“出生年月”一行')
  return Promise.all(sheets.map(sheet => sheet.finish(text)))
}

const labelOf = ({ lines }: WordCell): string => lines.join('').replaceAll(/\s|[（(][^（()）]*[)）]/g, '')

/** Whether a cell is headed so; a label that is written downwards in two columns has its characters in another order. */
function isHeaded(cell: WordCell, label: string): boolean {
  const text = labelOf(cell)
  return text.startsWith(label) || (cell.lines.length > 1 && sorted(text) === sorted(label))
}
const sorted = (text: string): string => [...text].toSorted().join('')
const has = ({ cells }: WordRow, label: string): boolean => cells.some(cell => !cell.merged && isHeaded(cell, label))

const begins = (row: WordRow): boolean => ['姓名', '性别', '出生年月'].every(label => has(row, label))

/** One sheet, row by row. */
class Reading {
  readonly #sheet: Found = { ...emptySheet, fullTime: { ...emptySheet.fullTime }, inService: { ...emptySheet.inService } }
  readonly #family: SheetRelative[] = []
  readonly #unread: string[] = []
  /** The columns of 家庭成员 while its lines go on. */
  #columns: readonly { readonly field: keyof SheetRelative; readonly column: number }[] | undefined
  #image: string | undefined

  take(part: WordRow | string): void {
    if (typeof part === 'string') {
      const who = /填表人[：:]\s*(\S+)/.exec(part)?.[1]
      if (who !== undefined) this.#sheet.filledBy ??= who
      return
    }
    const { cells } = part
    this.#image ??= cells.find(({ image }) => image !== undefined)?.image
    if (has(part, '称谓') && has(part, '姓名')) this.#columns = this.#familyHead(cells)
    else if (this.#columns && !has(part, '呈报单位') && !has(part, '审批机关意见')) this.#relative(cells, this.#columns)
    else {
      this.#columns = undefined
      this.#values(cells)
    }
  }

  async finish(text: WordText): Promise<AppointmentSheet> {
    const photo = this.#image === undefined ? undefined : await text.picture(this.#image)
    if (photo && !isPhoto(photo)) this.#unread.push(noPhoto)
    return { ...this.#sheet, family: this.#family, photo: photo && isPhoto(photo) ? photo : null, unread: this.#unread }
  }

  #values(cells: readonly WordCell[]): void {
    let education: 'fullTime' | 'inService' | undefined
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i]
      const lines = cells[i + 1]?.lines ?? []
      if (!cell || cell.merged || labelOf(cell) === '') continue
      const [fullTime, inService] = [isHeaded(cell, '全日制教育'), isHeaded(cell, '在职教育')]
      const school = isHeaded(cell, '毕业院校') && education !== undefined
      const taker = takers.find(([label]) => isHeaded(cell, label))
      if (fullTime || inService) {
        education = fullTime ? 'fullTime' : 'inService'
        this.#sheet[education] = { ...this.#sheet[education], ...levelsIn(lines) }
      } else if (school && education) this.#sheet[education] = { ...this.#sheet[education], ...schoolsIn(lines) }
      else taker?.[1](this.#sheet, lines)
      // What stands behind a label is no label, however it begins.
      if (fullTime || inService || school || taker) i += 1
    }
  }

  #familyHead(cells: readonly WordCell[]) {
    if (has({ cells }, '年龄')) this.#unread.push('家庭成员只写了年龄，出生年月要另填')
    return cells.flatMap(cell => {
      const field = cell.merged ? undefined : familyColumns.find(([label]) => isHeaded(cell, label))?.[1]
      return field === undefined ? [] : [{ field, column: cell.column }]
    })
  }

  #relative(cells: readonly WordCell[], columns: readonly { readonly field: keyof SheetRelative; readonly column: number }[]): void {
    const line: Record<keyof SheetRelative, string | null> = { relation: null, name: null, born: null, politics: null, work: null }
    for (const { field, column } of columns) {
      const lines = cells.find(cell => !cell.merged && cell.column <= column && column < cell.column + cell.span)?.lines ?? []
      line[field] = field === 'born' ? monthIn(lines) : joined(lines)
    }
    if (Object.values(line).some(value => value !== null)) this.#family.push(line)
  }
}

/** One value over several lines. */
const joined = (lines: readonly string[]): string | null =>
  lines
    .map(line => line.trim())
    .join('')
    .trim() || null

const textOf = (lines: readonly string[]): string | null =>
  lines
    .map(line => line.trimEnd())
    .join('\n')
    .replaceAll(/^\n+|\n+$/g, '') || null

/** 1985.03（41岁） → 198503; what is no date as it is written. */
function monthIn(lines: readonly string[]): string | null {
  const text =
    joined(lines)
      ?.replaceAll(/[（(]\s*\d*\s*周?岁?\s*[)）]/g, '')
      .trim() ?? ''
  return sheetDate(readSheetDate(text)?.month ?? null) ?? (text || null)
}

const anyDegree = /学士|硕士|博士/
const anyLevel = /^(?:(?:党校|在职|省委党校|中央党校)?(?:研究生|大学本科|大学普通班|大学|本科|大专|大学专科|专科|中专|中技|高中|职高|初中|小学))/

/** 学历 over 学位, or both in one line. */
function levelsIn(lines: readonly string[]): Pick<SheetEducation, 'level' | 'degree'> {
  const words = lines.flatMap(line => line.split(/\s+/)).filter(word => word !== '')
  const apart = words.flatMap(word => {
    const level = anyLevel.exec(word)?.[0]
    return level !== undefined && level !== word && anyDegree.test(word.slice(level.length)) ? [level, word.slice(level.length)] : [word]
  })
  const isDegree = (word: string) => anyDegree.test(word) && !anyLevel.test(word)
  return { level: apart.filter(word => !isDegree(word)).join('') || null, degree: apart.filter(isDegree).join('；') || null }
}

/** The school of the 学历, and that of the 学位 where another school begins a line of its own. */
function schoolsIn(lines: readonly string[]): Pick<SheetEducation, 'levelSchool' | 'degreeSchool'> {
  const schools: string[] = []
  for (const line of lines.map(one => one.trim()).filter(one => one !== '')) {
    if (schools.length > 0 && !/大学|党校|学校|研究院|^.{2,12}学院/.test(line)) schools.push(`${schools.pop() ?? ''}${line}`)
    else schools.push(line)
  }
  const [levelSchool = null, ...others] = schools
  return { levelSchool, degreeSchool: others.join('') || null }
}

const blankDate = /^[\s_]*年[\s_]*月[\s_]*日\s*$/
const seal = /[（(]\s*(?:盖\s*章|公\s*章)\s*[)）]/

/** Who reports, and the day of it. */
function takeReporter(sheet: Found, lines: readonly string[]): void {
  const dated = lines.map(line => readSheetDate(line.replaceAll(/\s/g, ''))).find(date => date !== null)
  sheet.filledOn = sheetDate(dated?.day ?? dated?.month ?? null)
  sheet.reportedBy = joined(opinionLines(lines).filter(line => readSheetDate(line.replaceAll(/\s/g, '')) === null))
}

const opinionIn = (lines: readonly string[]): string | null => textOf(opinionLines(lines).map(line => line.trim()))

const opinionLines = (lines: readonly string[]): readonly string[] =>
  lines.map(line => line.replace(seal, '')).filter(line => line.trim() !== '' && !blankDate.test(line))
