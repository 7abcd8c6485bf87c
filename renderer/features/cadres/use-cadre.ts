import { archiveCheck, type ArchiveCheck, type ArchiveItem } from '../../../shared/domain/archive-check.ts'
import { type Cadre, cadre } from '../../../shared/domain/cadre.ts'
import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'

type Reply = CallOutput<'cadre.get'>

export interface Check {
  readonly record: ArchiveCheck
  readonly items: readonly ArchiveItem[]
}

/** A cadre as main tells it, with the records typed. */
export interface WholeCadre extends Omit<Reply, 'record' | 'checks'> {
  readonly record: Cadre | null
  readonly checks: readonly Check[]
}

const known = new WeakMap<object, WholeCadre>()

function wholeOf(reply: Reply): WholeCadre {
  const before = known.get(reply)
  if (before) return before
  const whole = {
    ...reply,
    record: reply.record && cadre.stored.parse(reply.record),
    checks: reply.checks.map(({ record, items }) => ({ record: archiveCheck.stored.parse(record), items })),
  }
  known.set(reply, whole)
  return whole
}

export function useCadre(asked: { readonly cadreId?: string; readonly personId?: string }): { readonly data: WholeCadre | undefined; readonly error: unknown } {
  const reply = useQuery('cadre.get', asked, { keep: false })
  return { data: reply.data && wholeOf(reply.data), error: reply.error }
}
