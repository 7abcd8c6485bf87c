import { addDays } from '../../shared/rules/days.ts'
import { checkCharacter, type Sex } from '../../shared/rules/id-number.ts'
import type { Random } from './random.ts'

const home = ['350525', '350524', '350582'] as const
const away = [
  '110105',
  '320102',
  '330106',
  '340104',
  '360103',
  '370102',
  '410105',
  '411303',
  '420106',
  '430104',
  '440106',
  '500103',
  '510104',
  '610103',
] as const

/** A 公民身份号码 that passes GB 11643 and belongs to nobody: the sequence is drawn, the sex digit and the check character are right. */
export function inventIdNumber(random: Random, bornOn: string, sex: Sex, taken: Set<string>): string {
  for (;;) {
    const region = random.chance(0.7) ? random.pick(home) : random.pick(away)
    const sexDigit = random.int(0, 4) * 2 + (sex === 'male' ? 1 : 0)
    const first17 = `${region}${bornOn.replaceAll('-', '')}${String(random.int(0, 99)).padStart(2, '0')}${sexDigit}`
    const number = first17 + checkCharacter(first17)
    if (taken.has(number)) continue
    taken.add(number)
    return number
  }
}

export const inventPhone = (random: Random): string =>
  `1${random.pick(['36', '37', '38', '39', '50', '58', '86', '89'])}${String(random.int(0, 99_999_999)).padStart(8, '0')}`

/** A day of these years, none of them a month's 29th to 31st. */
export const inventDay = (random: Random, fromYear: number, untilYear: number): string =>
  `${random.int(fromYear, untilYear)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`

/** A day in this stretch, both ends included. */
export function dayBetween(random: Random, from: string, until: string): string {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
  return days <= 0 ? from : addDays(from, random.int(0, days))
}
