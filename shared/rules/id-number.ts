import { isDay } from './days.ts'

export type Sex = 'male' | 'female'

export type IdNumberReading =
  | { readonly ok: true; readonly bornOn: string; readonly sex: Sex }
  | { readonly ok: false; readonly code: 'idFormat' | 'badBirth' | 'checksum'; readonly message: string }

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkCharacters = '10X98765432'

/** The 18th character that GB 11643 computes from the first 17. */
export function checkCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(first17[i]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/** 公民身份号码 as people type it: inner spaces, full-width digits and a small x are forgiven. */
export function normalizeIdNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/[\s'’`]/g, '')
    .toUpperCase()
}

/** Reads birth date and sex out of a normalised 18-character number (GB 11643), or says what is wrong with it. */
export function readIdNumber(id: string): IdNumberReading {
  if (!/^\d{17}[\dX]$/.test(id)) return { ok: false, code: 'idFormat', message: `身份号码应为 18 位，这里是 ${id.length} 位` }
  const bornOn = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isDay(bornOn)) return { ok: false, code: 'badBirth', message: '身份号码第 7 至 14 位不是一个日期' }
  const expected = checkCharacter(id)
  if (id[17] !== expected) return { ok: false, code: 'checksum', message: `校验位应为 ${expected}，请核对第 18 位` }
  return { ok: true, bornOn, sex: Number(id[16]) % 2 === 1 ? 'male' : 'female' }
}

/** 3505**********2746: enough to recognise, too little to use. */
export const maskIdNumber = (id: string): string => (id.length < 9 ? id.replaceAll(/./g, '*') : `${id.slice(0, 4)}${'*'.repeat(id.length - 8)}${id.slice(-4)}`)

/** 138****6027; of a short number only the end. */
export const maskPhone = (phone: string): string => (phone.length < 8 ? `****${phone.slice(-2)}` : `${phone.slice(0, 3)}****${phone.slice(-4)}`)
