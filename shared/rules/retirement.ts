import { addMonths } from './days.ts'
import { type ParameterValue, parameterOn } from './parameters.ts'

/** Whose age it is, by the age of retirement before the reform: men 60, women who are cadres or managers 55, women who are workers 50. */
export type RetirementGroup = 'man' | 'woman' | 'worker'

/** How retirement moves back for one group, by 国务院关于渐进式延迟法定退休年龄的办法 第一条. */
export interface RetirementSteps {
  /** The age before, in years. */
  readonly age: number
  /** The month in which the reform began, `2025-01`: who was to retire before is not concerned. */
  readonly from: string
  /** One month later for every so many months of birth. */
  readonly step: number
  /** Not more than so many months. */
  readonly most: number
}

const keys: Readonly<Record<RetirementGroup, readonly [age: string, step: string, most: string]>> = {
  man: ['retirement.man', 'retirement.step', 'retirement.most'],
  woman: ['retirement.woman', 'retirement.step', 'retirement.most'],
  worker: ['retirement.worker', 'retirement.workerStep', 'retirement.workerMost'],
}

/** The steps in force on a day; undefined where the office has no such parameters. The reform began when its first step came into force. */
export function retirementSteps(parameters: readonly ParameterValue[], group: RetirementGroup, day: string): RetirementSteps | undefined {
  const [age, step, most] = keys[group].map(key => parameterOn(parameters, key, day)?.value)
  const first = parameters.filter(({ key }) => key === keys[group][1]).map(({ startsOn }) => startsOn)
  const from = first.toSorted()[0]?.slice(0, 7)
  return age === undefined || step === undefined || most === undefined || from === undefined ? undefined : { age, from, step, most }
}

export interface Retirement {
  /** 到龄年月, `2039-09` */
  readonly month: string
  /** By how many months it moves back. */
  readonly delay: number
}

/** When somebody born in a month (`1976-09`) reaches the age of retirement. Only months are reckoned with, as the tables of the reform do. */
export function retirementMonth(born: string, { age, from, step, most }: RetirementSteps): Retirement {
  const before = addMonths(`${born.slice(0, 7)}-01`, age * 12).slice(0, 7)
  const since = monthNumber(before) - monthNumber(from)
  const delay = since < 0 || step <= 0 ? 0 : Math.min(most, Math.floor(since / step) + 1)
  return { month: addMonths(`${before}-01`, delay).slice(0, 7), delay }
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1

/**
 * The group by sex (男, 女) and 改革前任职年龄界限 (60, 55, 50, or null where it is not known). Null where other rules hold, so that people say when:
 * limits of 63 and more, and women with a limit of 60 (国家另有规定的，从其规定).
 */
export function retirementGroup(sex: string | null, formerAgeLimit: number | null): RetirementGroup | null {
  if (sex === '男') return formerAgeLimit === null || formerAgeLimit === 60 ? 'man' : null
  if (sex !== '女') return null
  if (formerAgeLimit === null || formerAgeLimit === 55) return 'woman'
  return formerAgeLimit === 50 ? 'worker' : null
}

/** 改革前任职年龄界限为60岁 → 60; null where no age stands there. */
export function formerAgeLimitIn(text: string | null): number | null {
  const age = /(\d{2})\s*岁/.exec(text ?? '')?.[1]
  return age === undefined ? null : Number(age)
}
