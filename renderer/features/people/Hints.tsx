import { Icon } from '../../ui/Icon.tsx'
import type { Hint } from './person-words.ts'

const icons = { short: 'short', soon: 'clock', info: 'info' } as const

/** 提示: what to look at, and the clause it rests on. The program concludes nothing. */
export function Hints({ hints }: { readonly hints: readonly Hint[] }) {
  return (
    <ul className="person-hints">
      {hints.map(hint => (
        <li key={hint.title} className={`tone-${hint.tone}`}>
          <Icon name={icons[hint.tone]} size={14} />
          <div>
            <span>{hint.title}</span>
            <span className="clause">{hint.clause}</span>
          </div>
        </li>
      ))}
    </ul>
  )
}
