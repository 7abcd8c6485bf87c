import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** A folder that electron-builder has packed, as it lies on a PC afterwards. */
export interface Unpacked {
  readonly folder: string
  readonly platform: 'linux' | 'win32'
  readonly arch: 'x64' | 'arm64'
}

export const executableOf = ({ folder, platform }: Unpacked): string => join(folder, platform === 'win32' ? 'zugong.exe' : 'zugong')
export const archiveOf = ({ folder }: Unpacked): string => join(folder, 'resources/app.asar')

/** What lies packed in the release folder. */
export function unpackedIn(release: string): readonly Unpacked[] {
  return readdirSync(release).flatMap(name => {
    const [, system, arch] = /^(win|linux)-(?:(arm64)-)?unpacked$/.exec(name) ?? []
    return system ? [{ folder: join(release, name), platform: system === 'win' ? 'win32' : 'linux', arch: arch === 'arm64' ? 'arm64' : 'x64' } as const] : []
  })
}
