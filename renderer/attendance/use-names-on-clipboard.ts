import { useEffect } from 'react'
import { holdsNames } from './paste-names.ts'

/** A list of people pasted anywhere on the page opens the dialog that matches them; anything else goes where it was pasted. */
export function useNamesOnClipboard(on: boolean, onNames: (text: string) => void) {
  useEffect(() => {
    if (!on) return
    const listen = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const typing = event.target instanceof HTMLElement && event.target.matches('input,textarea') && !event.target.closest('[role=grid]')
      if (typing || !holdsNames(text)) return
      event.preventDefault()
      event.stopPropagation()
      onNames(text)
    }
    window.addEventListener('paste', listen, true)
    return () => window.removeEventListener('paste', listen, true)
  })
}
