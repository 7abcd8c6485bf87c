import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A small disk of its own, in memory; undefined where this machine lets nobody mount one. */
export function smallDisk(megabytes: number) {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-disk-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
  onTestFinished(() => {
    if (mounted) spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  if (!mounted) return
  const ballast = join(folder, 'ballast')
  return {
    folder,
    /** Fills it up to so many bytes. */
    fill: (left: number) => {
      const { bavail, bsize } = statfsSync(folder)
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
    },
    free: () => rmSync(ballast, { force: true }),
    protect: (on: boolean) => spawnSync('mount', ['-o', `remount,${on ? 'ro' : 'rw'},size=${megabytes}m`, folder]).status === 0,
  }
}
