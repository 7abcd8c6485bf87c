import { type FlowUnit, isWhole, lineStarts } from './flow-measure.ts'
import type { Lines, Piece } from './flow-plan.ts'

/** Of paragraphs that are parted: where in their text each line begins. */
type Starts = ReadonlyMap<Element, readonly number[]>

/** What stands on the pages, piece by piece. Where texts are parted is read off while they still lie as they were measured. */
export function partsOf(units: readonly FlowUnit[], pieces: readonly Piece[]): ReadonlyMap<Piece, HTMLElement> {
  const starts = new Map<Element, readonly number[]>()
  for (const { unit, lines } of pieces) {
    if (!lines) continue
    for (const paragraph of units[unit]?.element.querySelectorAll('p') ?? []) if (!starts.has(paragraph)) starts.set(paragraph, lineStarts(paragraph))
  }
  return new Map(
    pieces.flatMap(piece => {
      const element = units[piece.unit]?.element
      if (!element) return []
      return [[piece, piece.lines ? partOf(element, piece.lines, starts) : element] as const]
    }),
  )
}

function partOf(element: HTMLElement, lines: readonly Lines[], starts: Starts): HTMLElement {
  if (!(element instanceof HTMLTableRowElement)) return withLines(element, lines[0], starts)
  const row = shell(element, 'tr')
  // As high as its lines: it has no height of its own.
  row.classList.add('part')
  row.append(...[...element.cells].map((cell, c) => cellPart(cell, lines[c], starts)))
  return row
}

function cellPart(cell: HTMLTableCellElement, lines: Lines | undefined, starts: Starts): HTMLElement {
  const part = shell(cell, 'td')
  part.colSpan = cell.colSpan
  const box = part.appendChild(cell.ownerDocument.createElement('div'))
  box.className = 'w-box'
  const words = cell.querySelector('.w-words')
  if (isWhole(cell)) {
    box.append(...[...(cell.querySelector('.w-box')?.childNodes ?? [])].map(node => node.cloneNode(true)))
    return part
  }
  if (!lines || lines.from >= lines.to) return part
  if (words) box.append(withLines(words, lines, starts))
  const all = words ? [...words.children].reduce((sum, paragraph) => sum + (starts.get(paragraph)?.length ?? 1), 0) : 1
  const sign = cell.querySelector('.w-sign')
  if (sign && lines.to >= all) box.append(sign.cloneNode(true))
  return part
}

/** These lines of its paragraphs. One that began elsewhere is not indented, one that goes on fills its last line. */
function withLines(words: Element, lines: Lines | undefined, starts: Starts): HTMLElement {
  const part = shell(words, 'div')
  if (words instanceof HTMLElement) part.style.cssText = words.style.cssText
  let before = 0
  for (const paragraph of words.children) {
    const own = starts.get(paragraph) ?? [0]
    const from = Math.max(0, (lines?.from ?? 0) - before)
    const to = Math.min(own.length, (lines?.to ?? 0) - before)
    before += own.length
    if (from >= to) continue
    const cut = part.appendChild(words.ownerDocument.createElement('p'))
    cut.textContent = (paragraph.textContent ?? '').slice(own[from], own[to])
    cut.classList.toggle('on', from > 0)
    cut.classList.toggle('cut', to < own.length)
  }
  return part
}

function shell<K extends keyof HTMLElementTagNameMap>(of: Element, tag: K): HTMLElementTagNameMap[K] {
  const made = of.ownerDocument.createElement(tag)
  made.className = of.className
  return made
}
