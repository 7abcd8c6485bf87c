import { useCallback } from 'react'
import { call } from '../api/client.ts'
import { sentenceOf } from '../ui/Banner.tsx'
import { useSay } from '../ui/Snackbar.tsx'

/** Takes back one's own last change, and says which it was. The same as Ctrl Z. */
export function useUndo(): () => void {
  const say = useSay()
  return useCallback(() => {
    call('undo.last', {}).then(
      ({ label }) => say(`已撤销：${label}`),
      (error: unknown) => say(sentenceOf(error)),
    )
  }, [say])
}

/** 「已登记 31 人出席」 with 撤销 beside it. */
export function useSayDone(): (text: string) => void {
  const say = useSay()
  const undo = useUndo()
  return useCallback(text => say(text, undo), [say, undo])
}
