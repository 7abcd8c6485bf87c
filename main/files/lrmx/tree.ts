import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { SheetElement } from '../../../shared/domain/appointment-sheet.ts'
import { decodeEntities } from '../xml.ts'
import { Unreadable } from '../zip.ts'
import { legal } from './encoding.ts'

const broken = '文件已损坏或没有拷贝完整'
/** What is left of a sheet without its photo comes to some ten thousand characters. */
const maxMarkup = 1_000_000
const maxDepth = 12
const maxElements = 5000

const [textKey, cdataKey, attributesKey] = ['#text', '#cdata', ':@']
const parser = new XMLParser({
  preserveOrder: true,
  processEntities: false,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreAttributes: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  attributeNamePrefix: '',
  textNodeName: textKey,
  cdataPropName: cdataKey,
  maxNestedTags: maxDepth,
  jPath: false,
})

/**
 * An XML text as its root element. Nothing is expanded but the five entities of XML and numbered characters; a DTD is refused, as is whatever
 * is not well-formed or larger than a sheet can be: all of it `Unreadable`.
 */
export function readTree(text: string, leaf: string): SheetElement {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new Unreadable('文件里有 DTD 或实体声明，任免表文件不会有，可能是恶意文件')
  const { markup, taken } = withoutLeaf(text, leaf)
  if (markup.length > maxMarkup) throw new Unreadable('照片以外的内容超过 100 万字，不是任免表文件')
  if (XMLValidator.validate(markup) !== true) throw new Unreadable(broken)
  const roots = elementsOf(parsed(markup), { left: maxElements, leaf, taken })
  const root = roots.find((part): part is SheetElement => typeof part !== 'string')
  if (!root || roots.some(part => part !== root && (typeof part !== 'string' || part.trim() !== ''))) throw new Unreadable(broken)
  return root
}

/** The photo is most of the file, and the parser goes by single characters: it does not see it. */
function withoutLeaf(text: string, leaf: string): { markup: string; taken: string | undefined } {
  const [open, close] = [`<${leaf}>`, `</${leaf}>`]
  const at = text.indexOf(open)
  if (at < 0) return { markup: text, taken: undefined }
  const start = at + open.length
  const end = text.indexOf('<', start)
  if (end < 0) throw new Unreadable(broken)
  if (end === start || !text.startsWith(close, end) || text.includes(open, end)) return { markup: text, taken: undefined }
  return { markup: `${text.slice(0, start)}${stand}${text.slice(end)}`, taken: text.slice(start, end) }
}
const stand = '@photo@'

function parsed(markup: string): unknown {
  try {
    return parser.parse(markup)
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes('nested')) throw new Unreadable('元素一层套一层，不是任免表文件')
    if (cause instanceof Error && cause.message.includes('reserved')) throw new Unreadable('里面有不能用的元素名，不是任免表文件')
    throw new Unreadable(broken)
  }
}

interface Reading {
  left: number
  readonly leaf: string
  readonly taken: string | undefined
}

function elementsOf(nodes: unknown, reading: Reading): (string | SheetElement)[] {
  const content: (string | SheetElement)[] = []
  for (const node of nodes as Record<string, unknown>[]) {
    const [name = '', inner] = Object.entries(node).find(([key]) => key !== attributesKey) ?? []
    if (name === textKey) content.push(decoded(String(inner)))
    else if (name === cdataKey) content.push(legal((inner as Record<string, unknown>[]).map(part => String(part[textKey] ?? '')).join('')))
    else {
      if (--reading.left < 0) throw new Unreadable('元素多得不正常，不是任免表文件')
      const attributes = Object.entries((node[attributesKey] ?? {}) as Record<string, unknown>).map(([key, value]) => [key, decoded(String(value))])
      const inside = elementsOf(inner, reading)
      const whole = name === reading.leaf && inside.length === 1 && inside[0] === stand && reading.taken !== undefined ? [decoded(reading.taken)] : inside
      content.push({ name, attributes: Object.fromEntries(attributes), content: whole })
    }
  }
  return content
}

const reference = /&(?!(?:#\d{1,7}|#x[\da-fA-F]{1,6}|amp|lt|gt|quot|apos);)/

/** Each reference once: `&amp;lt;` is `&lt;`. */
function decoded(text: string): string {
  if (!text.includes('&')) return legal(text)
  if (reference.test(text)) throw new Unreadable('里面有 XML 以外的实体，不是任免表文件')
  return legal(decodeEntities(text))
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;', '\n': '&#xA;', '\t': '&#x9;' }
const escaped = (text: string, which: RegExp): string => legal(text).replaceAll(which, found => escapes[found] ?? found)

/** An element as text. Of those in `lines` only the elements are written, a line each; of others every character stays. Lines end with `\n`. */
export function writeTree(element: SheetElement, lines: ReadonlySet<SheetElement>, indent = ''): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escaped(value, /[&<>"\r\n\t]/g)}"`)
  const inLines = lines.has(element)
  const inner = element.content.map(part => {
    if (typeof part === 'string') return inLines ? '' : escaped(part, /[&<>\r]/g)
    return inLines ? `${writeTree(part, lines, `${indent}  `)}\n` : writeTree(part, lines)
  })
  const text = inner.join('')
  return `${indent}<${element.name}${attributes.join('')}>${inLines && text !== '' ? `\n${text}${indent}` : text}</${element.name}>`
}
