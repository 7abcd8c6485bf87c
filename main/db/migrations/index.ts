import { base } from './0001-base.ts'

/** In order; append only. The position is the version kept in the file. */
export const migrations: readonly string[] = [base]
