import type { ProcedureName } from '../domain/procedure-case.ts'
import { membership } from './membership.ts'
import type { Procedure } from './procedure.ts'

/** Every procedure, in menu order. */
export const procedures: Readonly<Record<ProcedureName, Procedure>> = { membership }
