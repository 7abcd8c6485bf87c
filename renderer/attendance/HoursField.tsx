import { Radios } from '../ui/Check.tsx'
import { Field } from '../ui/Field.tsx'
import { NumberBox } from '../ui/NumberBox.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import type { Stretch } from './activity-hours.ts'
import type { ActivityForm } from './use-activity-form.ts'

const stretches: readonly { readonly value: Stretch; readonly label: string }[] = [
  { value: 'day', label: '全天' },
  { value: 'half', label: '半天' },
  { value: 'hour', label: '按小时' },
]

/** 学时, with how it was worked out, and whether it counts. */
export function HoursField({ state }: { readonly state: ActivityForm }) {
  const { form, days, stretch, suggestion, typed } = state
  const value = form.values['hours']
  const amount = typeof value === 'number' ? value : null
  const other = suggestion && amount !== suggestion.hours
  return (
    <div className="record-fields hours-field">
      <div className="col" style={{ gap: 4 }}>
        <Field
          label="学时"
          required
          fault={form.faults['hours']}
          help={
            suggestion ? (
              <>
                按参数折算{other && '应为'}：{suggestion.how}
                {other && typed && (
                  <>
                    {' '}
                    <button type="button" className="link" onClick={state.follow}>
                      用折算值
                    </button>
                  </>
                )}
              </>
            ) : days === undefined ? (
              '填好日期后按参数折算'
            ) : (
              '填小时数后折算，或直接填学时'
            )
          }
        >
          <NumberBox value={amount} unit="学时" onChange={next => form.set('hours', next)} onBlur={() => form.leave('hours')} />
        </Field>
      </div>
      <div className="hours-side">
        {days === 1 && (
          <Field label="时长">
            <div className="row">
              <Segmented label="时长" value={stretch} options={stretches} onChange={state.setStretch} />
              {stretch === 'hour' && (
                <div style={{ width: 96 }}>
                  <NumberBox value={state.clockHours} unit="小时" label="小时数" onChange={state.setClockHours} />
                </div>
              )}
            </div>
          </Field>
        )}
        <Field label="年度学习任务" required>
          <Radios
            name="activity-counts"
            value={form.values['counts'] === false ? 'no' : 'yes'}
            options={[
              { value: 'yes', label: '计入' },
              { value: 'no', label: '不计入' },
            ]}
            onChange={next => form.set('counts', next === 'yes')}
          />
        </Field>
      </div>
    </div>
  )
}
