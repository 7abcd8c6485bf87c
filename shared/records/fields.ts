import { z } from 'zod'
import { normalizeIdNumber } from '../rules/id-number.ts'
import { keysOf } from './keys.ts'

/** How a value is kept in SQLite. Dates are ISO text, flags are 0/1. */
export type Column = 'text' | 'integer' | 'real'

/** A list of words, for the many names one column goes by. */
export const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Words for choices, listed by the choice they mean. */
export const wordsFor = <const K extends string>(lists: Readonly<Partial<Record<K, string>>>): Readonly<Record<string, K>> =>
  Object.fromEntries(Object.entries(lists).flatMap(([key, list]) => words(list as string).map(word => [word, key as K])))

export const localDate = z.iso.date('日期应写作 2026-11-23 的样子').refine(day => day >= '1900-01-01' && day <= '2200-12-31', '请核对年份')

/** A name for a fault that the office, a test or a support script can rely on. */
export interface FaultCodes {
  readonly missing?: string
  readonly unknown?: string
  readonly duplicate?: string
}

interface Options<R extends boolean> {
  readonly label: string
  readonly required?: R
  /** No two living records may share this value. */
  readonly unique?: boolean
  readonly help?: string
  /** Other headings that offices write above this column. */
  readonly also?: readonly string[]
  /** Masked wherever a record is read; looking at the whole value is an audited act. */
  readonly masked?: boolean
  /** The field it follows from: in a form where that one is masked, this stands as it is kept. */
  readonly from?: string
  readonly faults?: FaultCodes
  /** Values offered while typing; others are allowed. */
  readonly suggestions?: readonly string[]
}

/** One column, one form input, one Excel column: the single description of a value. */
export interface Field<T = unknown, R extends boolean = boolean> extends Options<R> {
  readonly kind: FieldKind
  readonly column: Column
  readonly value: z.ZodType<T>
  readonly choices?: Readonly<Record<string, string>>
  /** Words offices use for a choice, beside its label. */
  readonly aliases?: Readonly<Record<string, string>>
  readonly target?: string
}

export type FieldKind =
  | 'text'
  | 'note'
  | 'date'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'month'
  | 'flag'
  | 'choice'
  | 'multi'
  | 'ref'
  | 'idNumber'
  | 'phone'
  | 'attachment'

const field =
  <T>(kind: FieldKind, column: Column, value: z.ZodType<T>) =>
  <const R extends boolean = false>(options: Options<R>): Field<T, R> => ({ kind, column, value, ...options })

export const text = field('text', 'text', z.string().trim().min(1, '不能为空').max(200, '最多 200 字'))
export const note = field('note', 'text', z.string().trim().max(4000, '最多 4000 字'))
export const date = field('date', 'text', localDate)
export const integer = field('integer', 'integer', z.int('应为整数').min(0, '不能小于 0'))
/** Hours, days, scores: a number of at most two decimals. */
export const decimal = field(
  'decimal',
  'real',
  z
    .number('应为数字')
    .min(0, '不能小于 0')
    .max(1_000_000, '数字过大')
    .refine(n => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, '最多两位小数'),
)
/** 元, kept in fen so that sums are exact. */
export const money = field('money', 'integer', z.int('金额最多到分').min(0, '不能小于 0'))
/** A calendar month, `2026-11`. */
export const month = field('month', 'text', z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2026-11 的样子'))
export const flag = field('flag', 'integer', z.boolean())
/** 公民身份号码, normalised to 18 upper-case characters; its check digit is checked by the record. */
export const idNumber = field(
  'idNumber',
  'text',
  z
    .string()
    .transform(normalizeIdNumber)
    .pipe(z.string().regex(/^\d{17}[\dX]$/, '身份号码应为 18 位')),
)
export const phone = field(
  'phone',
  'text',
  z
    .string()
    .trim()
    .regex(/^[\d+\-() ]{5,20}$/, '电话只能是数字和 - ( ) +'),
)
/** The id of a stored attachment; the bytes are kept encrypted in the database. */
export const attachment = field('attachment', 'text', z.string().min(1))

export const choice = <const C extends Record<string, string>, const R extends boolean = false>(
  choices: C,
  options: Options<R> & { readonly aliases?: Readonly<Record<string, keyof C & string>> },
): Field<keyof C & string, R> => ({
  ...field('choice', 'text', z.enum(keysOf(choices), '不在可选范围内'))(options),
  choices,
})

/** Several of the choices, kept as a JSON list in the declared order. */
export const multi = <const C extends Record<string, string>, const R extends boolean = false>(
  choices: C,
  options: Options<R> & { readonly aliases?: Readonly<Record<string, keyof C & string>> },
): Field<readonly (keyof C & string)[], R> => ({
  ...field('multi', 'text', z.array(z.enum(keysOf(choices))).readonly())(options),
  choices,
})

export const ref = <const R extends boolean = false>(target: string, options: Options<R>): Field<string, R> => ({
  ...field('ref', 'text', z.string().min(1))(options),
  target,
})
