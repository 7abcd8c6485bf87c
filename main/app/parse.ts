import { z } from 'zod'
import { AppError } from '../../shared/errors.ts'

z.config(z.locales.zhCN())

/** The value, checked (`about` says whose, before each message); or `input.invalid` with every issue, its place and, where a record's check raised it, its code. */
export function parse<T>(schema: z.ZodType<T, any>, value: unknown, about = ''): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(issue => ({ path: issue.path.join('.'), code: codeOf(issue), message: `${about}${issue.message}` }))
  throw new AppError('input.invalid', { issues })
}

function codeOf(issue: z.core.$ZodIssue): string {
  const code = issue.code === 'custom' ? issue.params?.['code'] : undefined
  return typeof code === 'string' ? code : issue.code
}
