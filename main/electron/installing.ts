import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { app, shell } from 'electron'
import type { UpdateTarget } from '../../shared/api/update.ts'
import type { InstallOutcome } from '../engine/messages.ts'
import { reasonOf } from '../files/whole-file.ts'

/** Long enough for the window to say what comes. */
const beforeEnd = 1500

type Way = (installer: string, sha512: string) => Promise<InstallOutcome>

/** Each way puts the whole new program in its place or leaves the old one. */
const ways: Readonly<Record<UpdateTarget['kind'], Way>> = {
  nsis: openInstaller,
  deb: installDeb,
  AppImage: replaceAppImage,
}

/** Proves the installer once more where it lies now, then hands it to the system. The program ends a moment after success. */
export async function install(kind: UpdateTarget['kind'], installer: string, sha512: string): Promise<InstallOutcome> {
  if ((await digestOf(installer)) !== sha512) return { kind: 'failed', why: '安装程序在核对以后又变了' }
  const outcome = await ways[kind](installer, sha512)
  if (outcome.kind !== 'failed') setTimeout(() => app.quit(), beforeEnd)
  return outcome
}

async function digestOf(path: string): Promise<string | undefined> {
  const sum = createHash('sha512')
  return pipeline(createReadStream(path), sum).then(
    () => sum.digest('hex'),
    () => undefined,
  )
}

/** Windows asks for the administrator itself; its installer waits until this program has ended. */
async function openInstaller(installer: string): Promise<InstallOutcome> {
  const refused = await shell.openPath(installer)
  return refused ? { kind: 'failed', why: `Windows 没有打开安装程序（${refused}）` } : { kind: 'installer' }
}

/** pkexec asks for the administrator's password in a window of the system's own; dpkg puts the whole package in or leaves the old one. */
async function installDeb(installer: string): Promise<InstallOutcome> {
  const { code, said } = await run('pkexec', ['dpkg', '--install', installer])
  if (code === 0) {
    app.relaunch()
    return { kind: 'restarts' }
  }
  if (code === undefined) return { kind: 'failed', why: '系统没有 pkexec。请维护人员在终端用 sudo dpkg --install 安装同一版本的 deb 包' }
  if (code === 126 || code === 127) return { kind: 'failed', why: '没有得到系统管理员的许可' }
  return { kind: 'failed', why: `dpkg 没有装成（${said.trim().split('\n').at(-1) ?? code}）` }
}

function run(command: string, args: readonly string[]): Promise<{ code: number | undefined; said: string }> {
  return new Promise(resolve => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-2000)))
    child.on('error', () => resolve({ code: undefined, said }))
    child.on('close', code => resolve({ code: code ?? 1, said }))
  })
}

/** The one file is written beside its place, proved there, and takes it in one step. */
async function replaceAppImage(installer: string, sha512: string): Promise<InstallOutcome> {
  const place = process.env['APPIMAGE']
  if (!place) return { kind: 'failed', why: '找不到本程序的 AppImage 文件' }
  const part = `${place}.part`
  try {
    await copyFile(installer, part)
    await chmod(part, 0o755)
    const file = await open(part, 'r+')
    await file.sync().finally(() => file.close())
    if ((await digestOf(part)) !== sha512) throw Object.assign(new Error('copied wrongly'), { code: 'EIO' })
    await rename(part, place)
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined)
    return { kind: 'failed', why: `放程序的地方${reasonOf(cause)}` }
  }
  app.relaunch({ execPath: place, args: [] })
  return { kind: 'restarts' }
}
