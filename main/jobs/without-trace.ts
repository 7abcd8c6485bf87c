import { AppError } from '../../shared/errors.ts'

/** Cancelling an import leaves nothing behind, and says so. */
export async function withoutTrace<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof AppError && cause.code === 'job.cancelled') throw new AppError('import.cancelled', {})
    throw cause
  }
}
