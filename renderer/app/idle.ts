import { useEffect, useRef } from 'react'
import { call } from '../api/client.ts'

const touchEvery = 30_000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Tells main that someone is at the keyboard, at most twice a minute; after `minutes` without a sign of it, calls `onIdle`. */
export function useIdle(minutes: number, active: boolean, onIdle: () => void) {
  const idle = useRef(onIdle)
  idle.current = onIdle
  useEffect(() => {
    if (!active) return
    let last = Date.now()
    let touched = 0
    const sign = () => {
      last = Date.now()
      if (last - touched < touchEvery) return
      touched = last
      void call('session.touch', {}).catch(() => {})
    }
    const timer = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return
      last = Date.now()
      idle.current()
    }, 1000)
    for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const name of signs) window.removeEventListener(name, sign, { capture: true })
    }
  }, [minutes, active])
}
