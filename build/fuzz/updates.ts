import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { decodeHead, headLength, magic, manifest } from '../../main/update/format.ts'
import { mustFit, takeOut, withUpdate } from '../../main/update/package.ts'
import { AppError } from '../../shared/errors.ts'
import { publicText } from '../update/keys.ts'
import { manifestOf, sealHead, writePackage } from '../update/sign.ts'
import { damaged, damages } from './bytes.ts'
import type { Bench } from './office.ts'
import { inputsOf } from './json.ts'
import { type Effort, trial, type Verdict } from './trial.ts'

const foreseen = ['update.notPackage', 'update.damaged', 'update.unsigned', 'file.unreadable']
const here = { kind: 'deb', platform: 'linux', arch: 'x64' } as const

/** Update packages damaged on their way, and heads that say anything at all, signed by a stranger: none is ever taken, and none leaves a file. */
export async function fuzzUpdates(bench: Bench, { inputs, seed }: Effort): Promise<Verdict> {
  const [ours, stranger] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey]
  const trusted = [{ name: '甲', publicKey: publicText(ours) }]
  const installer = join(bench.papers, 'zugong-2.0.0-linux-amd64.deb')
  writeFileSync(installer, Buffer.alloc(20_000, 'installer '))
  const content = await manifestOf(installer, { builtAt: '2026-11-20T08:00:00.000Z', notes: ['修正'] })
  const whole = readFileSync(await writePackage(installer, bench.papers, content, ours))
  const [path, folder] = [join(bench.papers, '更新包.zgu'), join(bench.papers, '放安装程序')]

  const spoilt = await trial('update packages', { inputs: Math.ceil(inputs * 0.6), seed }, damages, async done => {
    const given = damaged(whole, done)
    writeFileSync(path, given)
    // What was done to it may come to nothing: then it was taken, and lies there.
    rmSync(folder, { recursive: true, force: true })
    const taken = await withUpdate(path, trusted, async update => {
      mustFit(update, here, '1.0.0')
      return takeOut(update, folder, async () => undefined)
    }).catch((cause: unknown) => {
      if (!(cause instanceof AppError) || !foreseen.includes(cause.code)) throw cause
    })
    if (taken !== undefined && !given.equals(whole)) throw new Error('a changed package was taken')
    if (taken === undefined && existsSync(folder)) throw new Error('a refused package left a file')
  })

  const said = inputsOf(manifest, ['2.0.0', '../x.deb', 'zugong-2.0.0-linux-amd64.deb', 'f'.repeat(128), '2026-11-20T08:00:00.000Z'])
  const sealed = fc
    .tuple(said, fc.boolean())
    .map(([claim, byUs]) => ({ bytes: sealHead(Buffer.from(JSON.stringify(claim) ?? ''), byUs ? ours : stranger), byUs, claim }))
  const loose = fc
    .tuple(fc.boolean(), fc.uint8Array({ maxLength: 400 }))
    .map(([begun, bytes]) => ({ bytes: Buffer.concat(begun ? [magic, bytes] : [bytes]), byUs: false, claim: null }))
  const heads = await trial('heads of updates', { inputs: Math.ceil(inputs * 0.4), seed }, fc.oneof({ arbitrary: sealed, weight: 3 }, loose), async given => {
    headLength(given.bytes)
    const head = decodeHead(given.bytes, trusted)
    if (typeof head !== 'object') return
    if (!given.byUs) throw new Error('a head was believed that nobody trusted had signed')
    if (!manifest.safeParse(given.claim).success) throw new Error('a head was believed that says nonsense')
  })
  return { name: 'updates', inputs: spoilt.inputs + heads.inputs, slowest: Math.max(spoilt.slowest, heads.slowest), fault: spoilt.fault ?? heads.fault }
}
