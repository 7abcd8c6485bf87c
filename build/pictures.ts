interface Like {
  readonly width?: number
  readonly height?: number
  /** How many bytes it has between its headings and its end. */
  readonly body?: number
  readonly seed?: number
}

/** A JPEG as far as its headings say: a frame of this size, then bytes that are no picture, then its end. */
export function jpegLike({ width = 240, height = 300, body = 200, seed = 0 }: Like = {}): Buffer {
  const frame = Buffer.from('ffc0000b08000000000101110000'.slice(0, 26), 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  const filling = Buffer.from(Array.from({ length: body }, (_, at) => (at * 31 + seed * 17) % 251))
  return Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    frame,
    Buffer.from('ffda0008010100003f00', 'hex'),
    filling,
    Buffer.from('ffd9', 'hex'),
  ])
}
