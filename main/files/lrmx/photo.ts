import { kindOfBytes } from '../../../shared/rules/file-kind.ts'

/** Said of what is in a photo's place and is no picture. */
export const noPhoto = '照片不是图片，没有取用'

/** Whether the official editor takes these bytes as a photo, by how they begin: JPEG, PNG, GIF, BMP, whatever the file is called. */
export function isPhoto(bytes: Uint8Array): boolean {
  const found = kindOfBytes(bytes)
  return found.kind === 'image' && found.type !== 'image/webp'
}

/** The picture in base64, also with the prefix that web pages give it; null where it is none. */
export function photoIn(text: string): Uint8Array | null {
  const bytes = Buffer.from(text.replace(/^\s*data:image\/\w+;base64,/, ''), 'base64')
  return isPhoto(bytes) ? bytes : null
}
