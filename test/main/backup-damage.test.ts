import { hash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeHead, encodeHead, headLength, headStart } from '../../main/backup/format.ts'
import { parseKeyFile } from '../../main/lobby/key-file.ts'
import { AppError } from '../../shared/errors.ts'
import { createTestApp, password } from '../support/app.ts'
import { job, withFolder } from '../support/backups.ts'

/** A backup on a stick, and what a PC says that tries to restore bytes made of it. */
async function backedUp() {
  const t = await withFolder()
  const { name } = await t.call('backup.run', { job })
  const bytes = readFileSync(join(t.stick, name))
  const path = join(t.folder, 'spoilt.zgb')
  const place = join(t.folder, 'restored')
  const refused = async (spoilt: Uint8Array): Promise<string> => {
    writeFileSync(path, spoilt)
    const asked = { file: t.tokens.offer(path), folder: t.tokens.offer(place), user: '经办人', secret: password, job }
    try {
      await t.call('lobby.restore', asked)
      return 'restored'
    } catch (cause) {
      expect(existsSync(place)).toBe(false)
      return cause instanceof AppError ? cause.code : String(cause)
    }
  }
  const head = headLength(bytes.subarray(0, headStart)) ?? 0
  return { ...t, bytes, head, refused }
}

test('one changed byte anywhere in a backup is told, and nothing is restored', { timeout: 120_000 }, async () => {
  const { bytes, head, refused } = await backedUp()
  const somewhere = fc.oneof(fc.nat(head - 1), fc.integer({ min: head, max: head + 2000 }), fc.nat(bytes.length - 1))
  await fc.assert(
    fc.asyncProperty(somewhere, fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const spoilt = Buffer.from(bytes)
      spoilt[at] = (spoilt[at] ?? 0) ^ change
      // Of its own seal alone only who has the key can tell; all else shows before.
      const expected = at >= head - 32 && at < head ? 'backup.forged' : 'backup.damaged'
      expect(await refused(spoilt)).toBe(expected)
    }),
    { numRuns: 150 },
  )
})

test('a backup that is cut short or grew is told', { timeout: 60_000 }, async () => {
  const { bytes, refused } = await backedUp()
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async length => {
      expect(await refused(bytes.subarray(0, length))).toBe('backup.damaged')
    }),
    { numRuns: 60, examples: [[0], [7], [11], [bytes.length - 1]] },
  )
  expect(await refused(Buffer.concat([bytes, Buffer.from([0])]))).toBe('backup.damaged')
})

test('a head that someone wrote anew, digest and all, is known as forged', async () => {
  const { bytes, head, refused } = await backedUp()
  const own = decodeHead(bytes.subarray(0, head))
  if (!own) throw new Error('no head')
  const forged = encodeHead({ ...own.header, counts: { ...own.header.counts, person: 9 } }, new Uint8Array(32))
  expect(await refused(Buffer.concat([forged, bytes.subarray(head)]))).toBe('backup.forged')
})

test('the reader of heads takes whatever bytes it is given: 10,000 of them, and none is taken for a head', async () => {
  const { bytes, head } = await backedUp()
  const good = bytes.subarray(0, head)
  const json = good.subarray(headStart, head - 64)
  /** Well-formed around what is changed: magic, length and digest are right, only the JSON is not. */
  const dressed = (text: Uint8Array) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const body = Buffer.concat([good.subarray(0, 8), length, text])
    return Buffer.concat([body, hash('sha256', body, 'buffer'), Buffer.alloc(32)])
  }
  const changedJson = fc.tuple(fc.nat(json.length - 1), fc.nat(40), fc.uint8Array({ maxLength: 20 })).map(([at, cut, put]) => {
    const text = Buffer.concat([json.subarray(0, at), put, json.subarray(at + cut)])
    return { bytes: dressed(text), same: text.equals(json) }
  })
  const anything = fc.uint8Array({ maxLength: 400 }).map(random => ({ bytes: Buffer.from(random), same: false }))
  const begun = fc.uint8Array({ maxLength: 400 }).map(random => ({ bytes: Buffer.concat([good.subarray(0, 8), random]), same: false }))
  fc.assert(
    fc.property(fc.oneof(changedJson, anything, begun), ({ bytes: given, same }) => {
      const found = decodeHead(given)
      // A changed name or count may still be a head; it is never one of this office's key.
      if (found) expect(same || !found.isBy(new Uint8Array(32))).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('every byte of the key slots is watched: one that is changed is not taken for a wrong password', async () => {
  const { office } = await createTestApp()
  const text = readFileSync(join(office, 'keys.json'), 'latin1')
  expect(parseKeyFile(Buffer.from(text, 'latin1').toString('utf8'))).toBeTruthy()
  for (let at = 0; at < text.length; at++) {
    const spoilt = Buffer.from(text, 'latin1')
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 7))
    expect(parseKeyFile(spoilt.toString('utf8')), `byte ${at}`).toBe(undefined)
  }
})

test('one damaged key file is made good from the other and told; with both damaged the office says so and keeps everything', async () => {
  const { call, office } = await createTestApp()
  await call('lobby.lock', {})
  const [keys, copy] = [join(office, 'keys.json'), join(office, 'keys.copy.json')]
  const good = readFileSync(keys)
  const spoilt = Buffer.from(good)
  spoilt[300] = (spoilt[300] ?? 0) ^ 1
  for (const file of [keys, copy]) {
    writeFileSync(file, spoilt)
    expect(await call('lobby.unlock', { user: '经办人', password })).toMatchObject({ keysMended: true })
    await call('lobby.lock', {})
    expect([readFileSync(keys), readFileSync(copy)]).toEqual([good, good])
    expect(await call('lobby.unlock', { user: '经办人', password })).toMatchObject({ keysMended: false })
    await call('lobby.lock', {})
  }
  for (const file of [keys, copy]) writeFileSync(file, spoilt)
  await expect(call('lobby.unlock', { user: '经办人', password })).rejects.toMatchObject({ code: 'office.damaged', facts: { what: '钥匙文件' } })
  for (const file of [keys, copy]) writeFileSync(file, good)
  await call('lobby.unlock', { user: '经办人', password })
})
