import type { Contract } from '../../shared/api/contract.ts'
import type { InputOf, OutputOf } from '../../shared/api/endpoint.ts'
import type { ActionScope, ReadScope, WriteScope } from './scopes.ts'

interface Scopes {
  query: ReadScope
  command: WriteScope
  action: ActionScope
}

/** One function per endpoint; leaving one out is a type error. */
export type Handlers<Names extends keyof Contract> = {
  readonly [N in Names]: (
    scope: Contract[N]['kind'] extends keyof Scopes ? Scopes[Contract[N]['kind']] : never,
    input: InputOf<Contract[N]>,
  ) => Promise<OutputOf<Contract[N]>>
}
