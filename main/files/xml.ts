/** The little XML that workbooks need. Entities other than the five of XML are left as they are: nothing is ever expanded. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w{1,4}));/g,
    (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (name) return named[name] ?? whole
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** Excel writes characters that XML cannot hold as _x000D_. */
const decodeEscapes = (text: string): string =>
  text.includes('_x') ? text.replaceAll(/_x([\da-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

const finished = (text: string): string => decodeEscapes(decodeEntities(text))

/** An attribute of an opening tag. */
export function attributeOf(tag: string, name: string): string | undefined {
  const at = tag.indexOf(` ${name}="`)
  if (at < 0) return /['\n\t\r]| =/.test(tag) ? oddAttribute(tag, name) : undefined
  const start = at + name.length + 3
  const end = tag.indexOf('"', start)
  return decodeEntities(tag.slice(start, end < 0 ? undefined : end))
}

const oddAttribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined
}

/** The text of the first element of that name, or undefined where there is none. */
export function plainText(xml: string, name: string): string | undefined {
  const open = xml.indexOf(`<${name}`)
  if (open < 0) return
  const start = xml.indexOf('>', open) + 1
  if (start === 0 || xml[start - 2] === '/') return ''
  const end = xml.indexOf(`</${name}>`, start)
  return finished(end < 0 ? '' : xml.slice(start, end))
}

/** All text of a string item: plain or in runs, without the 拼音 guides above it. */
export function textOf(xml: string, prefix = ''): string {
  const shown = xml.includes(`<${prefix}rPh`) ? xml.replaceAll(new RegExp(`<${prefix}rPh\\b[^]*?</${prefix}rPh>`, 'g'), '') : xml
  let text = ''
  const [open, close] = [`<${prefix}t`, `</${prefix}t>`]
  for (let at = shown.indexOf(open); at >= 0; at = shown.indexOf(open, at)) {
    const tagEnd = shown.indexOf('>', at)
    if (tagEnd < 0) break
    const next = shown.charAt(at + open.length)
    at = tagEnd
    if ((next !== '>' && next !== ' ') || shown[tagEnd - 1] === '/') continue
    const end = shown.indexOf(close, tagEnd)
    if (end < 0) break
    text += shown.slice(tagEnd + 1, end)
    at = end
  }
  return finished(text)
}

/** Opening tags of that name, whatever prefix the writer chose. */
export const tagsOf = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*`, 'g')) ?? []

/** `AB12` → 28. */
export function columnNumber(reference: string): number {
  let number = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) - 64
    if (code < 1 || code > 26) break
    number = number * 26 + code
  }
  return number
}

/** 28 → `AB`. */
export function columnLetters(number: number): string {
  let letters = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}
