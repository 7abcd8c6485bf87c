import { Component, type ReactNode } from 'react'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

interface Props {
  /** What happened, what was kept, what to do. */
  readonly says: ReactNode
  /** Where showing it anew is not enough. */
  onAgain?(): void
  readonly children: ReactNode
}

/** Whatever threw inside says so in its own place; the rest goes on. */
export class Fence extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    const { says, onAgain, children } = this.props
    if (!this.state.broken) return children
    const again = onAgain ?? (() => this.setState({ broken: false }))
    return (
      <div className="page" style={{ paddingTop: 16 }}>
        <Banner
          kind="error"
          action={
            <Button small onClick={again}>
              重新打开
            </Button>
          }
        >
          {says}
        </Banner>
      </div>
    )
  }
}
