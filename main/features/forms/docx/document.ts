import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx'
import type { Paper, Written } from '../../../../shared/forms/form.ts'
import type { WrittenDocument } from '../../../../shared/forms/written.ts'
import { blocksOf } from './blocks.ts'
import { faces, fontTable, styles, twips } from './look.ts'

interface About {
  readonly title: string
  /** Who made it: the office. */
  readonly creator: string
}

/** Written documents as one Word document: a section each, numbered from its own first page. */
export async function writtenDocx({ paper, watermark, documents }: Written, about: About): Promise<Uint8Array> {
  const file = new Document({
    title: about.title,
    creator: about.creator,
    lastModifiedBy: about.creator,
    evenAndOddHeaderAndFooters: documents.some(({ numbers }) => numbers === 'dashes'),
    externalStyles: styles(),
    sections: documents.map(document => sectionOf(document, document.paper ?? paper, watermark, documents.length === 1)),
  })
  return new Uint8Array(await Packer.toBuffer(file, undefined, [{ path: 'word/fontTable.xml', data: fontTable() }]))
}

/** A4, or the A5 page of a paper that is printed two to a sheet; upright. */
const sizeOf = ({ twoUp }: Paper) => (twoUp ? { width: 148.5, height: 210 } : { width: 210, height: 297 })

function sectionOf(document: WrittenDocument, paper: Paper, watermark: string | null, alone: boolean): ISectionOptions {
  const { margins } = paper
  const across = paper.landscape && !paper.twoUp
  const { width, height } = sizeOf(paper)
  const numbers = document.numbers ?? 'pages'
  return {
    properties: {
      page: {
        size: { width: twips(width), height: twips(height), orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: {
          top: twips(margins.top),
          right: twips(margins.right),
          bottom: twips(margins.bottom),
          left: twips(margins.left),
          header: twips(Math.max(3, margins.top - 9)),
          footer: twips(Math.max(3, margins.bottom / 2 - 2)),
        },
        pageNumbers: { start: 1 },
      },
    },
    ...(watermark !== null && { headers: { default: header(watermark), even: header(watermark) } }),
    ...(numbers === 'pages' && { footers: { default: footer(alone), even: footer(alone) } }),
    ...(numbers === 'dashes' && { footers: { default: outside(AlignmentType.RIGHT), even: outside(AlignmentType.LEFT) } }),
    children: blocksOf(document, (across ? height : width) - margins.left - margins.right),
  }
}

const header = (watermark: string): Header => new Header({ children: [line([watermark], 9, '999999')] })

/** `alone`: the pages of the file are its own, which more programs can count than those of a section. */
const footer = (alone: boolean): Footer =>
  new Footer({
    children: [line(['第 ', PageNumber.CURRENT, ' 页　共 ', alone ? PageNumber.TOTAL_PAGES : PageNumber.TOTAL_PAGES_IN_SECTION, ' 页'], 9, '000000')],
  })

/** — 1 — on the outer side, one character in. */
const outside = (alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer =>
  new Footer({ children: [line(['— ', PageNumber.CURRENT, ' —'], 14, '000000', { alignment, indent: { left: 280, right: 280 } })] })

const line = (children: readonly string[], points: number, color: string, more: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    ...more,
    spacing: { line: points * 26, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ children, font: faces.song, size: points * 2, color })],
  })
