import type { ReactNode } from 'react'
import './lobby.css'

interface Props {
  readonly left: ReactNode
  readonly foot: ReactNode
  readonly children: ReactNode
}

/** The split screen before an office is open: what it is on the left, what to do on the right. */
export function LobbyFrame({ left, foot, children }: Props) {
  return (
    <div className="lobby">
      <section className="lobby-left">
        <div className="lobby-brand">
          <span className="seal" aria-hidden>
            组
          </span>
          <b>组工台账</b>
        </div>
        <div className="lobby-office">{left}</div>
        <div className="lobby-note">
          <p>本系统按工作秘密管理，不得录入、存储国家秘密。</p>
          <p>口令只在本机验证，不经网络。</p>
        </div>
      </section>
      <main className="lobby-right">
        {children}
        <div className="lobby-version">{foot}</div>
      </main>
    </div>
  )
}
