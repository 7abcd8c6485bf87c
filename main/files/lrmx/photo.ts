/** Beginnings of the pictures that the official editor takes: JPEG, PNG, GIF, BMP. */
const beginnings: Readonly<Record<string, string>> = { jpg: 'ffd8ff', png: '89504e47', gif: '47494638', bmp: '424d' }

/** What kind of picture these bytes are, as an ending of file names; undefined for anything else. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return Object.entries(beginnings).find(([, beginning]) => head.startsWith(beginning))?.[0]
}

/** The picture in base64, also with the prefix that web pages give it; null where it is none. */
export function photoIn(text: string): Uint8Array | null {
  const bytes = Buffer.from(text.replace(/^\s*data:image\/\w+;base64,/, ''), 'base64')
  return pictureKind(bytes) === undefined ? null : bytes
}
