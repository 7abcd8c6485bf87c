import type { z } from 'zod'
import { type Role, roleNames } from '../domain/roles.ts'
import type { AppError, ErrorCode, ErrorFacts } from '../errors.ts'

/**
 * query:   reads, in one snapshot
 * command: writes, in one audited transaction
 * action:  everything else (files, printing, jobs); opens its own transactions, holds none while it waits
 * lobby:   works without an open office (create, unlock, restore)
 */
export type EndpointKind = 'query' | 'command' | 'action' | 'lobby'

export const business: readonly Role[] = ['clerk', 'head']
const reading: readonly Role[] = ['clerk', 'head', 'reader']
export const everyone = roleNames

/** `I` is what the handler gets, `C` what a caller may write: defaults are left out there. */
export interface Endpoint<K extends EndpointKind = EndpointKind, I = any, O = any, C = any> {
  readonly kind: K
  readonly by: readonly Role[]
  readonly input: z.ZodType<I, C>
  readonly output: z.ZodType<O>
}

const endpoint =
  <K extends EndpointKind>(kind: K, by: readonly Role[]) =>
  <I, O, C>(input: z.ZodType<I, C>, output: z.ZodType<O>, only: readonly Role[] = by): Endpoint<K, I, O, C> => ({ kind, by: only, input, output })

export const query = endpoint('query', reading)
export const command = endpoint('command', business)
export const action = endpoint('action', reading)
export const lobby = endpoint('lobby', [])

export type InputOf<E> = E extends Endpoint<any, infer I, any, any> ? I : never
export type CallOf<E> = E extends Endpoint<any, any, any, infer C> ? C : never
export type OutputOf<E> = E extends Endpoint<any, any, infer O, any> ? O : never

export type Failure = { [C in ErrorCode]: { code: C; facts: ErrorFacts[C] } }[ErrorCode]
export type Reply<T> = { ok: true; value: T } | { ok: false; error: Failure }

export const failure = (e: AppError): Reply<never> => ({ ok: false, error: { code: e.code, facts: e.facts } as Failure })
