import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay } from './chromium-host/browser.ts'
import { installedChromium } from './chromium-host/chromium.ts'
import { root } from './root.ts'

/** How the built program is started on this machine. */
export interface Runtime {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

const electronFolder = join(root, 'node_modules/electron')
const asRoot = process.platform === 'linux' && process.getuid?.() === 0

/** Electron where it is or can be had, else an installed Chromium, else one from Debian's packages; says what is missing and stops where none of these is possible. */
export async function ensureRuntime(): Promise<Runtime> {
  const found = (await electron()) ?? chromiumHost()
  if (!found) install('No browser is installed.', ['chromium', 'fonts-noto-cjk'])
  else if (!hasChineseFont()) install('No Chinese font is installed: pages and prints would show boxes.', ['fonts-noto-cjk'])
  const runtime = found ?? chromiumHost()
  if (runtime) return runtime
  console.error('Chromium was installed but is not on the PATH. Set ZUGONG_CHROMIUM to its full path.')
  process.exit(1)
}

/** Electron needs a screen; without one the Chromium host runs headless. */
async function electron(): Promise<Runtime | undefined> {
  if (!hasDisplay) return undefined
  const found = electronBinary() ?? ((await electronCanBeHad()) ? downloadElectron() : undefined)
  return found ? { name: 'Electron', command: found, args: [...(asRoot ? ['--no-sandbox'] : []), root] } : undefined
}

function electronBinary(): string | undefined {
  const pathFile = join(electronFolder, 'path.txt')
  if (!existsSync(pathFile)) return undefined
  const binary = join(electronFolder, 'dist', readFileSync(pathFile, 'utf8'))
  return existsSync(binary) ? binary : undefined
}

/** Asks for three seconds whether the place Electron is fetched from answers at all. */
export async function electronCanBeHad(): Promise<boolean> {
  if (process.env['ELECTRON_SKIP_BINARY_DOWNLOAD']) return false
  const place = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? 'https://github.com/electron/electron/releases/'
  return fetch(place, { method: 'HEAD', signal: AbortSignal.timeout(3000) }).then(
    r => r.ok,
    () => false,
  )
}

function downloadElectron(): string | undefined {
  console.log('Fetching the Electron binary, once …')
  const { status } = spawnSync(process.execPath, [join(electronFolder, 'install.js')], { stdio: 'inherit', timeout: 300_000 })
  if (status !== 0) console.log('Electron could not be fetched; an installed Chromium will do.')
  return electronBinary()
}

/** The Chromium host on a packed program that was taken out of its archive into a folder. */
export function packedRuntime(folder: string): Runtime {
  const runtime = chromiumHost(folder)
  if (!runtime) throw new Error('No Chromium is installed.')
  return { ...runtime, args: [...runtime.args, `--packed=${folder}`] }
}

function chromiumHost(folder = root): Runtime | undefined {
  const chromium = installedChromium()
  if (!chromium) return undefined
  return {
    name: `Chromium host (${chromium})`,
    command: process.execPath,
    args: ['--import', pathToFileURL(join(root, 'build/chromium-host/register.ts')).href, join(folder, 'dist/main/main.cjs')],
  }
}

/** Windows and macOS bring theirs; where fontconfig can't be asked, nothing is said. */
function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return stdout !== ''
}

/** Only on a Debian-like system and as root; else the one line to run is said, and that is the end. */
function install(lacking: string, packages: readonly string[]): void {
  const line = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (!existsSync('/usr/bin/apt-get') || !asRoot) {
    console.error(lacking)
    console.error(process.platform === 'linux' ? `Run:  sudo ${line}` : 'Install Chrome or Edge, then run this again.')
    process.exit(1)
  }
  console.log(`${lacking} Running as root on a Debian-like system: ${line}`)
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  for (const args of [['update', '-q'], line.split(' ').slice(1)]) {
    if (spawnSync('apt-get', args, options).status === 0) continue
    console.error(`That failed. Run it by hand, then this again:  ${line}`)
    process.exit(1)
  }
}
