/** What is wrong with a password, in words that follow "口令"; empty when it will do. */
export function weaknesses(password: string, name: string): string[] {
  const reasons: string[] = []
  if (password.length < 10) reasons.push('至少 10 位')
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter(kind => kind.test(password)).length
  if (kinds < 3) reasons.push('应含大写、小写、数字、符号中的三种')
  const own = name.trim().toLowerCase()
  if (own && password.toLowerCase().includes(own)) reasons.push('不能含有姓名')
  return reasons
}

/** Seconds to wait after so many wrong passwords in a row: none for two, then 12, 24, 48 … at most an hour. */
export const waitAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(12 * 2 ** (failures - 3), 3600))

/**
 * Seconds still to wait. A clock set back does not shorten the wait: time that runs backwards counts as none.
 * Times are in milliseconds.
 */
export function secondsToWait(attempts: { failures: number; lastAt: number }, now: number): number {
  const passed = Math.max(0, now - attempts.lastAt) / 1000
  return Math.max(0, Math.ceil(waitAfter(attempts.failures) - passed))
}
