import { useState } from 'react'
import type { admissionSpans } from '../../../shared/domain/admission-number.ts'
import { distribute } from '../../../shared/rules/development.ts'
import type { CallOutput } from '../../api/client.ts'
import { useCommand } from '../../api/command.ts'
import { useQuery } from '../../api/hooks.ts'
import { useScope } from '../../app/scope.tsx'
import { ErrorBanner } from '../../ui/Banner.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberBox } from '../../ui/NumberBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { SelectBox } from '../../ui/SelectBox.tsx'

type Weight = CallOutput<'development.weights'>[number]
type Span = keyof typeof admissionSpans

const methods = {
  members: '按党员人数',
  activists: '按积极分子人数',
  candidates: '按发展对象人数',
  before: '按上期计划的比例',
  copy: '照抄上期计划',
  even: '平均',
} as const
type Method = keyof typeof methods
const isMethod = (name: string | null): name is Method => name !== null && Object.hasOwn(methods, name)

const weightOf = (one: Weight, method: Method): number => (method === 'even' ? 1 : method === 'copy' ? (one.before ?? 0) : (one[method] ?? 0))

interface Props {
  readonly view: 'units' | 'branches'
  /** What the head is to admit, where that is known. */
  readonly total: number | null
  onDone(written: number): void
  onClose(): void
}

/** 分配: a total over the units in proportion, or last time's numbers again; what comes of it is seen before it is written. */
export function DistributeDialog({ view, total: known, onDone, onClose }: Props) {
  const { year, organizationId, name } = useScope()
  const [span, setSpan] = useState<Span>('year')
  const [method, setMethod] = useState<Method>('members')
  const [typed, setTyped] = useState<number | null>(known)
  const reply = useQuery('development.weights', { year, organizationId, view, span }, { keep: false })
  const command = useCommand('development.set')
  const all = reply.data ?? []
  const copying = method === 'copy'
  const total = copying ? all.reduce((sum, one) => sum + (one.before ?? 0), 0) : typed
  const valid = total !== null && Number.isInteger(total) && total >= 0 && total <= 1_000_000
  const weights = all.map(one => weightOf(one, method))
  const parts = copying ? all.map(one => one.before) : valid ? distribute(total, weights) : []
  const lines = all.flatMap((one, i) => {
    const planned = parts[i] ?? null
    // A copy leaves alone who had no number; a sharing out says 0 where somebody has none.
    return planned === null || planned === one.planned
      ? []
      : [{ organizationId: one.organizationId, planned, ...(copying && one.beforePool !== null ? { pool: one.beforePool } : {}) }]
  })
  const earlier = span === 'year' ? `${year - 1} 年` : `${year - 3}—${year - 1} 年`
  const without = weights.every(w => w === 0)
  const perform = () => command.mutate({ year, span, lines }, { onSuccess: ({ written }) => onDone(written) })
  return (
    <Dialog
      open
      size={720}
      title="分配计划数"
      sub={`${name}，${view === 'units' ? '下级党组织' : '党支部'} ${all.length} 个。写入前在下面看分到多少，原有的数会改成新的。`}
      busy={command.isPending}
      primary={{ label: lines.length > 0 ? `写入 ${lines.length} 个` : '写入', disabled: !valid || lines.length === 0, perform }}
      note={valid && all.length > 0 && lines.length === 0 ? '与现有的数一样，不用写入' : ''}
      onClose={onClose}
    >
      <ErrorBanner error={reply.error ?? command.error} />
      <div className="dev-distribute">
        <Field label="计划">
          <Segmented<Span>
            label="计划"
            value={span}
            options={[
              { value: 'year', label: `${year} 年度` },
              { value: 'threeYears', label: `${year}—${year + 2} 三年` },
            ]}
            onChange={setSpan}
          />
        </Field>
        <Field label="办法">
          <SelectBox
            value={method}
            options={Object.entries(methods).map(([value, label]) => ({ value, label }))}
            onChange={value => isMethod(value) && setMethod(value)}
          />
        </Field>
        <Field label="总数" {...(valid || copying ? {} : { fault: '填要分配的人数' })}>
          <NumberBox value={copying ? total : typed} disabled={copying} autoFocus unit="人" onChange={setTyped} />
        </Field>
      </div>
      {reply.data && without && method !== 'even' && (
        <p className="t13 tone-soon">
          {method === 'copy' || method === 'before' ? `${earlier}没有计划数。换一种办法。` : '这里没有可作比例的人数，按平均分。'}
        </p>
      )}
      {all.length > 0 && (
        <div className="dev-preview">
          <table className="table dense">
            <thead>
              <tr>
                <th>党组织</th>
                <th className="r">{method === 'even' ? '份' : copying || method === 'before' ? earlier : methods[method].slice(1)}</th>
                <th className="r">现有</th>
                <th className="r">分配后</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one, i) => (
                <tr key={one.organizationId}>
                  <td className="ellipsis">{one.name}</td>
                  <td className="r">{weights[i]}</td>
                  <td className="r">{one.planned ?? <span className="dash">—</span>}</td>
                  <td className="r">
                    {(parts[i] ?? null) === null ? (
                      <span className="dash">—</span>
                    ) : parts[i] === one.planned ? (
                      parts[i]
                    ) : (
                      <b className="tone-calc">{parts[i]}</b>
                    )}
                  </td>
                </tr>
              ))}
              <tr className="dev-sum">
                <td>合计</td>
                <td className="r">{weights.reduce((sum, w) => sum + w, 0)}</td>
                <td className="r">{all.reduce((sum, one) => sum + (one.planned ?? 0), 0)}</td>
                <td className="r">{parts.reduce<number>((sum, n) => sum + (n ?? 0), 0)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
