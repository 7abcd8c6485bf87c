/** What can be shown here, by what a file says of itself, not by its name. */
export type FileKind = { readonly kind: 'image'; readonly type: string } | { readonly kind: 'pdf' } | { readonly kind: 'other' }

const starts: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['image/png', 0, '\x89PNG'],
  ['image/gif', 0, 'GIF8'],
  ['image/webp', 8, 'WEBP'],
  ['image/bmp', 0, 'BM'],
]

/** The kind of a file by its first bytes; some PDFs have a few before their heading. */
export function kindOfBytes(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 1024))
  const image = starts.find(([, at, start]) => head.startsWith(start, at))
  if (image) return { kind: 'image', type: image[0] }
  return head.includes('%PDF-') ? { kind: 'pdf' } : { kind: 'other' }
}
