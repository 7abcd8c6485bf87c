import { Segmented } from '../../ui/Segmented.tsx'
import { returnOf } from './count-content.ts'
import type { BallotReply, Counting } from './use-counting.ts'

interface Props {
  readonly reply: BallotReply
  readonly counting: Counting
  onGroup(at: number): void
}

/** 填票人类别: each is counted by itself. Ctrl and its number opens it. */
export function GroupTabs({ reply, counting, onGroup }: Props) {
  const { groups } = reply
  return (
    <div className="ballot-groups">
      <Segmented
        label="填票人类别"
        value={counting.group}
        options={groups.map((group, i) => {
          const { returned } = returnOf(counting.content.returns, group.code)
          return {
            value: group.code,
            label: (
              <>
                <kbd>Ctrl {i + 1}</kbd>
                {group.label}
                <span className="ink-3 t12">{returned === null ? '未录' : `收回 ${returned}`}</span>
              </>
            ),
          }
        })}
        onChange={code => onGroup(groups.findIndex(group => group.code === code))}
      />
      <span className="t12 ink-3">每类分开计票，按权重合成：{groups.map(group => `${group.label} ${group.weight}%`).join('，')}</span>
    </div>
  )
}
