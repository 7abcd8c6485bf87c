import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'

const pageSize = 4096
const reserve = 80

/**
 * An independent reader of the SQLCipher 4 format, after its published design: AES-256-CBC pages with a 16-byte IV and an
 * HMAC-SHA512 over ciphertext, IV and page number, the HMAC key made by PBKDF2 from the raw key. Throws where a page
 * does not prove itself under the key.
 */
export function decryptSqlCipher4(file: Uint8Array, key: Uint8Array): Buffer {
  const salt = file.subarray(0, 16)
  const hmacKey = pbkdf2Sync(
    key,
    salt.map(byte => byte ^ 0x3a),
    2,
    32,
    'sha512',
  )
  const pages: Buffer[] = []
  for (let number = 1; (number - 1) * pageSize < file.length; number++) {
    const page = file.subarray((number - 1) * pageSize, number * pageSize)
    const from = number === 1 ? 16 : 0
    const [body, iv, mac] = [page.subarray(from, pageSize - reserve), page.subarray(pageSize - reserve, pageSize - reserve + 16), page.subarray(pageSize - 64)]
    const order = Buffer.alloc(4)
    order.writeUInt32LE(number)
    const expected = createHmac('sha512', hmacKey).update(body).update(iv).update(order).digest()
    if (!expected.equals(mac)) throw new Error(`page ${number} does not prove itself under this key`)
    const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(body), decipher.final()])
    pages.push(Buffer.concat([...(number === 1 ? [Buffer.from('SQLite format 3\0')] : []), plain, Buffer.alloc(reserve)]))
  }
  return Buffer.concat(pages)
}
