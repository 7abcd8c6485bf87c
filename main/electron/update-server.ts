import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppUpdater, CancellationToken, NoOpLogger, type ProgressInfo, type ResolvedUpdateFileInfo } from 'electron-updater'
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js'
import type { UpdateTarget } from '../../shared/api/update.ts'
import type { FetchOutcome } from '../engine/messages.ts'
import { reasonOf } from '../files/whole-file.ts'
import { decodeHead, type Head } from '../update/format.ts'
import type { TrustedKey } from '../update/trusted-keys.ts'

type DownloadOptions = Parameters<AppUpdater['doDownloadUpdate']>[0]

const files: Readonly<Record<UpdateTarget['kind'], string>> = { nsis: '.exe', deb: '.deb', AppImage: '.AppImage' }
const arches: Readonly<Record<UpdateTarget['arch'], RegExp>> = { x64: /-(?:x64|amd64|x86_64)\./, arm64: /-(?:arm64|aarch64)\./ }

/** Why nothing came, in words that the page shows. */
class Refused extends Error {}

interface Wish {
  /** The folder on the web server, `http://…`. */
  readonly address: string
  readonly target: UpdateTarget
  readonly trusted: readonly TrustedKey[]
  /** Where the package is put together; emptied first. */
  readonly folder: string
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/**
 * electron-updater with its generic provider finds and fetches; nothing of it decides. The list of versions is unsigned, so the
 * installer must be the one that the signed head beside it (`.zgs`) names, and what comes out is a package like one from a stick,
 * proved again from its first byte to its last before anything is installed.
 */
export async function fetchUpdate(wish: Wish): Promise<FetchOutcome> {
  const updater = new Fetcher(wish)
  const cancellation = new CancellationToken()
  const cancel = () => cancellation.cancel()
  wish.signal.addEventListener('abort', cancel, { once: true })
  try {
    const found = await updater.checkForUpdates()
    if (!found?.isUpdateAvailable) return { kind: 'none' }
    const [path] = await updater.downloadUpdate(cancellation)
    return path === undefined ? { kind: 'none' } : { kind: 'fetched', path }
  } catch (cause) {
    await rm(wish.folder, { recursive: true, force: true }).catch(() => undefined)
    return wish.signal.aborted ? { kind: 'cancelled' } : { kind: 'failed', why: whyNot(cause) }
  } finally {
    wish.signal.removeEventListener('abort', cancel)
  }
}

class Fetcher extends AppUpdater {
  readonly #wish: Wish
  readonly #http = new ElectronHttpExecutor()

  constructor(wish: Wish) {
    // The server is not told which PC asks.
    super({ provider: 'generic', url: wish.address, requestHeaders: { 'x-user-staging-id': '' } })
    this.#wish = wish
    this.autoDownload = false
    this.autoInstallOnAppQuit = false
    this.forceDevUpdateConfig = true
    this.logger = new NoOpLogger()
  }

  protected override async doDownloadUpdate({ updateInfoAndProvider: { info, provider }, requestHeaders, cancellationToken }: DownloadOptions) {
    const { target, folder, progress } = this.#wish
    const file = provider.resolveFiles(info).find(({ url }) => url.pathname.endsWith(files[target.kind]) && arches[target.arch].test(url.pathname))
    if (!file) throw new Refused('服务器上的清单里没有本机能用的安装程序')
    const headers = { ...requestHeaders }
    const { bytes, head } = await this.#signedHead(file, cancellationToken)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const [installer, path] = [join(folder, 'installer'), join(folder, `zugong-${head.manifest.version}.zgu`)]
    let tooLong = false
    const onProgress = ({ transferred }: ProgressInfo) => {
      // What is longer than was signed is not taken to its end.
      if (transferred > head.manifest.size) {
        tooLong = true
        cancellationToken.cancel()
      }
      progress(Math.min(transferred, head.manifest.size), head.manifest.size)
    }
    await this.#http.download(file.url, installer, { headers, cancellationToken, sha512: file.info.sha512, onProgress }).catch((cause: unknown) => {
      throw tooLong ? new Refused('服务器上的安装程序比签名说的长') : cause
    })
    const whole = createWriteStream(`${path}.part`)
    whole.write(bytes)
    await pipeline(createReadStream(installer), whole)
    await rename(`${path}.part`, path)
    await rm(installer)
    return { updateFile: path }
  }

  /** The head beside the installer, if somebody trusted signed it and it means the file of the list. */
  async #signedHead({ url, info }: ResolvedUpdateFileInfo, cancellationToken: CancellationToken): Promise<{ readonly bytes: Buffer; readonly head: Head }> {
    const beside = new URL(`${url.href}.zgs`)
    const bytes = await this.#http.downloadToBuffer(beside, { cancellationToken }).catch(() => {
      throw new Refused('服务器上没有安装程序的签名（.zgs）')
    })
    const head = decodeHead(bytes, this.#wish.trusted)
    if (head === 'unsigned') throw new Refused('安装程序不是本程序的发布者签发的，请告诉安全保密管理员')
    if (head === 'damaged') throw new Refused('安装程序的签名文件不完整或被改动过')
    if (head.manifest.sha512 !== Buffer.from(info.sha512, 'base64').toString('hex')) throw new Refused('清单与签名说的不是同一个安装程序')
    return { bytes, head }
  }

  /** Installing is not its business. */
  override quitAndInstall(): void {}
}

function whyNot(cause: unknown): string {
  if (cause instanceof Refused) return cause.message
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const text = cause instanceof Error ? cause.message : String(cause)
  if (code === 'ERR_CHECKSUM_MISMATCH') return '取下来的文件与清单不符，多半没有传完'
  if (code === 'ERR_UPDATER_CHANNEL_FILE_NOT_FOUND' || /\b404\b/.test(text)) return '这个地址上没有更新清单（latest 开头的 .yml）'
  if (/ENOTFOUND|EAI_AGAIN|NAME_NOT_RESOLVED/.test(code + text)) return '找不到这台服务器'
  if (/ECONN|ETIMEDOUT|EHOST|timed out|CONNECTION|ADDRESS_UNREACHABLE|socket hang up|aborted/i.test(code + text)) return '连不上服务器，或中途断开'
  if (/ENOSPC|EDQUOT|EACCES|EPERM|EROFS|EIO/.test(code)) return `本机磁盘${reasonOf(cause)}`
  return '服务器的回答不对'
}
