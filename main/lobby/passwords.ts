/** A user's name as it is kept and compared: width, blanks around it and invisible characters from pasting do not matter. */
export const userName = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What is wrong with a password, in words that follow "口令"; empty when it will do. */
export function weaknesses(typed: string, name: string): string[] {
  // Judged as it is used: full-width letters are letters, not symbols.
  const password = typed.normalize('NFKC')
  const reasons: string[] = []
  if (password.length < 10) reasons.push('至少 10 位')
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter(kind => kind.test(password)).length
  if (kinds < 3) reasons.push('应含大写、小写、数字、符号中的三种')
  const own = userName(name).toLowerCase()
  if (own && password.toLowerCase().includes(own)) reasons.push('不能含有姓名')
  return reasons
}

/** Wrong passwords in a row, and when the last one was tried (milliseconds). */
export interface Attempts {
  readonly failures: number
  readonly lastAt: number
}

/** Seconds to wait after so many wrong passwords in a row: none for two, then 12, 24, 48 … at most an hour. */
export const waitAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(12 * 2 ** (failures - 3), 3600))

/** Seconds still to wait. A last try that lies ahead, because the clock was set back, counts as made now. */
export function secondsToWait({ failures, lastAt }: Attempts, now: number): number {
  const passed = Math.max(0, now - lastAt) / 1000
  return Math.max(0, Math.ceil(waitAfter(failures) - passed))
}
