import { type ReactNode, useEffect, useState } from 'react'
import { call } from '../api/client.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Condition } from './conditions.ts'
import { recordType } from './record-name.ts'
import type { List, Question } from './use-list.ts'

interface Helpful {
  readonly key: string
  readonly total: number
}

/** The condition without which the list would have rows, and how many. */
async function findHelpful(question: Question, conditions: readonly Condition[]): Promise<Helpful | undefined> {
  for (const { key, filters } of conditions) {
    const dropped = new Set(filters.map(f => JSON.stringify(f)))
    const rest = (question.filters ?? []).filter(f => !dropped.has(JSON.stringify(f)))
    if (rest.length === question.filters?.length) continue
    const { total } = await call('records.list', { ...question, filters: rest, limit: 1 })
    if (total > 0) return { key, total }
  }
  return undefined
}

/** Whether there is nothing without conditions either. */
const findNone = async ({ type, organizationId }: Question): Promise<boolean> =>
  (await call('records.list', { type, ...(organizationId === undefined ? {} : { organizationId }), limit: 1 })).total === 0

interface Props {
  readonly list: List
  readonly unit: string
  /** What is said where there is nothing at all. */
  readonly empty: ReactNode
}

/** 没有符合条件的人. Says which condition to drop, and what that would bring. */
export function NothingFound({ list, unit, empty }: Props) {
  const { state, question } = list
  const [helpful, setHelpful] = useState<Helpful>()
  const [none, setNone] = useState(false)
  const { label, fields } = recordType(state.type)
  const asked = JSON.stringify([question, state.conditions])
  useEffect(() => {
    let stale = false
    const [what, conditions]: [Question, Condition[]] = JSON.parse(asked)
    setHelpful(undefined)
    findHelpful(what, conditions).then(
      found => !stale && setHelpful(found),
      () => {},
    )
    findNone(what).then(
      found => !stale && setNone(found),
      () => {},
    )
    return () => {
      stale = true
    }
  }, [asked])
  if (state.voided && state.conditions.length === 0 && state.search === '') {
    return (
      <EmptyState
        icon="exempt"
        title={`没有已作废的${label}`}
        action={
          <Button small onClick={() => state.setVoided(false)}>
            回到在册的
          </Button>
        }
      >
        作废的记录连同理由留在这里，可以恢复。
      </EmptyState>
    )
  }
  if (none && !state.voided && state.search === '') return empty
  return (
    <EmptyState
      icon="search"
      title={state.voided ? `没有已作废的${label}` : `没有符合条件的${unit}`}
      action={
        <Button small onClick={state.clearConditions}>
          去掉全部条件
        </Button>
      }
    >
      {helpful ? (
        <>
          去掉“{fields[helpful.key]?.label}”条件可看到{' '}
          <button type="button" className="link" onClick={() => state.setCondition(helpful.key, undefined)}>
            {helpful.total} {unit}
          </button>
          。
        </>
      ) : state.search ? (
        '名称可用拼音或首字母查找，也可去掉条件再找。'
      ) : (
        '去掉一些条件再看。'
      )}
    </EmptyState>
  )
}
