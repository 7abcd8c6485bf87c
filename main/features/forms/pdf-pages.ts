/** How many pages a PDF of Chromium's has: the root of its page tree counts them all, and is written in clear. */
export function pdfPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map(([, count]) => Number(count))
  return Math.max(0, ...counts)
}
