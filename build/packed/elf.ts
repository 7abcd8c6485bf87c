/** What a Linux binary asks of the system's libraries. */
export interface Needs {
  readonly arch: 'x64' | 'arm64' | 'other'
  /** Symbol versions by family: GLIBC → 2.2.5, 2.34 … */
  readonly versions: ReadonlyMap<string, readonly string[]>
}

const loadable = 1
const dynamic = 2
const stringTable = 5n
const versionsNeeded = 0x6ffffffen
const versionsNeededCount = 0x6fffffffn
const machines: Readonly<Record<number, Needs['arch']>> = { 62: 'x64', 183: 'arm64' }

export const isElf = (bytes: Buffer): boolean => bytes.length > 64 && bytes.readUInt32BE(0) === 0x7f454c46

/** Reads the version needs of a 64-bit little-endian ELF file by its dynamic section, as the loader does: no tools needed, section headers neither. */
export function needsOf(bytes: Buffer): Needs {
  if (!isElf(bytes) || bytes[4] !== 2 || bytes[5] !== 1) throw new Error('no 64-bit little-endian ELF file')
  const segments = segmentsOf(bytes)
  const entries = new Map(dynamicEntries(bytes, segments))
  const place = (tag: bigint): number | undefined => {
    const address = entries.get(tag)
    return address === undefined ? undefined : offsetOf(segments, address)
  }
  const [strings, needed] = [place(stringTable), place(versionsNeeded)]
  const versions = strings === undefined || needed === undefined ? [] : namesOf(bytes, strings, needed, Number(entries.get(versionsNeededCount) ?? 0n))
  return { arch: machines[bytes.readUInt16LE(18)] ?? 'other', versions: byFamily(versions) }
}

interface Segment {
  readonly type: number
  readonly offset: bigint
  readonly address: bigint
  readonly size: bigint
}

function segmentsOf(bytes: Buffer): readonly Segment[] {
  const [start, size, count] = [Number(bytes.readBigUInt64LE(32)), bytes.readUInt16LE(54), bytes.readUInt16LE(56)]
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size
    return {
      type: bytes.readUInt32LE(at),
      offset: bytes.readBigUInt64LE(at + 8),
      address: bytes.readBigUInt64LE(at + 16),
      size: bytes.readBigUInt64LE(at + 32),
    }
  })
}

function* dynamicEntries(bytes: Buffer, segments: readonly Segment[]): Generator<readonly [bigint, bigint]> {
  const section = segments.find(({ type }) => type === dynamic)
  if (!section) return
  for (let at = Number(section.offset); at < Number(section.offset + section.size); at += 16) {
    const tag = bytes.readBigInt64LE(at)
    if (tag === 0n) return
    yield [tag, bytes.readBigUInt64LE(at + 8)]
  }
}

function offsetOf(segments: readonly Segment[], address: bigint): number {
  const segment = segments.find(s => s.type === loadable && address >= s.address && address < s.address + s.size)
  if (!segment) throw new Error('an address outside every segment')
  return Number(address - segment.address + segment.offset)
}

/** Two chains: a library each, and in it a version each. */
function namesOf(bytes: Buffer, strings: number, needed: number, count: number): readonly string[] {
  const names: string[] = []
  let library = needed
  for (let i = 0; i < count; i++) {
    let version = library + bytes.readUInt32LE(library + 8)
    for (let j = bytes.readUInt16LE(library + 2); j > 0; j--) {
      const start = strings + bytes.readUInt32LE(version + 8)
      names.push(bytes.toString('latin1', start, bytes.indexOf(0, start)))
      version += bytes.readUInt32LE(version + 12)
    }
    const next = bytes.readUInt32LE(library + 12)
    if (next === 0) break
    library += next
  }
  return names
}

function byFamily(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const families = new Map<string, string[]>()
  for (const name of names) {
    const [, family, version] = /^([A-Z]+)_(\d+(?:\.\d+)*)$/.exec(name) ?? []
    if (family && version) families.set(family, [...(families.get(family) ?? []), version])
  }
  return families
}
