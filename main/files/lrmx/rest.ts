import type { SheetElement } from '../../../shared/domain/appointment-sheet.ts'
import { familyElement, isKnown, relativePlaces } from './elements.ts'

const ofRelative = new Set(relativePlaces.map(({ element }) => element))

/** What a file says that a sheet has no place for: elements nobody knows, what comes a second time, attributes. A line each, with the text that stands there. */
export function restOf(root: SheetElement): readonly string[] {
  const seen = new Set<string>()
  return [
    ...attributesOf(root, ''),
    ...root.content.flatMap(part => {
      if (typeof part === 'string') return part.trim() === '' ? [] : [said('（无名）', part)]
      const again = seen.has(part.name)
      seen.add(part.name)
      if (!isKnown(part.name) || again) return [said(part.name, textOf(part)), ...attributesOf(part, part.name)]
      return [...attributesOf(part, part.name), ...(part.name === familyElement ? part.content.flatMap(ofFamily) : [])]
    }),
  ]
}

function ofFamily(part: string | SheetElement): readonly string[] {
  if (typeof part === 'string') return part.trim() === '' ? [] : [said(familyElement, part)]
  if (part.name !== 'Item') return [said(`${familyElement}/${part.name}`, textOf(part))]
  const seen = new Set<string>()
  return part.content.flatMap(inner => {
    if (typeof inner === 'string') return []
    const again = seen.has(inner.name)
    seen.add(inner.name)
    return ofRelative.has(inner.name) && !again ? [] : [said(`Item/${inner.name}`, textOf(inner))]
  })
}

const attributesOf = ({ attributes }: SheetElement, name: string): readonly string[] =>
  Object.entries(attributes).map(([key, value]) => said(`${name}@${key}`, value))

const said = (name: string, text: string): string => `${name.slice(0, 60)}：${text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)}`

const textOf = (part: string | SheetElement): string => (typeof part === 'string' ? part : part.content.map(textOf).join(' '))
