import { shown } from '../rules/quota.ts'

/** 尹　齐: a name of two characters takes the width of three, as lists of names are set. */
export const spacedName = (name: string): string => (/^\p{Script=Han}{2}$/u.test(name) ? `${name.slice(0, 1)}　${name.slice(1)}` : name)

/** 2025.03 */
export const dottedMonth = (day: string | null): string => (day ? `${day.slice(0, 4)}.${day.slice(5, 7)}` : '')

/** 2025年3月10日 */
export const longDay = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** 03.10—03.14 within the year of the form; with years where the class crosses it. */
export function dottedSpan(from: string, to: string, year: number): string {
  const inside = from.startsWith(`${year}-`) && to.startsWith(`${year}-`)
  const dotted = (day: string) => (inside ? day.slice(5) : day).replaceAll('-', '.')
  return from === to ? dotted(from) : `${dotted(from)}—${dotted(to)}`
}

/** 2025年3月10日—3月14日 */
export function longSpan(from: string, to: string): string {
  if (from === to) return longDay(from)
  const end = longDay(to)
  return `${longDay(from)}—${from.slice(0, 4) === to.slice(0, 4) ? end.slice(end.indexOf('年') + 1) : end}`
}

/** The notes of a worksheet, numbered: the word before the first, and its width before the others. */
export const numberedNotes = (word: '说明' | '注', notes: readonly string[]): string[] =>
  notes.map((note, i) => `${i === 0 ? `${word}：` : '　'.repeat(word.length + 1)}${i + 1}.${note}`)

/** At most two decimals, zero as 0. */
export const hoursText = (hours: number): string => String(shown(hours))

/** 完成百分比 with one decimal. What is not met never reads 100.0%. */
export function percentText(done: number, target: number, met: boolean): string {
  const tenths = Math.round((done / target) * 1000)
  return `${((met ? tenths : Math.min(tenths, 999)) / 10).toFixed(1)}%`
}

/** What kinds of body a post can name before the office held in it. */
const bodies = ['党支部', '支部', '党总支', '总支', '党工委', '党委']

/** 县委机关第二党支部 + 党支部书记 = 县委机关第二党支部书记: the body is named once, an office of another body apart. */
export function unitAndPost(organization: string, post: string): string {
  const body = bodies.find(b => post.startsWith(b) && post.length > b.length)
  if (body === undefined || organization === '') return `${organization}${post}`
  return organization.endsWith(body) ? `${organization}${post.slice(body.length)}` : `${organization}（${post}）`
}
