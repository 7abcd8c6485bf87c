import fc from 'fast-check'

/** Something done to a file on its way. Places are shares of its length, so that it fits any file. */
type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly mask: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'fill'; readonly at: number; readonly length: number; readonly byte: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'put'; readonly at: number; readonly bytes: Uint8Array }

/** Evenly over the file; `fc.double` would lie near its beginning nearly always. */
const at = fc.nat(0xffffff).map(n => n / 0x1000000)
const length = fc.integer({ min: 1, max: 300 })

const oneDamage: fc.Arbitrary<Damage> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('flip'), at, mask: fc.integer({ min: 1, max: 255 }) }), weight: 4 },
  fc.record({ kind: fc.constant('cut'), at }),
  fc.record({ kind: fc.constant('fill'), at, length, byte: fc.constantFrom(0, 0xff, 0x20) }),
  fc.record({ kind: fc.constant('repeat'), at, length }),
  fc.record({ kind: fc.constant('drop'), at, length }),
  fc.record({ kind: fc.constant('put'), at, bytes: fc.uint8Array({ minLength: 1, maxLength: 16 }) }),
)

export const damages = fc.array(oneDamage, { minLength: 1, maxLength: 4 })

export function damaged(file: Buffer, done: readonly Damage[]): Buffer {
  return done.reduce(apply, Buffer.from(file))
}

function apply(file: Buffer, damage: Damage): Buffer {
  const place = Math.floor(damage.at * file.length)
  const [before, after] = [file.subarray(0, place), (count: number) => file.subarray(place + count)]
  switch (damage.kind) {
    case 'flip':
      return Buffer.concat([before, file.subarray(place, place + 1).map(byte => byte ^ damage.mask), after(1)])
    case 'cut':
      return Buffer.from(before)
    case 'fill':
      return Buffer.concat([before, Buffer.alloc(Math.min(damage.length, file.length - place), damage.byte), after(damage.length)])
    case 'repeat':
      return Buffer.concat([before, file.subarray(place, place + damage.length), file.subarray(place)])
    case 'drop':
      return Buffer.concat([before, after(damage.length)])
    case 'put':
      return Buffer.concat([before, damage.bytes, after(0)])
  }
}
