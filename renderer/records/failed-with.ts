import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** True for a failure of this kind, with its facts. */
export const failedWith = <C extends ErrorCode>(error: unknown, code: C): error is AppError<C> => error instanceof AppError && error.code === code
