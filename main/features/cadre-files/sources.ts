import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { largestMb, refuseLarge } from '../../files/lrmx/read.ts'
import { Inflater, readZip, Unreadable } from '../../files/zip.ts'

/** One 任免表文件 where it lies. */
export interface SourceFile {
  /** Its name among those that were chosen, with the folders in which it lies. */
  readonly file: string
  bytes(): Promise<Uint8Array>
  /** The picture of the same name beside an old `.lrm`. */
  photo(): Promise<Uint8Array | undefined>
}

const mostFiles = 10_000
const zipLimitMb = 400

/** The 任免表文件 in folders, zips and single files. `file.unreadable` where a folder or zip cannot be read, or none is in them. */
export async function filesIn(paths: readonly string[]): Promise<readonly SourceFile[]> {
  const found = (await Promise.all(paths.map(filesAt))).flat()
  const name = basename(paths[0] ?? '')
  if (found.length === 0) throw new AppError('file.unreadable', { name, why: '里面没有 .lrmx、.lrm 或 .docx 文件' })
  if (found.length > mostFiles) throw new AppError('file.unreadable', { name, why: `里面的任免表文件超过 ${mostFiles} 个，请分几次导入` })
  return distinct(found)
}

/** What identifies the chosen files while nobody has changed them. */
export async function stampOf(paths: readonly string[]): Promise<string> {
  const facts = await Promise.all(paths.map(path => stat(path).catch(() => undefined)))
  return JSON.stringify(paths.map((path, i) => [path, facts[i]?.mtimeMs, facts[i]?.size]))
}

async function filesAt(path: string): Promise<SourceFile[]> {
  const name = basename(path)
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) return await filesInFolder(path)
    if (extname(path).toLowerCase() !== '.zip') return [onDisk(path, name, await besideOf(path))]
    if (facts.size > zipLimitMb * 1024 * 1024) throw new AppError('file.tooLarge', { name, limitMb: zipLimitMb })
    return filesInZip(await readFile(path))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('file.unreadable', { name, why: cause instanceof Unreadable ? cause.why : '文件不在，或没有读取的权限' })
  }
}

const endingOf = (name: string): string => extname(name).toLowerCase()
const isSheet = (name: string): boolean => ['.lrmx', '.lrm', '.docx'].includes(endingOf(name)) && !basename(name).startsWith('~')
const isPhoto = (name: string): boolean => ['.pic', '.jpg'].includes(endingOf(name))
const stemOf = (name: string): string => name.slice(0, name.length - extname(name).length).toLowerCase()

async function filesInFolder(folder: string): Promise<SourceFile[]> {
  const inside = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = inside.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const photos = new Map(paths.filter(isPhoto).map(path => [stemOf(path), path]))
  return paths
    .filter(isSheet)
    .toSorted()
    .map(path => onDisk(path, relative(folder, path).replaceAll('\\', '/'), photos.get(stemOf(path))))
}

async function besideOf(path: string): Promise<string | undefined> {
  if (endingOf(path) !== '.lrm') return undefined
  const beside = await readdir(join(path, '..'))
  const photo = beside.find(file => isPhoto(file) && stemOf(file) === stemOf(basename(path)))
  return photo === undefined ? undefined : join(path, '..', photo)
}

function onDisk(path: string, file: string, photo: string | undefined): SourceFile {
  const read = async (at: string): Promise<Uint8Array> => {
    refuseLarge((await stat(at)).size)
    return readFile(at)
  }
  return {
    file,
    bytes: () => read(path),
    photo: async () => (endingOf(path) === '.lrm' && photo !== undefined ? read(photo) : undefined),
  }
}

function filesInZip(bytes: Buffer): SourceFile[] {
  const entries = [...readZip(bytes).values()]
  const inflater = new Inflater(bytes)
  const photos = new Map(entries.filter(({ name }) => isPhoto(name)).map(entry => [stemOf(entry.name), entry]))
  const read = async (entry: (typeof entries)[number]): Promise<Uint8Array> => {
    refuseLarge(entry.size)
    return inflater.bytes(entry, largestMb)
  }
  return entries
    .filter(({ name }) => isSheet(name))
    .map(entry => {
      const photo = endingOf(entry.name) === '.lrm' ? photos.get(stemOf(entry.name)) : undefined
      return { file: entry.name, bytes: () => read(entry), photo: async () => (photo ? read(photo) : undefined) }
    })
}

/** Files of the same name in different places are told apart by a number. */
function distinct(files: readonly SourceFile[]): SourceFile[] {
  const taken = new Map<string, number>()
  return files.map(one => {
    const times = (taken.get(one.file) ?? 0) + 1
    taken.set(one.file, times)
    return times === 1 ? one : { ...one, file: `${one.file}（${times}）` }
  })
}
