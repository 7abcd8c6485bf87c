import type { CallOutput } from '../api/client.ts'
import { useQuery } from '../api/hooks.ts'
import { useScope } from '../app/scope.tsx'
import { Link } from '../ui/Link.tsx'
import { boardPath } from './terms.ts'
import './board.css'

type Fed = CallOutput<'quota.overview'>[number]

/** 计入：谈心谈话（未达标 12 人）: the quotas that a register's records feed, and how they stand. Nothing where they feed none. */
export function FeedsLine({ source }: { readonly source: string }) {
  const { year, organizationId } = useScope()
  const reply = useQuery('quota.overview', { year, organizationId, source })
  if (!reply.data || reply.data.length === 0) return null
  return (
    <p className="feeds t13">
      <span className="ink-3">计入：</span>
      {reply.data.map((quota, i) => (
        <span key={quota.name}>
          {i > 0 && '、'}
          <Link to={boardPath(quota.name)}>{quota.label}</Link>
          <span className={quota.short > 0 ? 'tone-short' : 'ink-3'}>（{standsText(quota)}）</span>
        </span>
      ))}
    </p>
  )
}

function standsText({ enabled, subjects, required, short, near, open, met }: Fed): string {
  const head = subjects === 'people' ? '人' : '个'
  if (!enabled) return '未启用'
  if (required === 0) return '没有考核对象'
  if (short > 0) return `未达标 ${short} ${head}`
  if (near > 0) return `临期 ${near} ${head}`
  if (open > 0) return `进行中 ${open} ${head}`
  return `${met} ${head}全部达标`
}
