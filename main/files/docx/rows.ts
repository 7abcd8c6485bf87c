import { decodeEntities, attributeOf } from '../xml.ts'
import { decodeXml } from '../lrmx/encoding.ts'
import { Inflater, readZip, Unreadable } from '../zip.ts'

/** A cell of a table in a Word document. */
export interface WordCell {
  /** The first column of the table's grid that it takes. */
  readonly column: number
  readonly span: number
  /** Its paragraphs. */
  readonly lines: string[]
  /** It goes on with the cell above it. */
  merged: boolean
  /** The relation that names a picture in it. */
  image?: string
}
export interface WordRow {
  readonly cells: readonly WordCell[]
}

/** Rows of tables and the paragraphs between them, in their order. */
export interface WordText {
  readonly parts: readonly (WordRow | string)[]
  /** The bytes of a picture, by its relation; undefined where there is none. */
  picture(relation: string): Promise<Uint8Array | undefined>
}

const broken = '文件已损坏或没有拷贝完整'
const maxTextMb = 8
const maxPictureMb = 10
const maxCells = 20_000
const maxDepth = 12
const main = 'word/document.xml'

/** The tables of a `.docx` cell by cell. Throws `Unreadable` with the reason for what is none, is broken, or was made to exhaust the program. */
export async function readWordRows(bytes: Buffer): Promise<WordText> {
  const entries = readZip(bytes)
  const inflater = new Inflater(bytes)
  const read = async (name: string, limitMb: number): Promise<Uint8Array | undefined> => {
    const entry = entries.get(name.toLowerCase())
    return entry && inflater.bytes(entry, limitMb)
  }
  const text = await read(main, maxTextMb)
  if (!text) throw new Unreadable('它不是 Word 文档（.docx）')
  const relations = await read('word/_rels/document.xml.rels', 1)
  const targets = relations ? targetsIn(decodeXml(relations)) : new Map<string, string>()
  return {
    parts: partsOf(decodeXml(text)),
    picture: async relation => {
      const target = targets.get(relation)
      return target === undefined ? undefined : read(target.startsWith('/') ? target.slice(1) : `word/${target}`, maxPictureMb)
    },
  }
}

function targetsIn(xml: string): ReadonlyMap<string, string> {
  const tags = xml.split('<').filter(tag => tag.startsWith('Relationship '))
  return new Map(tags.map(tag => [attributeOf(`<${tag}`, 'Id') ?? '', attributeOf(`<${tag}`, 'Target') ?? '']))
}

/** What of a document is shown a second time for older programs, or was moved away by a correction. */
const unseen = new Set(['mc:Fallback', 'w:moveFrom'])

function partsOf(xml: string): readonly (WordRow | string)[] {
  const reader = new Reader()
  let at = 0
  for (;;) {
    const open = xml.indexOf('<', at)
    if (open < 0) break
    if (open > at) reader.text(xml, at, open)
    if (xml.startsWith('<!--', open)) {
      const end = xml.indexOf('-->', open)
      if (end < 0) throw new Unreadable(broken)
      at = end + 3
      continue
    }
    if (xml.startsWith('<!', open)) throw new Unreadable('文件里有 DTD 或实体声明，Word 文档不会有，可能是恶意文件')
    const close = xml.indexOf('>', open)
    if (close < 0) throw new Unreadable(broken)
    reader.tag(xml.slice(open + 1, close))
    at = close + 1
  }
  return reader.finish()
}

/** Goes through the tags of a document once. */
class Reader {
  readonly #parts: (WordRow | string)[] = []
  /** Tables within tables: what stands in an inner one belongs to the cell around it. */
  readonly #rows: { readonly cells: WordCell[]; column: number }[] = []
  readonly #cells: WordCell[] = []
  #lines: string[] = ['']
  #depth = 0
  #left = maxCells
  #inText = false
  #inRun = false
  #hidden: string | undefined
  #hiddenDepth = 0

  text(xml: string, from: number, until: number): void {
    if (this.#inText && this.#hidden === undefined) this.#write(decodeEntities(xml.slice(from, until)))
  }

  tag(tag: string): void {
    const closing = tag.startsWith('/')
    const alone = tag.endsWith('/')
    const name = /^\/?([\w:]+)/.exec(tag)?.[1] ?? ''
    if (this.#hidden !== undefined) {
      if (name === this.#hidden && !alone) this.#hiddenDepth += closing ? -1 : 1
      if (this.#hiddenDepth === 0) this.#hidden = undefined
    } else if (unseen.has(name) && !closing && !alone) {
      this.#hidden = name
      this.#hiddenDepth = 1
    } else if (closing) this.#close(name)
    else {
      this.#open(name, `<${tag}`)
      if (alone) this.#close(name)
    }
  }

  finish(): readonly (WordRow | string)[] {
    if (this.#depth > 0) throw new Unreadable(broken)
    return this.#parts
  }

  #open(name: string, tag: string): void {
    const cell = this.#cells.at(-1)
    if (name === 'w:tbl' && ++this.#depth > maxDepth) throw new Unreadable('表格一层套一层，不是任免审批表')
    else if (name === 'w:tr') this.#rows.push({ cells: [], column: 0 })
    else if (name === 'w:tc') this.#cells.push({ column: this.#rows.at(-1)?.column ?? 0, span: 1, lines: [], merged: false })
    else if (name === 'w:gridBefore' || name === 'w:gridSpan') this.#grid(name, Number(attributeOf(tag, 'w:val')))
    else if (name === 'w:vMerge' && cell) cell.merged = (attributeOf(tag, 'w:val') ?? 'continue') === 'continue'
    else if (name === 'w:p') this.#lines = ['']
    else if (name === 'w:r') this.#inRun = true
    else if (name === 'w:t') this.#inText = true
    else if (name === 'w:tab' && this.#inRun) this.#write('\t')
    else if ((name === 'w:br' || name === 'w:cr') && this.#inRun) this.#lines.push('')
    else if ((name === 'a:blip' || name === 'v:imagedata') && cell) {
      const relation = attributeOf(tag, 'r:embed') ?? attributeOf(tag, 'r:id')
      if (relation !== undefined) cell.image ??= relation
    }
  }

  #close(name: string): void {
    if (name === 'w:t') this.#inText = false
    else if (name === 'w:r') this.#inRun = false
    else if (name === 'w:p') this.#endLines()
    else if (name === 'w:tbl') this.#depth -= 1
    else if (name === 'w:tc') this.#endCell()
    else if (name === 'w:tr') this.#endRow()
  }

  #grid(name: string, value: number): void {
    const [row, cell] = [this.#rows.at(-1), this.#cells.at(-1)]
    if (!row || !(value >= 1 && value <= 200)) return
    if (name === 'w:gridBefore') row.column += value
    else if (cell) this.#cells[this.#cells.length - 1] = { ...cell, span: value }
  }

  #write(text: string): void {
    this.#lines.push(`${this.#lines.pop() ?? ''}${text}`)
  }

  #endLines(): void {
    const cell = this.#cells.at(-1)
    if (cell) cell.lines.push(...this.#lines)
    else if (this.#depth === 0) this.#parts.push(...this.#lines.filter(line => line.trim() !== ''))
    this.#lines = ['']
  }

  #endCell(): void {
    const [cell, row] = [this.#cells.pop(), this.#rows.at(-1)]
    if (!cell || !row || --this.#left < 0) throw new Unreadable(cell ? '表格多得不正常，不是任免审批表' : broken)
    row.cells.push(cell)
    row.column = cell.column + cell.span
  }

  #endRow(): void {
    const ended = this.#rows.pop()
    const around = this.#cells.at(-1)
    if (!ended) throw new Unreadable(broken)
    if (around) around.lines.push(...ended.cells.flatMap(({ lines }) => lines))
    else this.#parts.push({ cells: ended.cells })
  }
}
