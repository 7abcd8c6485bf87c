import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestApp, password } from '../support/app.ts'
import { behind } from '../support/behind.ts'

const scan = randomBytes(7 * 1024 * 1024)

/** An office that keeps one scan of seven megabytes. */
async function kept() {
  const office = await createTestApp()
  const path = join(office.folder, '志愿书.pdf')
  writeFileSync(path, scan)
  const { id } = await office.call('attachment.add', { file: office.tokens.offer(path) })
  return { ...office, id }
}

test('a kept file is looked at piece by piece, whole and as it was taken in; the audit says who looked', async () => {
  const { call, id } = await kept()
  const { opened, ...file } = await call('attachment.open', { id })
  expect(file).toMatchObject({ name: '志愿书.pdf', size: scan.length, intact: true })
  const parts: Buffer[] = []
  for (let offset: number | null = 0; offset !== null;) {
    const piece: { base64: string; next: number | null } = await call('attachment.piece', { id, opened, offset })
    parts.push(Buffer.from(piece.base64, 'base64'))
    offset = piece.next
  }
  expect(parts.length).toBe(3)
  expect(Buffer.concat(parts).equals(scan)).toBe(true)
})

test('nothing of a file is read without the audit line of having opened that one', async () => {
  const { call, id, folder, tokens } = await kept()
  const other = join(folder, '自传.pdf')
  writeFileSync(other, scan)
  const second = await call('attachment.add', { file: tokens.offer(other) })
  const { opened } = await call('attachment.open', { id: second.id })
  await expect(call('attachment.piece', { id, opened, offset: 0 })).rejects.toMatchObject({ code: 'record.notFound' })
  await expect(call('attachment.piece', { id, opened: 1, offset: 0 })).rejects.toMatchObject({ code: 'record.notFound' })
})

test('a file that was changed past the program is shown, and said not to be what was taken in, even where its fingerprint was changed with it', async () => {
  const { id, ...office } = await kept()
  await behind(office, `UPDATE attachmentFile SET bytes = zeroblob(7), size = 7, sha256 = 'dec0de' WHERE id = '${id}'`)
  await office.call('lobby.unlock', { user: '经办人', password })
  expect(await office.call('attachment.open', { id })).toMatchObject({ intact: false })
})
