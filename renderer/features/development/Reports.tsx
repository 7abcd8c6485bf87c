import { monthOf, yearOf } from '../../../shared/rules/days.ts'
import { useKept } from '../../app/router.ts'
import { FormMenu } from '../../forms/FormMenu.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'

interface Props {
  readonly year: number
  readonly today: string
  readonly organizationId: string | undefined
  readonly name: string
}

/** 月报表 and 月通报 of a month: the last that is over, unless another is chosen. */
export function Reports({ year, today, organizationId, name }: Props) {
  const running = year === yearOf(today)
  const last = year < yearOf(today) ? 12 : running ? monthOf(today) : 0
  const [chosen, choose] = useKept<number | null>('month', null)
  const usual = running ? Math.max(1, last - 1) : 12
  const month = chosen !== null && chosen <= last ? chosen : usual
  const params = { year, month, ...(organizationId === undefined ? {} : { organizationId }) }
  const nothing = last === 0
  return (
    <>
      <div style={{ width: 88 }}>
        <SelectBox
          small
          label="月报的月份"
          value={nothing ? null : String(month)}
          disabled={nothing}
          options={Array.from({ length: last }, (_, i) => ({ value: String(i + 1), label: `${i + 1} 月` }))}
          onChange={value => choose(value === null ? null : Number(value))}
        />
      </div>
      <FormMenu small form="planMonthly" params={params} name={`${year}年${month}月发展党员月报表（${name}）`} label="月报表" disabled={nothing} />
      <FormMenu small form="planBulletin" params={params} name={`${year}年${month}月发展党员月通报（${name}）`} label="月通报" icon="form" disabled={nothing} />
    </>
  )
}
