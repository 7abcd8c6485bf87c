import { IconAction } from '../ui/IconAction.tsx'
import type { useWalk } from './walk.ts'

interface Props {
  readonly walk: ReturnType<typeof useWalk>
  go(id: string | undefined): void
}

/** Where one is among those that were listed, and to the one before and after. */
export const WalkSteps = ({ walk, go }: Props) => (
  <>
    {walk.at !== undefined && (
      <span className="t13">
        第 {walk.at} / {walk.total} 人
      </span>
    )}
    <IconAction icon="up" title="上一人 [" disabled={walk.previous === undefined} onClick={() => go(walk.previous)} />
    <IconAction icon="down" title="下一人 ]" disabled={walk.next === undefined} onClick={() => go(walk.next)} />
  </>
)
