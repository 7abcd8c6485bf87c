import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'

type Node = { readonly [name: string]: unknown }

/** A Word document as another program finds it. */
export interface ReadDocx {
  /** Its parts by their names, as text. */
  readonly parts: ReadonlyMap<string, string>
  readonly body: string
  /** What is written, run by run, in order. */
  readonly texts: readonly string[]
  readonly sections: number
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false, processEntities: true, parseTagValue: false })

/** Opens it; throws where a part is not sound XML. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = new Map(
    Object.entries(unzipSync(bytes))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, content]) => [name, strFromU8(content)]),
  )
  for (const [name, xml] of parts) {
    const sound = XMLValidator.validate(xml)
    if (sound !== true) throw new Error(`${name}: ${sound.err.msg}`)
  }
  const body = parts.get('word/document.xml') ?? ''
  const texts: string[] = []
  const walk = (nodes: unknown): void => {
    if (!Array.isArray(nodes)) return
    for (const node of nodes as readonly Node[]) {
      for (const [name, children] of Object.entries(node)) {
        if (name === 'w:t') texts.push(((children as readonly Node[])[0]?.['#text'] as string | undefined) ?? '')
        else walk(children)
      }
    }
  }
  walk(parser.parse(body))
  return { parts, body, texts, sections: body.match(/<w:sectPr[ >]/g)?.length ?? 0 }
}

/** The order in which Word wants what describes a paragraph, a run, a table, a row's box and a section, as far as these are written. */
const orders: Readonly<Record<string, readonly string[]>> = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  ),
  rPr: 'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  ),
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook'.split(
      ' ',
    ),
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'.split(' '),
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid'.split(
      ' ',
    ),
}

/** Where a part says something in another order than Word reads it, which it may call damage. */
export function outOfOrder(xml: string): readonly string[] {
  const faults: string[] = []
  const walk = (nodes: unknown): void => {
    if (!Array.isArray(nodes)) return
    for (const node of nodes as readonly Node[]) {
      for (const [name, children] of Object.entries(node)) {
        const order = orders[name.replace('w:', '')]
        if (order && Array.isArray(children)) {
          const names = (children as readonly Node[])
            .flatMap(child => Object.keys(child).filter(key => key.startsWith('w:')))
            .map(key => order.indexOf(key.slice(2)))
          if (names.some((at, i) => at < (names[i - 1] ?? 0)))
            faults.push(`${name}: ${(children as readonly Node[]).flatMap(child => Object.keys(child)).join(' ')}`)
        }
        walk(children)
      }
    }
  }
  walk(parser.parse(xml))
  return [...new Set(faults)]
}
