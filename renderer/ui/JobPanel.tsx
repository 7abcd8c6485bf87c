import { useEffect, useRef, useState } from 'react'
import type { JobProgress } from '../../shared/api/bridge.ts'
import { Button } from './Button.tsx'
import { ProgressBar } from './ProgressBar.tsx'

/** 约剩 40 秒; nothing until there is something to judge by. */
export function timeLeft(done: number, total: number, elapsedMs: number): string | null {
  if (done <= 0 || total <= done || elapsedMs < 1500) return null
  const seconds = ((elapsedMs / done) * (total - done)) / 1000
  if (seconds < 1) return null
  if (seconds < 60) return `约剩 ${Math.ceil(seconds / 5) * 5} 秒`
  return `约剩 ${Math.ceil(seconds / 60)} 分钟`
}

/** True when something has lasted 400 ms: sooner, progress would only flicker. */
export function useLasting(on: boolean, ms = 400): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!on) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), ms)
    return () => clearTimeout(timer)
  }, [on, ms])
  return on && lasting
}

/** 已用 12 秒: while nothing is done yet there is nothing to judge by, but work goes on. */
export function timeSpent(done: number, elapsedMs: number): string | null {
  const seconds = Math.floor(elapsedMs / 1000)
  if (done > 0 || seconds < 2) return null
  return seconds < 60 ? `已用 ${seconds} 秒` : `已用 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`
}

interface Props {
  readonly job: JobProgress
  readonly unit?: string
  onCancel?(): void
}

/** Long work: what is being done, how much of it, how long still, and 取消. */
export function JobPanel({ job, unit = '', onCancel }: Props) {
  const since = useRef(Date.now())
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const elapsed = Math.max(0, now - since.current)
  const left = timeLeft(job.done, job.total, elapsed)
  const spent = timeSpent(job.done, elapsed)
  const count = job.total > 0 ? `${job.done} / ${job.total}${unit ? ` ${unit}` : ''}` : ''
  return (
    <div className="progress" role="status" aria-live="polite">
      <div className="row">
        <b>{job.label}</b>
        <span className="space" />
        <span className="t12 ink-2">{[count, left].filter(Boolean).join('，')}</span>
        {/* Once a second is too often to be read out. */}
        {spent && (
          <span className="t12 ink-2" aria-hidden>
            {spent}
          </span>
        )}
      </div>
      <ProgressBar share={job.total > 0 ? job.done / job.total : 0} label={`${job.label} ${count}`} />
      <div className="row t12 ink-3">
        <span className="ellipsis">{job.detail}</span>
        <span className="space" />
        {onCancel && (
          <Button small onClick={onCancel}>
            取消
          </Button>
        )}
      </div>
    </div>
  )
}
