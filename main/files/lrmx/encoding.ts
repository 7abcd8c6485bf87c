import { Unreadable } from '../zip.ts'

const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  gb18030: 'gb18030',
  cp936: 'gb18030',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
}

/** The text of an XML file by its byte order mark, else by what it declares, else as UTF-8. Throws `Unreadable` where its bytes are not that. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return decodeAs(wide, bytes)
  const name = declared.exec(new TextDecoder('latin1').decode(withoutMark(bytes).subarray(0, 200)))?.[1] ?? 'utf-8'
  const encoding = encodings[name.toLowerCase()]
  if (encoding === undefined) throw new Unreadable(`文字编码“${name}”不认识，请用任免审批表编辑器打开后另存`)
  // What declares UTF-16 and begins with single bytes is not UTF-16, as XML itself has it.
  return decodeAs(encoding.startsWith('utf-16') ? 'utf-8' : encoding, bytes)
}

/** The text of a `.lrm`, which declares nothing: GBK, or UTF-8 where it is that throughout. */
export function decodeLrm(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return decodeAs(wide, bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeAs('gb18030', bytes)
  }
}

/** UTF-16 by its mark, or by a first `<` or `"` in two bytes. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if ((first === 0x3c || first === 0x22) && second === 0) return 'utf-16le'
  if (first === 0 && (second === 0x3c || second === 0x22)) return 'utf-16be'
  return undefined
}

const withoutMark = (bytes: Uint8Array): Uint8Array => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes)

function decodeAs(encoding: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Said below.
  }
  throw new Unreadable(`文字编码与文件所说的不符（${encoding.toUpperCase()}），或文件已损坏。请用任免审批表编辑器打开后另存`)
}

/** Without what XML cannot hold: control characters and halves of characters. */
export const legal = (text: string): string => text.replaceAll(/(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '')
