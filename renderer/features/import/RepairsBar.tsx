import type { Repairs } from '../../../shared/api/import.ts'
import { meantIn, skippedCount, skippedText, unmean } from './repairs.ts'

interface Props {
  readonly repairs: Repairs
  onRepairs(repairs: Repairs): void
}

/** What was said about single names and rows, each to be taken back. The file itself is not touched. */
export function RepairsBar({ repairs, onRepairs }: Props) {
  const meant = meantIn(repairs)
  const skipped = skippedCount(repairs)
  if (meant.length + skipped === 0) return null
  return (
    <ul className="import-repairs" aria-label="已定的更正">
      {meant.map(each => (
        <li key={`${each.field} ${each.from}`}>
          <span className="ellipsis">
            凡写“{each.from}”的，认作<b>{each.to}</b>
          </span>
          <button type="button" className="link" aria-label={`不再认作${each.to}`} onClick={() => onRepairs(unmean(repairs, each))}>
            撤回
          </button>
        </li>
      ))}
      {skipped > 0 && (
        <li>
          <span className="ellipsis" title={skippedText(repairs)}>
            略去 <b>{skipped}</b> 行：{skippedText(repairs)}
          </span>
          <button type="button" className="link" aria-label="恢复略去的行" onClick={() => onRepairs({ ...repairs, skipped: {} })}>
            恢复
          </button>
        </li>
      )}
    </ul>
  )
}
