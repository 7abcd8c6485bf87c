/**
 * Chromium knows no `app://` without Electron. A page of `app://zugong/x` stands at `https://zugong.app.invalid/x` instead: a secure origin of its own
 * under a name that can't exist, answered by interception before any network.
 */
const suffix = '.app.invalid'

export function toBrowser(url: string): string {
  const parsed = new URL(url)
  return parsed.protocol === 'app:' ? `https://${parsed.host}${suffix}${url.slice(`app://${parsed.host}`.length)}` : url
}

export function fromBrowser(url: string): string {
  const parsed = URL.parse(url)
  if (parsed?.protocol !== 'https:' || !parsed.host.endsWith(suffix)) return url
  return `app://${parsed.host.slice(0, -suffix.length)}${url.slice(parsed.origin.length)}`
}
