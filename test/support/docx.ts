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
