import { createHmac, pbkdf2Sync } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'

const pageSize = 4096
/** At the end of each page: an IV of 16 bytes, then the HMAC-SHA512. */
const macSize = 64

/**
 * Whether the file's first page proves itself under this key, by the published design of SQLCipher 4. A connection with a key that
 * does not fit is never made on an office: its log would be read with it.
 */
export function keyFits(path: string, key: Uint8Array): boolean {
  const page = Buffer.alloc(pageSize)
  const file = openSync(path, 'r')
  try {
    if (readSync(file, page, 0, pageSize, 0) < pageSize) return false
  } finally {
    closeSync(file)
  }
  const salt = page.subarray(0, 16).map(byte => byte ^ 0x3a)
  const number = Buffer.from([1, 0, 0, 0])
  const mac = createHmac('sha512', pbkdf2Sync(key, salt, 2, 32, 'sha512'))
    .update(page.subarray(16, pageSize - macSize))
    .update(number)
    .digest()
  return mac.equals(page.subarray(pageSize - macSize))
}
