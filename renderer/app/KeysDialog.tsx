import { Dialog } from '../ui/Dialog.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type Action, keyLabel } from './shortcuts.ts'

const lists = [
  { name: '在列表里移动', keys: '↑ ↓' },
  { name: '打开当前行', keys: 'Enter' },
  { name: '选中当前行', keys: '空格' },
  { name: '连选', keys: 'Shift ↑ ↓' },
  { name: '复制所选行', keys: 'Ctrl C' },
  { name: '关闭或取消', keys: 'Esc' },
  { name: '在对话框里完成', keys: 'Ctrl Enter' },
]

/** 键盘操作: what this screen answers to, and what all lists do. F1 or ?. */
export function KeysDialog({ open, actions, onClose }: { readonly open: boolean; readonly actions: readonly Action[]; onClose(): void }) {
  const seen = new Map(actions.toReversed().map(action => [action.keys, action]))
  const named = new Map<string, readonly string[]>()
  for (const { name, keys } of [...[...seen.values()].toReversed(), ...lists]) named.set(name, [...(named.get(name) ?? []), keys])
  return (
    <Dialog open={open} title="键盘操作" size={720} onClose={onClose}>
      <dl className="key-list">
        {[...named].map(([name, all]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {all.map(keys => (
                <Kbd key={keys} keys={keyLabel(keys)} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
