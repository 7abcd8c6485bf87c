import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { trustedKeys } from '../../main/update/trusted-keys.ts'
import type { Manifest } from '../../main/update/format.ts'
import { withUpdate } from '../../main/update/package.ts'
import { AppError, messageOf } from '../../shared/errors.ts'
import { makeKey, publicText, readKey } from './keys.ts'
import { listsOf } from './list.ts'
import { manifestOf, signHead, writePackage } from './sign.ts'

const usage = `npm run sign-update -- new-key ${trustedKeys.map(({ name }) => name).join('|')} FILE.pem
npm run sign-update -- sign INSTALLER… --key FILE.pem [--notes FILE.txt] [--to DIR]
npm run sign-update -- check FILE.zgu
The password of a private key comes from ZUGONG_KEY_PASSWORD. docs/manual/update.md says who keeps which.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { key: { type: 'string' }, notes: { type: 'string' }, to: { type: 'string' } },
})
const [verb, ...rest] = positionals
const password = process.env['ZUGONG_KEY_PASSWORD']

try {
  await run()
} catch (cause) {
  console.error(cause instanceof AppError ? messageOf(cause) : cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const [first, second] = rest
  if (verb === 'new-key' && first && second) return newKey(first, second)
  if (verb === 'sign' && first && values.key) return signAll(rest, values.key)
  if (verb === 'check' && first) return check(first)
  console.error(usage)
  process.exitCode = 2
}

function newKey(name: string, file: string): void {
  const publicKey = makeKey(name, file, password ?? '')
  console.log(`${file} holds the private key: keep it and its password apart, away from the network, and a copy in another safe.`)
  console.log(`The program trusts ${publicKey} as ${name} from its next build on. Commit main/update/trusted-keys.ts.`)
}

/** A package for sticks and shares; for web servers the signed head alone, beside the installer, and the list of what there is. */
async function signAll(installers: readonly string[], keyFile: string): Promise<void> {
  const key = readKey(keyFile, password)
  const trusted = trustedKeys.find(({ publicKey }) => publicKey === publicText(key))
  if (!trusted) throw new Error('This key is neither of the two that the program trusts: no office could take what it signs.')
  const notes = values.notes === undefined ? [] : readFileSync(values.notes, 'utf8').split(/\r?\n/).filter(Boolean)
  const builtAt = new Date().toISOString()
  const signed: Manifest[] = []
  for (const installer of installers) {
    const content = await manifestOf(installer, { builtAt, notes })
    const folder = values.to ?? dirname(installer)
    const path = await writePackage(installer, folder, content, key)
    await writeFile(join(folder, `${content.name}.zgs`), signHead(content, key))
    await check(path)
    signed.push(content)
  }
  for (const [name, text] of listsOf(signed)) await writeFile(join(values.to ?? dirname(installers[0] ?? ''), name), text)
}

/** Says of a package what the program would say of it. */
async function check(path: string): Promise<void> {
  const said = await withUpdate(path, trustedKeys, async ({ manifest, signedBy }) => ({ ...manifest, signedBy }))
  console.log(JSON.stringify(said, null, 1))
}
