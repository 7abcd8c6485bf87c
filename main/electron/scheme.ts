import { readFile } from 'node:fs/promises'
import { randomBytes } from 'node:crypto'
import { extname, join, sep } from 'node:path'
import { protocol, type Session } from 'electron'

export const origin = 'app://zugong'
export const pageUrl = (page: 'index' | 'print') => `${origin}/${page}.html`

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  // Parts of the PDF viewer.
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.bcmap': 'application/octet-stream',
}

/** Where the bundler left a hole for the nonce of this one load. */
const noncePlaceholder = '__CSP_NONCE__'

/** Scripts and workers come from our own folder only; a style element needs the nonce of this load. Nothing may be fetched, framed or posted. */
export const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')

const headers = (type: string, nonce: string) => ({
  'content-type': type,
  'content-security-policy': policy(nonce),
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
})

const refuse = (status: number) => new Response(null, { status, headers: headers('text/plain', randomBytes(16).toString('base64')) })

/** The file that a URL of ours means, or undefined when it means none inside the folder. */
export function fileOf(folder: string, url: string): string | undefined {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'app:' || parsed.host !== 'zugong') return undefined
  let path: string
  try {
    path = decodeURIComponent(parsed.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\')) return undefined
  const file = join(folder, path)
  return file.startsWith(folder + sep) && types[extname(file)] !== undefined ? file : undefined
}

/** Before the app is ready: the scheme is a secure, standard origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Answers `app://zugong/...` with the files of one folder, and nothing else. */
export function serveFolder(session: Session, folder: string): void {
  session.protocol.handle('app', async request => {
    if (request.method !== 'GET') return refuse(405)
    const file = fileOf(folder, request.url)
    if (file === undefined) return refuse(404)
    const bytes = await readFile(file).catch(() => undefined)
    if (bytes === undefined) return refuse(404)
    const nonce = randomBytes(16).toString('base64')
    const type = types[extname(file)] ?? 'application/octet-stream'
    const body = type.startsWith('text/html') ? bytes.toString('utf8').replaceAll(noncePlaceholder, nonce) : new Uint8Array(bytes)
    return new Response(body, { headers: headers(type, nonce) })
  })
}
