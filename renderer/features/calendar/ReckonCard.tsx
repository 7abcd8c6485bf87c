import { ErrorBanner } from '../../ui/Banner.tsx'
import { Card } from '../../ui/Card.tsx'
import { Check } from '../../ui/Check.tsx'
import { DateBox } from '../../ui/DateBox.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { StatusChip } from '../../ui/StatusChip.tsx'
import type { Reckoning } from './use-reckoning.ts'
import { passedText, weekdayText } from './words.ts'

interface Props {
  readonly today: string
  readonly reckoning: Reckoning
  /** The day in hand, offered to begin with. */
  readonly chosen: string
}

/** 推算: the n-th working day after or before a day, by the calendar as it is on file. */
export function ReckonCard({ today, reckoning, chosen }: Props) {
  const { question, ask, faults, result, error } = reckoning
  return (
    <Card
      title="推算工作日"
      actions={
        <button type="button" className="link t12" onClick={() => ask({ ...question, from: chosen })}>
          从选中的日子起
        </button>
      }
    >
      <div className="reckon">
        <div className="reckon-fields">
          <Field label="从" fault={faults.from}>
            <DateBox value={question.from} today={today} onChange={from => ask({ ...question, from })} />
          </Field>
          <Field label="工作日数" fault={faults.days}>
            <NumberBox value={question.days} unit="个" onChange={days => ask({ ...question, days })} />
          </Field>
        </div>
        <div className="row">
          <Segmented
            small
            label="方向"
            value={question.way}
            options={[
              { value: 'after', label: '以后' },
              { value: 'before', label: '以前' },
            ]}
            onChange={way => ask({ ...question, way })}
          />
          <Check
            checked={question.countFirstDay ?? result?.countFirstDay ?? false}
            label="当天算第 1 个"
            onChange={countFirstDay => ask({ ...question, countFirstDay })}
          />
        </div>
        <p className="t12 ink-3">
          公示当天算不算，规定没有写明，
          <Link to="/settings?parameter=calendar.countFirstDay">默认按参数</Link>
        </p>
        <ErrorBanner error={error} />
        {result && (
          <output className="reckon-result" aria-label="推算结果">
            <span className="row">
              <b>
                {result.until} {weekdayText(result.until)}
              </b>
              {result.provisional && <StatusChip tone="provisional" />}
            </span>
            <span className="t12 ink-3">{result.why ?? `${passedText(result.passed)}。`}</span>
          </output>
        )}
      </div>
    </Card>
  )
}
