import type { QuotaAbout } from '../../../shared/api/quota.ts'
import { spanLabels } from '../../../shared/rules/periods.ts'
import { recordName, recordType } from '../../records/record-name.ts'
import { type Clause, ClauseRows } from '../../quotas/ClauseRows.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'

interface Props {
  readonly about: QuotaAbout
  readonly year: number
  readonly clauses: readonly Clause[]
  onClose(): void
}

const what: Readonly<Record<QuotaAbout['counts'], (register: string, unit: string) => string>> = {
  sum: (register, unit) => `“${register}”各条记录的数量相加，单位${unit}；跨月的按天数分到各月。`,
  times: (register, unit) => `“${register}”每条记录算一${unit}，按发生的日期归入各期。`,
  lasting: register => `“${register}”中期末（未到期末的为今天）仍然有效的条数。`,
  year: register => `“${register}”中写明属于这一年的条数。`,
}

/** 口径: on which number a quota rests, by which clause, upon whom it is laid and what counts. */
export function ClausesDialog({ about, year, clauses, onClose }: Props) {
  const register = recordType(recordName(about.source)).label
  const parameter = about.parameters[0]
  return (
    <Dialog open size={720} title={`${about.label}：指标与口径`} sub={`${year} 年度的指标，按年末有效的数值。适用几项时，取最高的一项。`} onClose={onClose}>
      <ClauseRows clauses={clauses} unit={about.unit} none={`${year} 年没有有效的指标值。到参数与设置登记。`} />
      <dl className="consequences quota-terms">
        <div>
          <dt>考核对象</dt>
          <dd>
            {about.circle}，{spanLabels[about.period]}
            {about.subjects === 'people' ? '。按期末所在党支部和职务；有免除理由的不计应考核。' : '。期中成立的从下一期起考核，期中撤销的当期不考核。'}
          </dd>
        </div>
        <div>
          <dt>计入</dt>
          <dd>{what[about.counts](register, about.unit)}</dd>
        </div>
        <div>
          <dt>按期率</dt>
          <dd>已到期的各期中按时完成的比例；没有到期而已完成的也算在内。</dd>
        </div>
        <div>
          <dt>临期</dt>
          <dd>还没有到期、没有完成，而离期末不多的。到期以后没有完成为未达标。程序只提示，结论由人作出。</dd>
        </div>
        {about.serves.length > 0 && (
          <div>
            <dt>对应机制</dt>
            <dd>{about.serves.join('、')}</dd>
          </div>
        )}
      </dl>
      <p className="t12" style={{ margin: '12px 0 8px' }}>
        {about.own ? (
          <Link to={`/quotas/${encodeURIComponent(about.name)}/edit`}>修改这个自定指标</Link>
        ) : (
          <Link to={`/settings?tab=parameters${parameter ? `&parameter=${encodeURIComponent(parameter)}` : ''}`}>到参数与设置修改</Link>
        )}
      </p>
    </Dialog>
  )
}
