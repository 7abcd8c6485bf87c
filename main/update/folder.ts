import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { targetWords, type UpdateTarget } from '../../shared/api/update.ts'
import { AppError } from '../../shared/errors.ts'
import { compareVersions } from '../../shared/rules/versions.ts'
import { reasonOf } from '../files/whole-file.ts'
import { mustFit, withUpdate } from './package.ts'
import type { TrustedKey } from './trusted-keys.ts'

export const extension = '.zgu'
/** A share of one office holds a few releases for a few kinds of PC. */
const mostLookedAt = 200

/** The newest package of a folder that fits this PC; `update.none` where there is none. One that is broken or strange is passed over. */
export async function newestIn(folder: string, trusted: readonly TrustedKey[], here: UpdateTarget, current: string): Promise<string> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new AppError('file.unreadable', { name: folder, why: reasonOf(cause) })
  })
  let best: { readonly path: string; readonly version: string } | undefined
  for (const name of names.filter(n => n.endsWith(extension)).slice(0, mostLookedAt)) {
    const path = join(folder, name)
    const version = await fitting(path, trusted, here, current)
    if (version !== undefined && (!best || compareVersions(version, best.version) > 0)) best = { path, version }
  }
  if (!best) throw new AppError('update.none', { folder, here: targetWords(here), current })
  return best.path
}

async function fitting(path: string, trusted: readonly TrustedKey[], here: UpdateTarget, current: string): Promise<string | undefined> {
  try {
    return await withUpdate(path, trusted, async update => {
      mustFit(update, here, current)
      return update.manifest.version
    })
  } catch (cause) {
    if (cause instanceof AppError) return
    throw cause
  }
}
