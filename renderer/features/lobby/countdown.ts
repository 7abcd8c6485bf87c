import { useCallback, useEffect, useState } from 'react'

/** Seconds until one may try again, counting down. Main counts too; this only shows it. */
export function useCountdown(initial: number): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(() => Date.now() + initial * 1000)
  const [left, setLeft] = useState(initial)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [until])
  return [left, useCallback((seconds: number) => setUntil(Date.now() + seconds * 1000), [])]
}
