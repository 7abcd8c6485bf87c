import { readdir, rm, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { AppError, refuse } from '../../shared/errors.ts'
import { dayOf } from '../app/clock.ts'
import { reasonOf } from '../files/whole-file.ts'
import type { Header } from './format.ts'
import { withBackup } from './unpack.ts'

export const extension = '.zgb'

/** A backup that lies in the folder; of a damaged one nothing is known but its name. */
export interface Lying {
  readonly name: string
  readonly path: string
  readonly size: number
  readonly header: Header | null
  /** What is wrong with its head, in words. */
  readonly wrong: string | null
}

/** `某党委-20261123-180102.zgb`: sorts by time, and every file system takes it. */
export function backupName(office: string, madeAt: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const time = [madeAt.getHours(), madeAt.getMinutes(), madeAt.getSeconds()].map(two).join('')
  return `${prefixOf(office)}${dayOf(madeAt).replaceAll('-', '')}-${time}${extension}`
}

const prefixOf = (office: string): string => `${office.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 60)}-`

/** Refuses a folder that is away, with the reason. */
export async function mustBeThere(folder: string): Promise<void> {
  const found = await stat(folder).catch((cause: unknown) => {
    throw new AppError('backup.unwritable', { folder, why: reasonOf(cause) })
  })
  if (!found.isDirectory()) throw new AppError('backup.unwritable', { folder, why: '不是文件夹' })
}

/** A backup beside what it was made of is none. */
export function refuseInside(office: string, folder: string): void {
  const way = relative(office, folder)
  if (way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !/^[A-Za-z]:/.test(way)))
    throw refuse('folder', 'inOffice', '这是存放台账的文件夹，盘坏了会一起坏。请选另一块盘、U 盘或共享上的文件夹')
}

/** The backups of this office in a folder, newest first, and after them those that cannot be read. */
export async function backupsIn(folder: string, office: { readonly id: string; readonly name: string }): Promise<Lying[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AppError('backup.unwritable', { folder, why: reasonOf(cause) })
  })
  const found: Lying[] = []
  for (const name of names.filter(n => n.endsWith(extension))) {
    const lying = await look(join(folder, name), name)
    if (lying.header ? lying.header.officeId === office.id : name.startsWith(prefixOf(office.name))) found.push(lying)
  }
  const madeAt = ({ header }: Lying) => header?.madeAt ?? ''
  return found.toSorted((a, b) => madeAt(b).localeCompare(madeAt(a)) || b.name.localeCompare(a.name))
}

async function look(path: string, name: string): Promise<Lying> {
  try {
    return await withBackup(path, async ({ header, size }) => ({ name, path, size, header, wrong: null }))
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    const { facts } = cause
    const wrong = 'what' in facts ? facts.what : 'why' in facts ? facts.why : '读不出来'
    const size = (await stat(path).catch(() => undefined))?.size ?? 0
    return { name, path, size, header: null, wrong }
  }
}

/** What a backup that was cut off by a crash has left. */
export async function removeUnfinished(folder: string, office: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (name.startsWith(prefixOf(office)) && name.endsWith(`${extension}.part`)) await rm(join(folder, name), { force: true }).catch(() => undefined)
  }
}
