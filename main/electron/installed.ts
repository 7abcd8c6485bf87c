import { app } from 'electron'
import type { UpdateTarget } from '../../shared/api/update.ts'
import { type TrustedKey, trustedKeys } from '../update/trusted-keys.ts'

/** How this program came onto the PC, and whose updates it takes; undefined where it runs from its sources. */
export function installed(): { readonly target: UpdateTarget; readonly trusted: readonly TrustedKey[] } | undefined {
  const target = targetOf(process.platform, process.arch)
  return target && { target, trusted: trusted() }
}

function targetOf(platform: string, arch: string): UpdateTarget | undefined {
  if (arch !== 'x64' && arch !== 'arm64') return
  if (platform === 'win32') return app.isPackaged ? { kind: 'nsis', platform, arch } : undefined
  if (platform !== 'linux') return
  // The AppImage's own starter tells where the one file lies.
  if (process.env['APPIMAGE']) return { kind: 'AppImage', platform, arch }
  return app.isPackaged ? { kind: 'deb', platform, arch } : undefined
}

/** An end-to-end test signs with a key of its own: an unpackaged run trusts the one it is started with. A packaged program never looks. */
function trusted(): readonly TrustedKey[] {
  const publicKey = process.env['ZUGONG_UPDATE_KEY']
  return app.isPackaged || !publicKey ? trustedKeys : [{ name: '甲', publicKey }]
}
