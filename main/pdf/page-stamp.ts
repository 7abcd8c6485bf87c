import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib'

/** From the edges of the paper, in points of an A4 page. */
const side = 34
const foot = 14
const size = 9

/** Sets a number at the foot of a page on the right, as one reads it: a page that is turned has its foot elsewhere, one that is larger has larger figures. */
export function stamp(page: PDFPage, text: string, font: PDFFont): void {
  const { x, y, width, height } = page.getCropBox()
  const turn = ((page.getRotation().angle % 360) + 360) % 360
  const grown = Math.min(width, height) / 595
  const [fontSize, in_, up] = [size * grown, side * grown, foot * grown]
  const long = font.widthOfTextAtSize(text, fontSize)
  const at =
    turn === 90
      ? { x: x + width - up, y: y + height - in_ - long }
      : turn === 180
        ? { x: x + in_ + long, y: y + height - up }
        : turn === 270
          ? { x: x + up, y: y + in_ + long }
          : { x: x + width - in_ - long, y: y + up }
  page.drawText(text, { ...at, size: fontSize, font, rotate: degrees(turn), color: rgb(0.25, 0.25, 0.25) })
}
