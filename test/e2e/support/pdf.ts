import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

interface Pdf {
  readonly pages: number
  /** Each page's text without spaces, watermark and all; undefined on a machine without poppler. */
  readonly texts: readonly string[] | undefined
}

/** A PDF that the program wrote. */
export function readPdf(path: string): Pdf {
  const bytes = readFileSync(path, 'latin1')
  if (!bytes.startsWith('%PDF-')) throw new Error(`${path} is no PDF`)
  return { pages: bytes.match(/\/Type\s*\/Page\b/g)?.length ?? 0, texts: textsOf(path) }
}

function textsOf(path: string): readonly string[] | undefined {
  if (spawnSync('pdftotext', ['-v']).error) return undefined
  const text = execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' })
  return text
    .split('\f')
    .slice(0, -1)
    .map(page => page.replaceAll(/\s/g, ''))
}
