import { useState } from 'react'
import { isDay } from '../../shared/rules/days.ts'
import { useParametersOn } from '../app/parameters.ts'
import type { Values } from '../records/draft.ts'
import { recordType } from '../records/record-name.ts'
import { type RecordFormState, useRecordForm } from '../records/use-record-form.ts'
import { daysOf, type Stretch, type Suggestion, suggestHours, usualStretch } from './activity-hours.ts'

export interface ActivityForm {
  readonly form: RecordFormState
  readonly days: number | undefined
  readonly stretch: Stretch
  readonly clockHours: number | null
  readonly suggestion: Suggestion | undefined
  /** The hours were typed, so they no longer follow the dates. */
  readonly typed: boolean
  setStretch(stretch: Stretch): void
  setClockHours(hours: number | null): void
  follow(): void
}

/** The form of an activity: the last day follows the first, and hours follow the days until someone types them. */
export function useActivityForm(initial: Values, titles: Readonly<Record<string, string>>, today: string): ActivityForm {
  const inner = useRecordForm(recordType('activity'), initial, titles)
  const parameter = useParametersOn(today)
  const known = initial['hours'] !== null
  const [typed, setTyped] = useState(known)
  const [chosen, setChosen] = useState<Stretch>()
  const [clockHours, setClock] = useState<number | null>(null)
  const stretchOf = (values: Values, next: Stretch | undefined = chosen) => next ?? usualStretch(values['kind'])
  const suggest = (values: Values, stretch = stretchOf(values), clock = clockHours) =>
    suggestHours(daysOf(values['startsOn'], values['endsOn']), stretch, clock, parameter)
  const put = (suggestion: Suggestion | undefined) => suggestion && inner.set('hours', suggestion.hours)

  const set = (key: string, value: unknown) => {
    inner.set(key, value)
    let values: Values = { ...inner.values, [key]: value }
    if (key === 'hours') return setTyped(true)
    if (key === 'organizationId' && value !== null) inner.set('organizer', null)
    if (key === 'organizer' && value !== '' && value !== null) inner.set('organizationId', null)
    if (key === 'startsOn' && typeof value === 'string' && isDay(value)) {
      const end = values['endsOn']
      if (typeof end !== 'string' || end < value || end === inner.values['startsOn']) {
        inner.set('endsOn', value)
        values = { ...values, endsOn: value }
      }
    }
    if (!typed && ['startsOn', 'endsOn', 'kind'].includes(key)) put(suggest(values))
  }
  return {
    form: { ...inner, set },
    days: daysOf(inner.values['startsOn'], inner.values['endsOn']),
    stretch: stretchOf(inner.values),
    clockHours,
    typed,
    suggestion: suggest(inner.values),
    setStretch(next) {
      setChosen(next)
      setTyped(false)
      put(suggest(inner.values, next))
    },
    setClockHours(next) {
      setClock(next)
      setTyped(false)
      put(suggest(inner.values, 'hour', next))
    },
    follow() {
      setTyped(false)
      put(suggest(inner.values))
    },
  }
}
