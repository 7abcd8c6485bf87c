import type { RecordName } from '../../shared/domain/index.ts'
import { useQuery } from '../api/hooks.ts'
import type { Question } from './use-list.ts'

const walks = new Map<RecordName, Question | readonly string[]>()

/** Remembers the list from which a record is opened, so that its page can go on to the next. */
export const startWalk = (question: Question) => void walks.set(question.type, question)

/** The same for a list whose order only the screen knows. */
export const startWalkOf = (type: RecordName, ids: readonly string[]) => void walks.set(type, ids)

interface Walk {
  /** Counted from 1; undefined when the record is not in the list. */
  readonly at: number | undefined
  readonly total: number
  readonly previous: string | undefined
  readonly next: string | undefined
}

/** 第 5 / 26 人: where a record stands in the list it was opened from, or else in `otherwise`. */
export function useWalk(type: RecordName, id: string, otherwise: Question): Walk {
  const walk = walks.get(type) ?? otherwise
  const asked = 'type' in walk
  const reply = useQuery('records.ids', asked ? walk : otherwise, { enabled: asked })
  const ids = asked ? (reply.data ?? []) : walk
  const index = ids.indexOf(id)
  return {
    at: index < 0 ? undefined : index + 1,
    total: ids.length,
    previous: index > 0 ? ids[index - 1] : undefined,
    next: index < 0 ? undefined : ids[index + 1],
  }
}
