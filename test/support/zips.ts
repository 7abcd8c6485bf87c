/** A zip whose directory says of every entry that it comes to a thousand bytes. */
export function lyingZip(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip)
  for (let at = bytes.lastIndexOf('504b0506', undefined, 'hex'); at >= 0;) {
    const entry = bytes.lastIndexOf('504b0102', at - 1, 'hex')
    if (entry < 0) break
    bytes.writeUInt32LE(1000, entry + 24)
    at = entry
  }
  return bytes
}

/** A zip whose directory says that it has twenty thousand entries. */
export function crowded(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip)
  bytes.writeUInt16LE(20_000, bytes.lastIndexOf('504b0506', undefined, 'hex') + 10)
  return bytes
}
