import type { Worksheet } from '@cj-tech-master/excelts'
import { ballotKinds } from '../../../shared/domain/ballot-words.ts'
import { blankKey } from '../../../shared/ballots/kind.ts'
import { countedOptions, type PlannedItem } from '../../../shared/rules/ballot-plan.ts'
import { onPaper, type WholeBallot } from '../../ballots/read.ts'
import { columnLetters } from '../../files/xml.ts'
import { border, head, protect, writeTitle } from '../template-sheet.ts'
import { codeInKey, labelOf, sectionsOf } from './entries.ts'
import { at, keyOf, markOf, returnLabels, type RowKey, type Said, saidLabels } from './layout.ts'

/** By when a count sheet is to come back, and to whom. */
export interface BackTo {
  readonly backBy: string
  readonly backTo: string
  readonly office: string
}

const quiet = { size: 9, color: { argb: 'FF8A8178' } }
const open = { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { argb: 'FFFFFEF6' } }
/** Rows for names that voters wrote, for each section and group. */
const writtenRows = 4
const top = 4

/** 计票表: a sheet for each ballot, its list filled in, what follows from the figures reckoned beside them. */
export async function countWorkbook(ballots: readonly WholeBallot[], back: BackTo): Promise<Uint8Array> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const names = sheetNamesOf(ballots)
  writeGuide(workbook.addWorksheet('填写说明'), ballots, back)
  for (const [i, whole] of ballots.entries()) await writeBallot(workbook.addWorksheet(names[i] ?? ''), whole)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** 计票表, or the organizations' names as far as Excel lets a sheet be called, with a number where two begin alike. */
function sheetNamesOf(ballots: readonly WholeBallot[]): string[] {
  if (ballots.length === 1) return ['计票表']
  const taken = new Map<string, number>()
  return ballots.map(({ organization }) => {
    const base = organization.replaceAll(/[\\/:*?[\]']/g, '_').slice(0, 26) || '计票表'
    const times = (taken.get(base) ?? 0) + 1
    taken.set(base, times)
    return times > 1 ? `${base}（${times}）` : base
  })
}

/** One sheet as it is written downwards. */
class Page {
  readonly page: Worksheet
  readonly width: number
  row = top

  constructor(page: Worksheet, width: number) {
    this.page = page
    this.width = width
  }

  headings(texts: readonly string[]): void {
    this.page.getCell(this.row, 1).value = 'H'
    texts.forEach((text, i) =>
      Object.assign(this.page.getCell(this.row, i + 2), {
        value: text,
        font: { bold: true },
        border,
        fill: head,
        alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      }),
    )
    this.page.getRow(this.row).height = 28
    this.row += 1
  }

  /** A row that says what it is: the words before the figures, locked, then cells to fill, then what follows from them. */
  line(key: RowKey, words: readonly (string | number | null)[], fill: number, formulas: readonly string[], decimal?: number): void {
    const { page, row } = this
    page.getCell(row, 1).value = keyOf(key)
    words.forEach((value, i) =>
      Object.assign(page.getCell(row, i + 2), { value, border, alignment: { vertical: 'middle', horizontal: i === 1 ? 'center' : 'left' } }),
    )
    for (let i = 0; i < fill; i++)
      Object.assign(page.getCell(row, at.figures + 1 + i), {
        border,
        fill: open,
        protection: { locked: false },
        numFmt: i === decimal ? '0.##' : '0',
        alignment: { horizontal: 'center' },
      })
    if (fill > 0) this.#validate(row, fill, decimal)
    formulas.forEach((formula, i) =>
      Object.assign(page.getCell(row, at.figures + 1 + fill + i), { value: { formula, result: '' }, border, font: quiet, alignment: { horizontal: 'center' } }),
    )
    this.row += 1
  }

  #validate(row: number, fill: number, decimal: number | undefined): void {
    const range = (from: number, until: number) => `${columnLetters(from)}${row}:${columnLetters(until)}${row}`
    const first = at.figures + 1
    const only = decimal === undefined ? fill : decimal
    if (only > 0) this.page.dataValidations.add(range(first, first + only - 1), { ...numbers, type: 'whole', error: '填不小于 0 的整数' })
    if (decimal !== undefined) this.page.dataValidations.add(range(first + decimal, first + decimal), { ...numbers, type: 'decimal', error: '填不小于 0 的数' })
  }
}

const numbers = { operator: 'between' as const, allowBlank: true, showErrorMessage: true, errorTitle: '票数', formulae: [0, 1_000_000] }

async function writeBallot(page: Worksheet, whole: WholeBallot): Promise<void> {
  const { ballot, organization, groups, plan } = whole
  const options = Math.max(4, ...plan.items.map(item => optionsOf(whole, item).length))
  const sheet = new Page(page, at.figures + options + 2)
  writeTitle(page, 1, `${ballot.name}计票表`, sheet.width)
  const lines = [`党组织：${organization}　类型：${ballotKinds[ballot.kind]}　应到：${ballot.eligible ?? '　　'}`, markOf(ballot.id)]
  lines.forEach((text, i) => {
    page.mergeCells(i + 2, 1, i + 2, sheet.width)
    Object.assign(page.getCell(i + 2, 1), { value: text, ...(i > 0 && { font: quiet }) })
  })
  const validAt = writeReturns(sheet, groups)
  writeSaid(sheet, whole)
  for (const group of groups) for (const items of alike(whole)) writeBlock(sheet, whole, group, items, validAt.get(group.code) ?? 0)
  page.getColumn(1).hidden = true
  ;[14, 6, 16, 18].forEach((width, i) => (page.getColumn(i + 2).width = width))
  for (let i = at.figures + 1; i <= sheet.width; i++) page.getColumn(i).width = 10
  page.views = [{ state: 'frozen', ySplit: top - 1, xSplit: 0 }]
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '1:2' })
  await protect(page)
}

/** 发出、收回、有效、无效 of each group; where its 有效 stands. */
function writeReturns(sheet: Page, groups: WholeBallot['groups']): ReadonlyMap<string, number> {
  sheet.headings(['填票人', '', '', '应参加', ...Object.values(returnLabels), '未收回', '核对'])
  const validAt = new Map<string, number>()
  for (const { code, label, eligible } of groups) {
    const { row } = sheet
    const [issued, returned, valid, invalid] = [0, 1, 2, 3].map(i => `${columnLetters(at.figures + 1 + i)}${row}`)
    validAt.set(code, row)
    sheet.line({ kind: 'returns', groupCode: codeInKey(code) }, [label, '', '', eligible], 4, [
      `IF(COUNT(${issued},${returned})<2,"",${issued}-${returned})`,
      `IF(COUNT(${issued}:${invalid})<4,"",IF(${returned}>${issued},"收回多于发出",IF(${returned}=${valid}+${invalid},"√","有效+无效≠收回")))`,
    ])
  }
  return validAt
}

/** Who counted, who watched, on which day, how many were there: beside their labels. */
function writeSaid(sheet: Page, { ballot }: WholeBallot): void {
  const known: Readonly<Partial<Record<Said, string | null>>> = { heldOn: ballot.heldOn }
  const said: readonly Said[] = ['heldOn', 'present', 'firstTeller', 'secondTeller', 'scrutineer']
  for (const what of said) {
    sheet.line({ kind: 'said', what }, [saidLabels[what], '', known[what] ?? null], 0, [])
    Object.assign(sheet.page.getCell(sheet.row - 1, at.name + 1), { fill: open, protection: { locked: false }, numFmt: what === 'present' ? '0' : '@' })
  }
}

/** Items that are marked with the same options stand under the same headings; those that are scored have their own. */
function alike(whole: WholeBallot): readonly (readonly PlannedItem[])[] {
  return [...Map.groupBy(whole.plan.items, item => (item.points === null ? optionsOf(whole, item).join(',') : 'scored')).values()]
}

/** What is counted, without the blanks that follow from the other marks. */
const optionsOf = ({ plan }: WholeBallot, item: PlannedItem): readonly string[] =>
  plan.blankFollows ? countedOptions(item).filter(option => option !== blankKey) : countedOptions(item)

function writeBlock(sheet: Page, whole: WholeBallot, group: WholeBallot['groups'][number], items: readonly PlannedItem[], validRow: number): void {
  const [first] = items
  if (!first) return
  const options = optionsOf(whole, first)
  const scored = first.points !== null
  const many = whole.plan.items.length > 1
  sheet.row += 1
  const words = ['填票人', '序号', whole.kind.rowLabel, many ? '项目' : whole.plan.atMostPlaces ? '职位' : '']
  sheet.headings([
    ...words,
    ...(scored ? ['打分票数', '分数合计', '平均'] : options.map(option => labelOf(whole, first, option))),
    ...(scored ? [] : ['合计']),
    '核对',
  ])
  const valid = `$${columnLetters(at.figures + 3)}$${validRow}`
  const fill = scored ? 2 : options.length
  const formulas = (item: PlannedItem) => {
    const from = `${columnLetters(at.figures + 1)}${sheet.row}`
    const until = `${columnLetters(at.figures + fill)}${sheet.row}`
    if (scored)
      return [
        `IF(N(${from})=0,"",ROUND(${until}/${from},2))`,
        `IF(OR(${from}="",${valid}=""),"",IF(${from}>${valid},"多于有效票",IF(${until}>${from}*${item.points ?? 0},"超过每张 ${item.points ?? 0} 分","√")))`,
      ]
    const sum = `SUM(${from}:${until})`
    const agrees = whole.plan.blankFollows
      ? `IF(${sum}<=${valid},"√","多 "&${sum}-${valid})`
      : `IF(${sum}=${valid},"√",IF(${sum}>${valid},"多 "&${sum}-${valid},"少 "&${valid}-${sum}))`
    const empty = `COUNT(${from}:${until})=0`
    return [`IF(${empty},"",${sum})`, `IF(OR(${empty},${valid}=""),"",${agrees})`]
  }
  const key = { groupCode: codeInKey(group.code), options }
  for (const row of onPaper(whole.rows))
    for (const item of items) {
      const place = many ? item.label : (row.section ?? '')
      sheet.line(
        { kind: 'tally', row: row.number, item: item.key, ...key },
        [group.label, row.number, row.name, place],
        fill,
        formulas(item),
        scored ? 1 : undefined,
      )
    }
  if (!whole.kind.paper.written) return
  for (const [section, { section: name }] of sectionsOf(whole).entries())
    for (let i = 0; i < writtenRows; i++) {
      sheet.line({ kind: 'written', section, item: first.key, ...key }, [group.label, '', null, name ?? '另选人'], fill, formulas(first))
      Object.assign(sheet.page.getCell(sheet.row - 1, at.name + 1), { fill: open, protection: { locked: false }, numFmt: '@' })
    }
}

function writeGuide(page: Worksheet, ballots: readonly WholeBallot[], { backBy, backTo, office }: BackTo): void {
  page.getColumn(1).width = 16
  page.getColumn(2).width = 100
  const [only, ...others] = ballots
  writeTitle(page, 1, only && others.length === 0 ? `${only.ballot.name}计票表` : '计票表', 2)
  const rows: readonly (readonly [string, string])[] = [
    ['报送', `${backBy} 前填好，原样报${backTo}（${office}）。不要改各表第 3 行的编号，不要插入或删除列。`],
    ['填哪里', '浅黄色的格。名单、序号和核对栏已锁定；核对栏写“√”的，票数对得上。'],
    ['发收票', '先填发出、收回、有效、无效：收回不多于发出，有效加无效等于收回。'],
    ['票数', '一行一人（一项），填各等次（意见）得了几票，没有的填 0 或空着；合计应等于有效票。还没有数的，整行空着，不会导入。'],
    ['另选人', '票上没有印、投票人自己写的姓名，填在后面的空行里。没有这种票的不用管。'],
    ['计票人', '填两名计票人和一名监票人，不能是同一个人。导入以后由组织部门核对、封票。'],
    ['本册', ballots.map(({ ballot }) => ballot.name).join('；')],
  ]
  rows.forEach(([what, how], i) => {
    Object.assign(page.getCell(i + 3, 1), { value: what, font: { bold: true }, border, fill: head, alignment: { vertical: 'top' } })
    Object.assign(page.getCell(i + 3, 2), { value: how.slice(0, 3000), border, alignment: { wrapText: true, vertical: 'top' } })
    page.getRow(i + 3).height = Math.min(390, 18 * Math.ceil(Math.max(1, [...how].length / 48)))
  })
  Object.assign(page.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
}
