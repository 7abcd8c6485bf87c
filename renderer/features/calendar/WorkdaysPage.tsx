import { useRef, useState } from 'react'
import { addDays, firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { useSession } from '../../app/session.tsx'
import { fieldColumns } from '../../records/list-column.tsx'
import { recordType } from '../../records/record-name.ts'
import { useExport } from '../../records/use-export.ts'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import { KnownBanner } from './KnownBanner.tsx'
import { MarkCard } from './MarkCard.tsx'
import { ReckonCard } from './ReckonCard.tsx'
import { useChosenDays } from './use-chosen-days.ts'
import { useMarking } from './use-marking.ts'
import { type Reckoning, useReckoning } from './use-reckoning.ts'
import { YearGrid } from './YearGrid.tsx'
import './calendar.css'

/** 工作日历: a year's days off and make-up days as on file, and what working days come to by them. */
export function WorkdaysPage() {
  const { year: asked, today } = useScope()
  const { mayWrite } = useSession()
  const { data: calendar, error } = useQuery('calendar.year', { year: asked })
  const year = calendar?.year ?? asked
  const chosen = useChosenDays(year, today)
  const reckoning = useReckoning(today)
  const [lastName, setLastName] = useState('')
  const main = useRef<HTMLDivElement>(null)
  const toDays = () => main.current?.querySelector<HTMLElement>(`[data-day="${chosen.current}"]`)?.focus()
  const marking = useMarking(name => {
    if (name !== undefined) setLastName(name)
    toDays()
  })
  const nameBox = useRef<HTMLInputElement>(null)
  const exporting = useExport({
    type: 'calendarDay',
    filters: [
      { field: 'date', op: 'from', value: firstDayOf(year) },
      { field: 'date', op: 'until', value: lastDayOf(year) },
    ],
    sort: { field: 'date' },
  })
  if (!calendar) return <div className="page">{error ? <ErrorBanner error={error} /> : null}</div>

  const inHand = new Set(chosen.days)
  const onFile = calendar.days.filter(day => inHand.has(day.date))
  return (
    <div className="page workdays">
      <PageHead
        title="工作日历"
        sub={
          <span className="row">
            {year} 年 {calendar.workingDays} 个工作日，放假 {calendar.holidays} 天，调休上班 {calendar.makeUpDays} 天
            {!calendar.known && <StatusChip tone="provisional" />}
          </span>
        }
        actions={
          <>
            {mayWrite && (
              <Button icon="upload" href="#/import/calendarDay">
                导入
              </Button>
            )}
            <Button
              icon="download"
              disabled={exporting.busy || calendar.days.length === 0}
              onClick={() => void exporting.run({ name: `${year}年工作日历`, columns: fieldColumns(recordType('calendarDay')), unit: '天' })}
            >
              导出
            </Button>
          </>
        }
      />
      <KnownBanner calendar={calendar} mayWrite={mayWrite} />
      <div className="workdays-body">
        <div ref={main} className="workdays-main">
          <YearGrid
            calendar={calendar}
            today={today}
            chosen={chosen}
            counted={countedDays(reckoning)}
            onEnter={() => nameBox.current?.focus()}
            onDelete={() => marking.takeOff(onFile)}
          />
          <Legend mayWrite={mayWrite} />
        </div>
        <aside className="workdays-side" aria-label="登记和推算">
          <MarkCard
            key={`${chosen.days[0]} ${chosen.days.length} ${onFile.map(day => day.version).join('.')}`}
            days={chosen.days}
            onFile={onFile}
            marking={marking}
            lastName={lastName}
            nameBox={nameBox}
            onLeave={toDays}
          />
          <ReckonCard today={today} reckoning={reckoning} chosen={chosen.days[0] ?? today} />
        </aside>
      </div>
    </div>
  )
}

/** First and last day that the reckoning counts. */
function countedDays({ question: { from }, result }: Reckoning): readonly [string, string] | undefined {
  if (from === null || !result) return undefined
  const { until, countFirstDay } = result
  const [first, last] = from <= until ? [countFirstDay ? from : addDays(from, 1), until] : [until, countFirstDay ? from : addDays(from, -1)]
  return [first, last]
}

function Legend({ mayWrite }: { readonly mayWrite: boolean }) {
  return (
    <footer className="workdays-legend">
      <span>
        <i className="day holiday">休</i>放假
      </span>
      <span>
        <i className="day workday">班</i>调休上班
      </span>
      <span>
        <i className="day weekend">6</i>周末
      </span>
      <span>
        <i className="day today">8</i>今天
      </span>
      <span>
        <i className="day counted">8</i>推算经过的工作日
      </span>
      <span className="space" />
      <span className="ink-3 hint">{mayWrite ? '方向键移动，Shift 连选，Enter 登记，Delete 取消登记' : '方向键移动，Shift 连选'}</span>
    </footer>
  )
}
