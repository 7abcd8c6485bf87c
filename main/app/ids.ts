import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Makes 13-character ids that grow with time and never repeat within a program: 9 of milliseconds, 4 of counter. */
export function idMaker(clock: () => number): () => string {
  let time = 0
  let count = 0
  return () => {
    const now = Math.max(clock(), time)
    // A random start keeps ids of two PCs that write in the same millisecond apart.
    count = now === time ? count + 1 : randomBytes(2).readUInt16BE() >> 1
    time = now
    return encode(time, 9) + encode(count, 4)
  }
}

function encode(value: number, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i++, rest = Math.floor(rest / 32)) text = (alphabet[rest % 32] ?? '0') + text
  return text
}
