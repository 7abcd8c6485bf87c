import { z } from 'zod'
import type { Role } from '../domain/roles.ts'
import { action } from './endpoint.ts'
import { fileToken } from './shell.ts'

/** What an installer is for: Windows 安装程序, a deb package for UOS, 麒麟 and Debian, or one AppImage file. */
const target = z.object({ kind: z.enum(['nsis', 'deb', 'AppImage']), platform: z.enum(['win32', 'linux']), arch: z.enum(['x64', 'arm64']) })
export type UpdateTarget = z.infer<typeof target>

const platforms = { win32: 'Windows', linux: 'Linux' } as const
const kinds = { nsis: '', deb: ' deb', AppImage: ' AppImage' } as const

/** `Windows x64`, `Linux arm64 deb`. */
export const targetWords = ({ kind, platform, arch }: UpdateTarget): string => `${platforms[platform]} ${arch}${kinds[kind]}`

/** What a package says of itself, once its signature has been found good. */
export const updateFacts = target.extend({
  name: z.string(),
  version: z.string(),
  size: z.int(),
  builtAt: z.string(),
  notes: z.array(z.string()),
  signedBy: z.string(),
})
export type UpdateFacts = z.infer<typeof updateFacts>

const state = z.object({
  version: z.string(),
  /** Null where the program runs from its sources and nothing can be put in its place. */
  target: target.nullable(),
  /** The folder of the office's own web server, where one was set. */
  server: z.string().nullable(),
  /** The last update that was begun from here, and why it came to nothing where it did. */
  last: z.object({ at: z.string(), from: z.string(), to: z.string(), failed: z.string().nullable() }).nullable(),
})

/** A folder on a server, without a name or password in it. */
const serverAddress = z
  .string()
  .trim()
  .max(300)
  .regex(/^https?:\/\/[^\s/?#@]+(?:\/[^\s?#@]*)?$/, '请填以 http:// 或 https:// 开头的地址')

/** Of a hundred: from here on the system installs, and the work can be cancelled no more. */
export const handedOver = 98

const admin: readonly Role[] = ['admin']
const job = z.string().max(60)

/** 程序更新: for who looks after the PC, without a look at any record. */
export const updateApi = {
  'update.state': action(z.strictObject({}), state, admin),
  /** The package in a file, or the newest one of a folder that fits this PC. `file` stands for it from now on. */
  'update.look': action(z.strictObject({ file: fileToken }), updateFacts.extend({ file: fileToken }), admin),
  /** An http address inside the office's network; null forgets it. */
  'update.setServer': action(z.strictObject({ address: serverAddress.nullable() }), z.null(), admin),
  /** Fetches the newest package of that server and looks at it like one from a stick. */
  'update.fetch': action(z.strictObject({ job }), updateFacts.extend({ file: fileToken }), admin),
  /** Proves the whole package, backs up, and only then lets the installer begin. Ends with the program's own end. */
  'update.install': action(
    z.strictObject({ file: fileToken, job }),
    z.object({ version: z.string(), backup: z.string(), next: z.enum(['restarts', 'installer']) }),
    admin,
  ),
}
