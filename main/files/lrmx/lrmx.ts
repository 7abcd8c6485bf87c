import { type AppointmentSheet, emptySheet, type SheetElement, type SheetRelative } from '../../../shared/domain/appointment-sheet.ts'
import { Unreadable } from '../zip.ts'
import { familyElement, photoElement, type Place, places, relativePlaces } from './elements.ts'
import { decodeXml } from './encoding.ts'
import { noPhoto, photoIn } from './photo.ts'
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
  const sheet = sheetIn(root)
  const photo = childOf(root, photoElement)
  const spoilt = sheet.photo === null && photo !== undefined && textOf(photo).trim() !== ''
  return { ...sheet, original: root, ...(spoilt ? { unread: [noPhoto] } : {}) }
}

/** What the file that a sheet was read from says, as far as it was kept: where the sheet still says the same, the file's own writing stays. */
export interface Said {
  readonly sheet: AppointmentSheet
  /** One for each `Item`; null for one that was not kept, and therefore stays. */
  readonly family: readonly (SheetRelative | null)[]
}

/**
 * Writes a `.lrmx`: UTF-8, CRLF, in the order of the official editor. A sheet that was read from a file keeps that file's elements, their order,
 * and those that are not known; only what has changed since `said` is put in their place. Without it the sheet is as it was read.
 */
export function writeLrmx(sheet: AppointmentSheet, said?: Said): Uint8Array {
  const { original } = sheet
  const before = said ?? (original && { sheet: sheetIn(original), family: relativesIn(original).map(line => (isEmpty(line) ? null : line)) })
  const written = original ? sheet : { ...sheet, version: sheet.version ?? writtenVersion }
  const wanted = places.map(place => {
    const kept = original && childOf(original, place.element)
    const needed = original === undefined && !('field' in place && place.later)
    return { name: place.element, element: elementFor(place, written, before, kept), needed }
  })
  const root = put(original ?? { name: 'Person', attributes: {}, content: [] }, wanted)
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${writeTree(root, linesOf(root))}\n`.replaceAll('\n', '\r\n'))
}

/** The file as it is kept beside the records: without the photo, where that is exactly what its bytes come to, since those are kept as a photo. */
export function fileToKeep(root: SheetElement): Uint8Array {
  const photo = childOf(root, photoElement)
  const text = photo ? textOf(photo).trim() : ''
  const bytes = photoIn(text)
  const exact = bytes !== null && Buffer.from(bytes).toString('base64') === text
  const content = root.content.map(part => (exact && part === photo ? { ...photo, content: [] } : part))
  const kept = { ...root, content }
  return Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${writeTree(kept, linesOf(kept))}\n`)
}

/** A kept file; undefined where something else was put in its place. */
export function readKept(bytes: Uint8Array): AppointmentSheet | undefined {
  try {
    return readLrmx(bytes)
  } catch (cause) {
    if (cause instanceof Unreadable) return undefined
    throw cause
  }
}

/** Of these the elements are written, a line each; the white space between them means nothing. */
function linesOf(root: SheetElement): ReadonlySet<SheetElement> {
  const family = childOf(root, familyElement)
  return new Set([root, ...(family ? [family, ...childrenOf(family, 'Item')] : [])])
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

function elementFor(place: Place, sheet: AppointmentSheet, before: Said | undefined, kept: SheetElement | undefined): SheetElement {
  if ('holds' in place && place.holds === 'family') return familyFor(sheet.family, before?.family ?? [], kept)
  const text = textFor(place, sheet)
  // What the file said more loosely (a photo in lines, or one that is none) stays where it is still the same.
  const same = before !== undefined && textFor(place, before.sheet) === text
  if (!same) return leaf(place.element, text, kept)
  return kept ? trimmed(kept) : leaf(place.element, '')
}

function textFor(place: Place, sheet: AppointmentSheet): string {
  if ('field' in place) return sheet[place.field] ?? ''
  if ('education' in place) return sheet[place.education][place.part] ?? ''
  return sheet.photo ? Buffer.from(sheet.photo).toString('base64') : ''
}

/** The family's lines as `Item`s: those of the file where they mean the same person, and where it has them what else stands there. */
function familyFor(family: readonly SheetRelative[], before: readonly (SheetRelative | null)[], kept: SheetElement | undefined): SheetElement {
  const container = kept ?? { name: familyElement, attributes: {}, content: [] }
  const items = childrenOf(container, 'Item').map((element, i) => ({ element, said: before[i] ?? null }))
  const open = items.filter(({ said }) => said !== null)
  const take = (fits: (said: SheetRelative) => boolean) => {
    const at = open.findIndex(({ said }) => said !== null && fits(said))
    return at < 0 ? undefined : open.splice(at, 1)[0]
  }
  const exact = family.map(line => take(said => relativePlaces.every(({ field }) => said[field] === line[field])))
  const lines = family.map((line, i) => {
    const item = exact[i] ?? take(said => said.name === line.name)
    return { item, element: itemFor(line, item) }
  })
  // What no line stands for, and is nobody who was taken out, stays behind what it stood behind.
  const content: { readonly element: SheetElement; readonly of: SheetElement | undefined }[] = lines.map(({ item, element }) => ({
    element,
    of: item?.element,
  }))
  let last = -1
  for (const part of container.content.filter(isElement)) {
    const at = content.findIndex(({ of }) => of === part)
    if (at >= 0) last = at
    else if (!items.some(({ element, said }) => element === part && said !== null)) {
      last += 1
      content.splice(last, 0, { element: trimmedItem(part), of: part })
    }
  }
  return { ...container, content: content.map(({ element }) => element) }
}

function itemFor(line: SheetRelative, item: { readonly element: SheetElement; readonly said: SheetRelative | null } | undefined): SheetElement {
  const [kept, said] = [item?.element, item?.said]
  const wanted = relativePlaces.map(({ element, field }) => {
    const child = kept && childOf(kept, element)
    const same = child !== undefined && said?.[field] === line[field]
    return { name: element, element: same ? trimmed(child) : leaf(element, line[field] ?? '', child), needed: kept === undefined }
  })
  return put(kept ?? { name: 'Item', attributes: {}, content: [] }, wanted)
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
  const photo = childOf(root, photoElement)
  return {
    ...emptySheet,
    ...texts,
    ...schools,
    family: relativesIn(root).filter(line => !isEmpty(line)),
    photo: photo ? photoIn(textOf(photo)) : null,
  }
}

/** One for each `Item`, also where nothing stands in it. */
export function relativesIn(root: SheetElement): readonly SheetRelative[] {
  const family = childOf(root, familyElement)
  return family ? childrenOf(family, 'Item').map(relativeIn) : []
}

const isEmpty = (line: SheetRelative): boolean => Object.values(line).every(value => value === null)

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
