import type { Contract, EndpointName } from '../../shared/api/contract.ts'
import type { CallOf, OutputOf, Reply } from '../../shared/api/endpoint.ts'
import { AppError } from '../../shared/errors.ts'

/** A call as the contract types it: the value, or the failure thrown as `AppError`. */
export type Call = <N extends EndpointName>(name: N, input: CallOf<Contract[N]>) => Promise<OutputOf<Contract[N]>>

/** The application's door for code in the same process: the console, scripts, tests. */
export function callerOf(app: { call(name: string, input: unknown): Promise<Reply<unknown>> }): Call {
  return async (name, input) => {
    const reply = (await app.call(name, input)) as Reply<never>
    if (reply.ok) return reply.value
    throw new AppError(reply.error.code, reply.error.facts)
  }
}
