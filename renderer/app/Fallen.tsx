import { useEffect, useState } from 'react'
import { subscribe } from '../api/client.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import './fallen.css'

interface Fall {
  readonly what: 'window' | 'engine'
  readonly incident: string
}

const says = {
  window: ['窗口刚才出错，已在原处重新打开。', '已保存的都在，没有保存的要重填。'],
  engine: ['后台刚才出错，已重新启动，要再解锁一次。', '已保存的都在，正在写的那一项没有写入。'],
} as const

/** The number that main gave the page on its way, taken off the address so that a reload does not say it again. */
function takeIncident(): Fall | undefined {
  const incident = new URLSearchParams(window.location.search).get('fallen')
  if (!incident || !/^[0-9A-F]{8}$/.test(incident)) return
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.hash)
  return { what: 'window', incident }
}

/** Says what fell and came up again, over whatever is in view, until it has been read. */
export function Fallen() {
  const [fall, setFall] = useState(takeIncident)
  useEffect(
    () =>
      subscribe(push => {
        if (push.event === 'session' && push.incident !== undefined) setFall({ what: 'engine', incident: push.incident })
      }),
    [],
  )
  if (!fall) return null
  const [what, then] = says[fall.what]
  return (
    <div className="fallen">
      <Banner
        kind="warn"
        icon="warn"
        action={
          <Button small onClick={() => setFall(undefined)}>
            知道了
          </Button>
        }
      >
        <b>{what}</b>
        {then}编号 {fall.incident}，告诉维护人员可在日志里查到原因。
      </Banner>
    </div>
  )
}
