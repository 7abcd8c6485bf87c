import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { CalendarYear } from './words.ts'

/** A year whose notice is not on file whole: that its figures are 暂算, and what to do. */
export function KnownBanner({ calendar, mayWrite }: { readonly calendar: CalendarYear; readonly mayWrite: boolean }) {
  const { year, known, missing, days } = calendar
  if (known) return null
  return (
    <Banner
      kind="warn"
      icon="provisional"
      action={
        mayWrite && (
          <Button small icon="upload" href="#/import/calendarDay">
            导入放假安排
          </Button>
        )
      }
    >
      {days.length === 0 ? (
        <>
          <b>{year} 年的放假安排不在册，涉及这一年的工作日都是暂算</b>（按周一至周五上班）。
        </>
      ) : (
        <>
          <b>
            {year} 年还没有登记{missing.join('、')}的放假，仍是暂算
          </b>
          。
        </>
      )}
      {mayWrite && '国务院办公厅的通知下来后，用模板导入，或在下面逐日登记。'}
    </Banner>
  )
}
