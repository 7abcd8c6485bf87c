import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPackage, extractAll } from '@electron/asar'
import { flipFuses, FuseVersion, FuseV1Options } from '@electron/fuses'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { archiveOf, executableOf, type Unpacked, unpackedIn } from '../../build/packed/unpacked.ts'
import { verifyPacked } from '../../build/packed/verify.ts'
import { trustedKeys } from '../../main/update/trusted-keys.ts'
import { root } from '../../build/root.ts'
import { publicText } from '../../build/update/keys.ts'
import { manifestOf, writePackage } from '../../build/update/sign.ts'
import { admin, clerk, makeCollegeOffice } from './support/college.ts'
import { goTo, start, unlock } from './support/user.ts'

let said = ''

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'build/package.ts'), '--dir', '--stand-in', '--x64'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout + stderr)
  said = stdout
})

const packedFor = (platform: Unpacked['platform']): Unpacked => {
  const found = unpackedIn(join(root, 'release')).find(packed => packed.platform === platform && packed.arch === 'x64')
  if (!found) throw new Error(`nothing was packed for ${platform}`)
  return found
}

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zugong-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy that may be spoilt, and what the check says of it. */
function copyOf(platform: Unpacked['platform']) {
  const folder = join(temporary(), 'packed')
  cpSync(packedFor(platform).folder, folder, { recursive: true })
  const copy = { ...packedFor(platform), folder }
  return { copy, faults: () => verifyPacked(copy, () => undefined) }
}

test('Windows and Linux are packed: only what runs inside, within the budget, the switches as they are to be, and all of it is printed', () => {
  for (const line of [
    'linux x64',
    'win32 x64',
    'RunAsNode off',
    'OnlyLoadAppFromAsar on',
    'linux-x64.node: GLIBC 2.34',
    'the executable carries the digest of the archive',
    `signed with 乙 ${trustedKeys[1]?.publicKey}`,
  ])
    expect(said).toContain(line)
  expect(said).toMatch(/archive \d+\.\d MB \+ database \d+\.\d MB \(budget 14\.0 MB\)/)
  expect(said).not.toContain('FAULT')
})

test('a switch that was turned back is found in the executable itself', async () => {
  const { copy, faults } = copyOf('linux')
  expect(await faults()).toEqual([])
  await flipFuses(executableOf(copy), { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true, [FuseV1Options.OnlyLoadAppFromAsar]: false })
  expect(await faults()).toEqual(['fuse RunAsNode is on, wanted off', 'fuse OnlyLoadAppFromAsar is off, wanted on'])
})

test('a program that knows other keys than the source is found', async () => {
  const { copy, faults } = copyOf('linux')
  const app = join(temporary(), 'app')
  extractAll(archiveOf(copy), app)
  const main = join(app, 'dist/main/main.cjs')
  writeFileSync(main, readFileSync(main, 'utf8').replace(trustedKeys[0]?.publicKey ?? '?', 'MCowBQYDK2VwAyEA'))
  await createPackage(app, archiveOf(copy))
  expect(await faults()).toContain('the program does not know the key 甲')
})

test('what does not belong inside is found, and what is missing; so is the folder of the machine that built it', async () => {
  const { copy, faults } = copyOf('linux')
  const app = join(temporary(), 'app')
  extractAll(archiveOf(copy), app)
  writeFileSync(join(app, 'dist/main/main.cjs.map'), '{}')
  writeFileSync(join(app, 'dist/notes'), '')
  mkdirSync(join(app, 'node_modules/left-behind'))
  writeFileSync(join(app, 'node_modules/left-behind/index.js'), '')
  writeFileSync(join(app, 'dist/main/backup.cjs'), `const home = ${JSON.stringify(root)}`)
  rmSync(join(app, 'dist/renderer/print.html'))
  await createPackage(app, archiveOf(copy))
  writeFileSync(join(copy.folder, 'resources/default_app.asar'), '')
  const found = (await faults()).join('\n')
  for (const fault of [
    'dist/main/main.cjs.map does not run inside',
    'dist/notes does not run inside',
    'node_modules/left-behind/index.js does not run inside',
    'dist/main/backup.cjs names a folder of the machine',
    'dist/renderer/print.html is missing',
    'resources/default_app.asar is not ours',
  ])
    expect(found).toContain(fault)
})

test('on Windows an archive that is not the one that was packed does not fit its executable', async () => {
  const { copy, faults } = copyOf('win32')
  expect(await faults()).toEqual([])
  const app = join(temporary(), 'app')
  extractAll(archiveOf(copy), app)
  writeFileSync(join(app, 'dist/main/main.cjs'), `${readFileSync(join(app, 'dist/main/main.cjs'), 'utf8')}\n// one line more`)
  await createPackage(app, archiveOf(copy))
  expect(await faults()).toContain('the executable does not carry the digest of this archive')
})

test('the packed program runs as packaged: an office opens, no prepared answer is read, and no stranger’s update is taken', async () => {
  const folder = join(temporary(), 'app')
  extractAll(archiveOf(packedFor('linux')), folder)
  const { privateKey } = generateKeyPairSync('ed25519')
  // A packaged program trusts the two keys it was built with, whatever its environment says.
  const app = await start({ packed: folder, env: () => ({ ZUGONG_UPDATE_KEY: publicText(privateKey) }) })
  const { page } = app
  const office = join(app.folder, 'office')
  await makeCollegeOffice(office)
  const prepared = join(app.folder, 'dialogs/answer.json')
  writeFileSync(prepared, JSON.stringify({ path: '/nowhere' }))
  await app.chooseNextFile(office)
  await page.getByRole('button', { name: '打开已有的台账' }).click()
  await unlock(page)
  expect(existsSync(prepared)).toBe(true)
  await goTo(page, '组织与人员')
  await page.getByRole('grid').first().waitFor()

  await page.keyboard.press('Control+l')
  await unlock(page, clerk.password, admin.name)
  await goTo(page, '参数与设置')
  await page.getByRole('tab', { name: '程序更新' }).click()
  const installer = join(app.folder, 'zugong-9.0.0-linux-amd64.deb')
  writeFileSync(installer, 'a stranger’s program')
  const manifest = await manifestOf(installer, { builtAt: '2026-11-20T08:00:00.000Z', notes: [] })
  await app.chooseNextFile(await writePackage(installer, app.folder, manifest, privateKey))
  await page.getByRole('button', { name: '从文件更新…' }).click()
  await page.getByText(/不是本程序的发布者签发的/).waitFor()
})
