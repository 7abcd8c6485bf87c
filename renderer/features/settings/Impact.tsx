import { useEffect, useState } from 'react'
import type { ParameterStanding } from '../../../shared/api/parameters.ts'
import type { CallInput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'

type Asked = CallInput<'parameters.preview'>

/** 影响: how every quota that rests on the number stands, and how it would. Reckoned while one types, kept by nobody. */
export function Impact({ asked }: { readonly asked: Asked }) {
  const settled = useSettled(asked)
  const { data, error, isPlaceholderData } = useQuery('parameters.preview', settled)
  if (error) return <ErrorBanner error={error} />
  if (!data) return <p className="t12 ink-3">正在推算影响</p>
  if (data.bears === 'reminders') return <p className="t12 ink-3">只改提醒的早晚，不改达标与否，没有可推算的数。</p>
  if (data.bears === 'other') return <p className="t12 ink-3">不是指标的数值，不改任何指标的达标情况。</p>
  const moves = data.quotas.some(q => q.years.some(y => JSON.stringify(y.before) !== JSON.stringify(y.after)))
  return (
    <section className="parameter-impact" aria-label="保存后的变化" aria-busy={isPlaceholderData}>
      <table className="table">
        <thead>
          <tr>
            <th>指标</th>
            <th style={{ width: 64 }}>年度</th>
            <th className="r" style={{ width: 92 }}>
              应考核
            </th>
            <th className="r" style={{ width: 92 }}>
              达标
            </th>
            <th className="r" style={{ width: 92 }}>
              未达标
            </th>
            <th className="r" style={{ width: 136 }} title="已到期的各期中按期完成的">
              按期
            </th>
          </tr>
        </thead>
        <tbody>
          {data.quotas.flatMap(({ quota, label, circle, unit, years }) =>
            years.toReversed().map(({ year, before, after }, i) => (
              <tr key={`${quota} ${year}`}>
                <td>{i === 0 && <span title={`${circle}，以${unit}计`}>{label}</span>}</td>
                <td>{year}</td>
                <Moved before={before.required} after={after.required} />
                <Moved before={before.met} after={after.met} />
                <Moved before={before.short} after={after.short} />
                <Moved before={periodsText(before)} after={periodsText(after)} />
              </tr>
            )),
          )}
        </tbody>
      </table>
      <p className="t12 ink-3">
        {moves ? '左边是现在，右边是保存后；未达标含临期。' : '今年和去年的达标情况不变；未达标含临期。'}
        {settled.value === 0 && '数值为 0，从起用日起本单位不考核这一项。'}
      </p>
    </section>
  )
}

const periodsText = ({ kept, due }: ParameterStanding): string => (due > 0 ? `${kept}/${due}` : '—')

const Moved = <V extends string | number>({ before, after }: { readonly before: V; readonly after: V }) => (
  <td className="r">
    {before === after ? (
      before
    ) : (
      <>
        <span className="ink-3">{before} → </span>
        <b>{after}</b>
      </>
    )}
  </td>
)

/** What was last asked for once typing has paused: the whole office is reckoned each time. */
function useSettled(asked: Asked): Asked {
  const { key, value, startsOn, replaces } = asked
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ key, value, startsOn, ...(replaces !== undefined && { replaces }) }), 350)
    return () => clearTimeout(timer)
  }, [key, value, startsOn, replaces])
  return settled
}
