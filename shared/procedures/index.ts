import type { ProcedureName } from '../domain/procedure-case.ts'
import { disposal } from './disposal.ts'
import { membership } from './membership.ts'
import type { Procedure } from './procedure.ts'
import { relationTransfer } from './relation-transfer.ts'
import { selection } from './selection.ts'

/** Every procedure, in menu order. */
export const procedures: Readonly<Record<ProcedureName, Procedure>> = { membership, disposal, relationTransfer, selection }
