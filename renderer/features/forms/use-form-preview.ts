import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { FormName } from '../../../shared/api/forms.ts'
import { call, type CallOutput, subscribe } from '../../api/client.ts'
import type { Asked } from './asking.ts'

export interface FormAnswer {
  readonly reply: CallOutput<'forms.preview'> | undefined
  readonly error: unknown
  /** What is on screen answers an earlier question. */
  readonly stale: boolean
}

/** What the form in hand is filled with, for its preview; asked again when any record changes. */
export function useFormPreview(form: FormName, asked: Asked): FormAnswer {
  const cache = useQueryClient()
  const params = asked.ready ? asked.params : {}
  const query = useQuery({
    queryKey: ['forms.preview', form, params],
    enabled: asked.ready,
    queryFn: () => call('forms.preview', { form, params }),
    gcTime: 0,
    // The former answer stands while the new one is made, but only of the same form.
    placeholderData: (before, last) => (last?.queryKey[1] === form ? keepPreviousData(before) : undefined),
  })
  useEffect(() => subscribe(push => push.event === 'changed' && void cache.invalidateQueries({ queryKey: ['forms.preview'] })), [cache])
  return asked.ready ? { reply: query.data, error: query.error, stale: query.isPlaceholderData } : { reply: undefined, error: null, stale: false }
}
