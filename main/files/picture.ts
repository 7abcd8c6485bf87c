import { kindOfBytes } from '../../shared/rules/file-kind.ts'

export interface Picture {
  /** `image/jpeg` */
  readonly type: string
  readonly width: number
  readonly height: number
}

/** More than any camera gives; what says it is wider would only fill the memory when it is drawn. */
const mostPixels = 12_000

/** A picture of the kinds that the official editor takes. Undefined where the bytes are none, or break off. */
export function pictureIn(bytes: Uint8Array): Picture | undefined {
  const found = kindOfBytes(bytes)
  if (found.kind !== 'image') return undefined
  const [width = 0, height = 0] = sizes[found.type]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ?? []
  return width > 0 && height > 0 && width <= mostPixels && height <= mostPixels ? { type: found.type, width, height } : undefined
}

type Size = readonly [width: number, height: number] | undefined

const sizes: Readonly<Record<string, (bytes: Buffer) => Size>> = {
  'image/jpeg': jpegSize,
  'image/png': bytes => (bytes.length > 33 && bytes.includes('IEND', -40, 'latin1') ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined),
  'image/gif': bytes => (bytes.length > 13 && bytes.at(-1) === 0x3b ? [bytes.readUInt16LE(6), bytes.readUInt16LE(8)] : undefined),
  'image/bmp': bytes => (bytes.length > 26 && bytes.readUInt32LE(2) <= bytes.length ? [bytes.readInt32LE(18), Math.abs(bytes.readInt32LE(22))] : undefined),
}

const frames = [0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]
const [fill, scan] = [0xff, 0xda]

/** From the frame header; undefined where there is none, or the picture has no end. */
function jpegSize(bytes: Buffer): Size {
  let size: Size
  let at = 2
  while (at + 9 < bytes.length && bytes[at] === fill) {
    const marker = bytes[at + 1] ?? 0
    if (marker === scan) return bytes.indexOf('ffd9', at, 'hex') > 0 ? size : undefined
    if (frames.includes(marker)) size = [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
    at += marker === fill ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return undefined
}
