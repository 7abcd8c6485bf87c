import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeKey, withKey } from '../../build/update/keys.ts'
import { root } from '../../build/root.ts'
import { manifestOf } from '../../build/update/sign.ts'
import { newestIn } from '../../main/update/folder.ts'
import { mustFit, takeOut, withUpdate } from '../../main/update/package.ts'
import { trustedKeys } from '../../main/update/trusted-keys.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import { here, publisher } from '../support/updates.ts'

const never = async () => undefined

/** What becomes of a file that is given as an update: `taken`, or the sentence that refuses it. */
async function judged(path: string, p: ReturnType<typeof publisher>, current = '1.0.0'): Promise<string> {
  const folder = join(p.folder, 'out')
  try {
    return await withUpdate(path, p.trusted, async update => {
      mustFit(update, here, current)
      const installer = await takeOut(update, folder, never)
      expect(readFileSync(installer).equals(p.bytes)).toBe(true)
      return 'taken'
    })
  } catch (cause) {
    expect(existsSync(folder)).toBe(false)
    if (cause instanceof AppError) return messageOf(cause)
    throw cause
  }
}

test('a package signed with either of the two keys is taken, and its installer comes out byte for byte', async () => {
  const p = publisher()
  expect(await judged(await p.publish('1.0.1'), p)).toBe('taken')
  expect(await judged(await p.publish('2.0.0', { key: p.second }), p, '1.99.99')).toBe('taken')
})

test('the program trusts two keys, and they are not the same', () => {
  expect(trustedKeys).toHaveLength(2)
  expect(new Set(trustedKeys.flatMap(({ name, publicKey }) => [name, publicKey])).size).toBe(4)
})

test('who is not trusted, or is not trusted any more, can publish nothing', async () => {
  const p = publisher()
  expect(await judged(await p.publish('1.1.0', { key: p.stranger }), p)).toContain('不是本程序的发布者签发的')
  const signed = await p.publish('1.2.0')
  const retired = { ...p, trusted: [p.second.trusted] }
  expect(await judged(signed, retired)).toContain('交安全保密管理员')
  expect(await judged(await p.publish('1.2.1', { key: p.second }), retired)).toBe('taken')
})

test.each([
  ['1.0.0', '1.0.0', '不用再装'],
  ['1.9.9', '1.10.0', '不能退回旧版'],
  ['0.9.0', '1.0.0', '不能退回旧版'],
  ['1.10.0', '1.9.9', 'taken'],
])('version %s on a PC with %s: %s', async (version, current, said) => {
  const p = publisher()
  expect(await judged(await p.publish(version), p, current)).toContain(said)
})

test.each([
  ['zugong-1.1.0-win-x64.exe', '是给 Windows x64 的，本机是 Linux x64 deb'],
  ['zugong-1.1.0-linux-arm64.deb', '是给 Linux arm64 deb 的'],
  ['zugong-1.1.0-linux-x86_64.AppImage', '是给 Linux x64 AppImage 的'],
])('%s is refused on a Linux PC with the deb package, in words', async (name, said) => {
  const p = publisher()
  expect(await judged(await p.publish('1.1.0', { name }), p)).toContain(said)
})

test('a copy that is not complete, however short, says so; one that grew too', async () => {
  const p = publisher()
  const whole = readFileSync(await p.publish('1.1.0'))
  const path = join(p.stick, '拷了一半.zgu')
  for (const length of [12, 200, 400, whole.length - 2_000_000, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length))
    expect(await judged(path, p), String(length)).toMatch(/后面缺了一截，多半没有拷完。没有安装，程序和台账没有动/)
  }
  for (const length of [0, 7, 11]) {
    writeFileSync(path, whole.subarray(0, length))
    expect(await judged(path, p), String(length)).toContain('请选以 .zgu 结尾的文件')
  }
  writeFileSync(path, Buffer.concat([whole, Buffer.from([0])]))
  expect(await judged(path, p)).toContain('后面多出了内容')
})

test('one changed byte anywhere is told and nothing of the package is kept', { timeout: 60_000 }, async () => {
  const p = publisher()
  const whole = readFileSync(await p.publish('1.1.0'))
  const path = join(p.stick, '改过.zgu')
  const somewhere = fc.oneof(fc.nat(700), fc.nat(whole.length - 1))
  await fc.assert(
    fc.asyncProperty(somewhere, fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const spoilt = Buffer.from(whole)
      spoilt[at] = (spoilt[at] ?? 0) ^ change
      writeFileSync(path, spoilt)
      expect(await judged(path, p)).toMatch(/不能用|不是本程序/)
    }),
    { numRuns: 120 },
  )
})

test('a manifest that claims too much is not believed though it is signed: another product, a path for a name, more bytes than there are', async () => {
  const p = publisher()
  const signing = (change: object) => p.publish('1.1.0', { change })
  await expect(signing({ product: 'cn.other.program' })).rejects.toThrow()
  await expect(signing({ name: '../../etc/cron.d/zugong.deb' })).rejects.toThrow()
  expect(await judged(await signing({ size: 2_500_001 }), p)).toContain('后面缺了一截')
  expect(await judged(await signing({ sha512: '0'.repeat(128) }), p)).toContain('里面的安装程序被改动过')
})

test('what is no package is called so: a workbook, a folder', async () => {
  const p = publisher()
  const book = join(p.stick, '花名册.xlsx')
  writeFileSync(book, 'PK\u0003\u0004 something else')
  expect(await judged(book, p)).toBe('“花名册.xlsx”不是本程序的更新包，没有安装。请选以 .zgu 结尾的文件。')
  mkdirSync(join(p.stick, '文件夹.zgu'))
  expect(await judged(join(p.stick, '文件夹.zgu'), p)).not.toBe('taken')
  expect(await judged(join(p.stick, '没有.zgu'), p)).toContain('文件不在')
})

test('of a share the newest package for this PC is found; broken, strange and foreign ones are passed over', async () => {
  const p = publisher()
  const newest = () => newestIn(p.stick, p.trusted, here, '1.0.0').then(path => basename(path))
  await expect(newest()).rejects.toMatchObject({ code: 'update.none' })
  await p.publish('1.2.0')
  await p.publish('1.10.0')
  await p.publish('1.11.0', { key: p.stranger })
  await p.publish('1.12.0', { name: 'zugong-1.12.0-win-x64.exe' })
  const cut = await p.publish('1.13.0')
  writeFileSync(cut, readFileSync(cut).subarray(0, 5000))
  expect(await newest()).toBe('zugong-1.10.0-linux-x64-deb.zgu')
})

test('cancelling in the middle leaves nothing behind', async () => {
  const p = publisher()
  const folder = join(p.folder, 'out')
  const path = await p.publish('1.1.0')
  const cancelled = async (done: number) => {
    if (done > 1_000_000) throw new AppError('job.cancelled', {})
  }
  await expect(withUpdate(path, p.trusted, update => takeOut(update, folder, cancelled))).rejects.toMatchObject({ code: 'job.cancelled' })
  expect(existsSync(folder)).toBe(false)
})

test('a key pair is made outside the project only, its private half sealed, and the source trusts the public one', () => {
  const p = publisher()
  const source = readFileSync(join(root, 'main/update/trusted-keys.ts'), 'utf8')
  expect(() => makeKey('甲', join(root, 'dist/甲.pem'), 'Fabu-2026-mima')).toThrow('does not belong')
  expect(() => makeKey('甲', join(p.folder, '甲.pem'), 'short')).toThrow('at least 12')
  expect(() => makeKey('戊', join(p.folder, '戊.pem'), 'Fabu-2026-mima')).toThrow('no key is called')
  expect(readdirSync(p.folder).filter(name => name.endsWith('.pem'))).toEqual([])
  expect(readFileSync(join(root, 'main/update/trusted-keys.ts'), 'utf8')).toBe(source)
  const changed = withKey(source, '乙', 'NEW=')
  expect(changed).toContain("{ name: '乙', publicKey: 'NEW=' }")
  expect(changed).toContain(trustedKeys[0]?.publicKey ?? '?')
})

test('an installer that is called otherwise than the build calls it is not signed', async () => {
  const p = publisher()
  writeFileSync(join(p.folder, 'setup.exe'), 'x')
  await expect(manifestOf(join(p.folder, 'setup.exe'), { builtAt: '2026-11-20T08:00:00.000Z', notes: [] })).rejects.toThrow('not called as')
})
