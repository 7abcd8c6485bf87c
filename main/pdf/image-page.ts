import { degrees, type PDFDocument, PDFPage } from '@cantoo/pdf-lib'

/** A4 and the margin around a picture, in points. */
const short = 595.28
const long = 841.89
const margin = 28.35

/** A page of A4 with one picture, as large as it goes inside the margins; a broad picture lies across. How the camera was held is made good. */
export async function imagePage(whole: PDFDocument, bytes: Uint8Array, type: 'image/jpeg' | 'image/png'): Promise<PDFPage> {
  const image = type === 'image/jpeg' ? await whole.embedJpg(bytes) : await whole.embedPng(bytes)
  const turn = type === 'image/jpeg' ? turnOf(bytes) : 0
  const across = image.width > image.height
  const [width, height] = across ? [long, short] : [short, long]
  const page = PDFPage.create(whole)
  page.setSize(width, height)
  const scale = Math.min((width - 2 * margin) / image.width, (height - 2 * margin) / image.height)
  const [w, h] = [image.width * scale, image.height * scale]
  page.drawImage(image, { x: (width - w) / 2, y: (height - h) / 2, width: w, height: h })
  page.setRotation(degrees(turn))
  return page
}

const turns: Readonly<Record<number, 0 | 90 | 180 | 270>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 }

/** How far a photograph must be turned to the right to stand upright: the orientation that its EXIF part names. */
export function turnOf(jpeg: Uint8Array): 0 | 90 | 180 | 270 {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  for (let at = 2; at + 4 <= view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1)
    const length = view.getUint16(at + 2)
    if (marker === 0xe1 && at + 2 + length <= view.byteLength) return turns[orientationIn(view, at + 4, length - 2)] ?? 0
    if (marker === 0xda) return 0
    at += 2 + length
  }
  return 0
}

/** The orientation in an EXIF part, or 1. */
function orientationIn(view: DataView, start: number, length: number): number {
  const end = start + length
  if (length < 20 || view.getUint32(start) !== 0x45786966) return 1
  const tiff = start + 6
  const little = view.getUint16(tiff) === 0x4949
  const first = tiff + view.getUint32(tiff + 4, little)
  if (first + 2 > end) return 1
  const entries = view.getUint16(first, little)
  for (let i = 0; i < entries; i += 1) {
    const entry = first + 2 + i * 12
    if (entry + 12 > end) return 1
    if (view.getUint16(entry, little) === 0x0112) return view.getUint16(entry + 8, little)
  }
  return 1
}
