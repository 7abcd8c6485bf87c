import { useEffect, useRef, useState } from 'react'

/** For Enter in a box that searches while one types: done at once, or as soon as the answer to what was typed is here. */
export function useWhenAnswered(pending: boolean, perform: () => void): () => void {
  const [asked, setAsked] = useState(false)
  const latest = useRef(perform)
  latest.current = perform
  useEffect(() => {
    if (!asked || pending) return
    setAsked(false)
    latest.current()
  }, [asked, pending])
  return () => (pending ? setAsked(true) : perform())
}
