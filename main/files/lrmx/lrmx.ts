import { type AppointmentSheet, emptySheet, type SheetElement, type SheetRelative } from '../../../shared/domain/appointment-sheet.ts'
import { Unreadable } from '../zip.ts'
import { familyElement, photoElement, type Place, places, relativePlaces } from './elements.ts'
import { decodeXml } from './encoding.ts'
import { photoIn } from './photo.ts'
import { readTree, writeTree } from './tree.ts'

/** What the files of this program say: their shape is that of the official editor 3.2. */
const writtenVersion = '3.2.1.16'

/**
 * Reads a `.lrmx` of 3.x or 4.0: by name and not by order, values trimmed, whatever is not known kept in `original`. Throws `Unreadable` with
 * the reason where it is no such file.
 */
export function readLrmx(bytes: Uint8Array): AppointmentSheet {
  const root = readTree(decodeXml(bytes), photoElement)
  if (root.name !== 'Person') throw new Unreadable(`它不是任免表文件：最外层应是 Person，这里是 ${root.name.slice(0, 40)}`)
  return { ...sheetIn(root), original: root }
}

/**
 * Writes a `.lrmx`: UTF-8, CRLF, in the order of the official editor. A sheet that was read from a file keeps that file's elements, their order,
 * and those that are not known; only what has changed is put in their place.
 */
export function writeLrmx(sheet: AppointmentSheet): Uint8Array {
  const { original } = sheet
  const before = original && sheetIn(original)
  const written = original ? sheet : { ...sheet, version: sheet.version ?? writtenVersion }
  const wanted = places.map(place => {
    const kept = original && childOf(original, place.element)
    const needed = original === undefined && !('field' in place && place.later)
    return { name: place.element, element: elementFor(place, written, before, kept), needed }
  })
  const root = put(original ?? { name: 'Person', attributes: {}, content: [] }, wanted)
  const family = childOf(root, familyElement)
  const lines = new Set([root, ...(family ? [family, ...childrenOf(family, 'Item')] : [])])
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${writeTree(root, lines)}\n`.replaceAll('\n', '\r\n'))
}

/** What an element comes to, in a file that is to hold it. */
interface Wanted {
  readonly name: string
  readonly element: SheetElement
  /** Written even where nothing stands in it and the file had none. */
  readonly needed: boolean
}

/** The element with what is wanted: in its place where there is one, else before whatever comes after it in the official order. */
function put(element: SheetElement, wanted: readonly Wanted[]): SheetElement {
  const content = element.content.filter(isElement)
  for (const [rank, { name, element: replacement, needed }] of wanted.entries()) {
    const at = content.findIndex(child => child.name === name)
    if (at >= 0) content[at] = replacement
    else if (needed || replacement.content.length > 0) {
      const later = new Set(wanted.slice(rank + 1).map(other => other.name))
      const before = content.findIndex(child => later.has(child.name))
      content.splice(before < 0 ? content.length : before, 0, replacement)
    }
  }
  return { ...element, content }
}

function elementFor(place: Place, sheet: AppointmentSheet, before: AppointmentSheet | undefined, kept: SheetElement | undefined): SheetElement {
  if ('holds' in place && place.holds === 'family') return familyFor(sheet.family, before?.family, kept)
  const text = textFor(place, sheet)
  // What the file said more loosely (a photo in lines, or one that is none) stays where it is still the same.
  const same = kept !== undefined && before !== undefined && textFor(place, before) === text
  return same ? trimmed(kept) : leaf(place.element, text, kept)
}

function textFor(place: Place, sheet: AppointmentSheet): string {
  if ('field' in place) return sheet[place.field] ?? ''
  if ('education' in place) return sheet[place.education][place.part] ?? ''
  return sheet.photo ? Buffer.from(sheet.photo).toString('base64') : ''
}

function familyFor(family: readonly SheetRelative[], before: readonly SheetRelative[] | undefined, kept: SheetElement | undefined): SheetElement {
  const container = kept ?? { name: familyElement, attributes: {}, content: [] }
  const items = childrenOf(container, 'Item')
  if (kept && JSON.stringify(family) === JSON.stringify(before)) return { ...kept, content: kept.content.filter(isElement).map(trimmedItem) }
  const lines = family.map(line => {
    const item = items.find(known => relativeIn(known).name === line.name)
    const wanted = relativePlaces.map(({ element, field }) => ({ name: element, element: leaf(element, line[field] ?? ''), needed: item === undefined }))
    return put(item ?? { name: 'Item', attributes: {}, content: [] }, wanted)
  })
  return { ...container, content: [...lines, ...container.content.filter(isElement).filter(child => child.name !== 'Item')] }
}

const relativeElements = new Set(relativePlaces.map(place => place.element))
const trimmedItem = (item: SheetElement): SheetElement =>
  item.name === 'Item' ? { ...item, content: item.content.filter(isElement).map(child => (relativeElements.has(child.name) ? trimmed(child) : child)) } : item

/** A value without the white space around it; what holds elements stays as it is. */
const trimmed = (element: SheetElement): SheetElement => (element.content.some(isElement) ? element : leaf(element.name, textOf(element), element))

function leaf(name: string, text: string, kept?: SheetElement): SheetElement {
  const value = text.replaceAll(/\r\n?/g, '\n').trim()
  return { name, attributes: kept?.attributes ?? {}, content: value === '' ? [] : [value] }
}

function sheetIn(root: SheetElement): AppointmentSheet {
  const texts: Record<string, string | null> = {}
  const schools = { fullTime: { ...emptySheet.fullTime }, inService: { ...emptySheet.inService } }
  for (const place of places) {
    const element = childOf(root, place.element)
    if (!element || 'holds' in place) continue
    if ('field' in place) texts[place.field] = valueOf(element)
    else schools[place.education] = { ...schools[place.education], [place.part]: valueOf(element) }
  }
  const [family, photo] = [childOf(root, familyElement), childOf(root, photoElement)]
  const lines = family ? childrenOf(family, 'Item').map(relativeIn) : []
  return {
    ...emptySheet,
    ...texts,
    ...schools,
    family: lines.filter(line => Object.values(line).some(value => value !== null)),
    photo: photo ? photoIn(textOf(photo)) : null,
  }
}

function relativeIn(item: SheetElement): SheetRelative {
  const valueAt = (name: string) => {
    const element = childOf(item, name)
    return element ? valueOf(element) : null
  }
  const [relation, name, born, politics, work] = relativePlaces.map(place => valueAt(place.element))
  return { relation: relation ?? null, name: name ?? null, born: born ?? null, politics: politics ?? null, work: work ?? null }
}

const isElement = (part: string | SheetElement): part is SheetElement => typeof part !== 'string'
/** The first of that name: what comes again is kept as it stands. */
const childOf = (element: SheetElement, name: string): SheetElement | undefined => element.content.filter(isElement).find(child => child.name === name)
const childrenOf = (element: SheetElement, name: string): SheetElement[] => element.content.filter(isElement).filter(child => child.name === name)

const textOf = (element: SheetElement): string => element.content.map(part => (isElement(part) ? textOf(part) : part)).join('')

const valueOf = (element: SheetElement): string | null => textOf(element).replaceAll(/\r\n?/g, '\n').trim() || null
