import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, Tab, TextRun } from 'docx'

/** Word measures in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4)
export const twipsOfPoints = (points: number): number => Math.round(points * 20)

/** The types by the names that Chinese offices have them under. */
export const faces = { title: '方正小标宋简体', label: '黑体', text: '仿宋_GB2312', song: '宋体' } as const
export type Face = (typeof faces)[keyof typeof faces]

/** What Word takes where a type is not installed: the same list as the print's. */
const alternates: Readonly<Record<Face, string>> = {
  方正小标宋简体: 'FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong,Noto Serif CJK SC',
  黑体: 'SimHei,华文黑体,STHeiti,Noto Sans CJK SC',
  仿宋_GB2312: 'FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC',
  宋体: 'SimSun,华文宋体,STSong,Noto Serif CJK SC',
}

/** The table of types of a document, which names the alternates. */
export const fontTable = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.entries(
    alternates,
  )
    .map(
      ([name, names]) =>
        `<w:font w:name="${name}"><w:altName w:val="${names}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
    )
    .join('')}</w:fonts>`

/**
 * What holds unless a paragraph says otherwise. No room between Chinese and digits, as on the print: a date must not need two lines for it. What Word
 * adds by itself, the end of a section, is a point high, so that it does not begin a page.
 */
export const styles = (): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${faces.text}" w:eastAsia="${faces.text}" w:hAnsi="${faces.text}" w:cs="${faces.text}"/><w:sz w:val="2"/><w:szCs w:val="2"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr></w:style></w:styles>`

export const alignments = { left: AlignmentType.BOTH, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

export interface Setting {
  readonly face: Face
  readonly points: number
  /** The height of a line in its type. */
  readonly line: number
  /** Added to the width of each sign, in points. */
  readonly wider?: number
}

/** Lines as high as on the print, whatever type a PC has. */
export const spacing = ({ points, line }: Pick<Setting, 'points' | 'line'>, before = 0, after = 0): NonNullable<IParagraphOptions['spacing']> => ({
  line: twipsOfPoints(points * line),
  lineRule: LineRuleType.EXACT,
  before,
  after,
})

/** What XML has no sign for. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\uFFFE\uFFFF]/gu

export const run = (text: string, { face, points, wider }: Setting, more: { readonly break?: number; readonly color?: string } = {}): TextRun =>
  new TextRun({
    children: tabbed(text.replaceAll(unwritable, '')),
    font: face,
    size: Math.round(points * 2),
    ...(wider !== undefined && { characterSpacing: twipsOfPoints(wider) }),
    ...more,
  })

/** Behind a tab the text stands where further lines of a hanging paragraph begin. */
const tabbed = (text: string): (string | Tab)[] => text.split('\t').flatMap((part, i) => (i === 0 ? [part] : [new Tab(), part]))

/** A paragraph that takes no room: Word wants one between tables, and behind the last. */
export const seam = (more: IParagraphOptions = {}): Paragraph => new Paragraph({ ...more, spacing: spacing({ points: 1, line: 1 }), children: [] })
