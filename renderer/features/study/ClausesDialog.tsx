import { type Clause, ClauseRows } from '../../quotas/ClauseRows.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Link } from '../../ui/Link.tsx'

interface Props {
  readonly open: boolean
  readonly year: number
  readonly clauses: readonly Clause[]
  readonly warnWithin: number
  readonly behindPoints: number
  onClose(): void
}

/** 参数与口径: every number the figures rest on, from which day, and by which clause. */
export function ClausesDialog({ open, year, clauses, warnWithin, behindPoints, onClose }: Props) {
  return (
    <Dialog open={open} size={720} title="参数与口径" sub={`${year} 年度的指标，按年末有效的数值。一人适用几项时，取最高的一项。`} onClose={onClose}>
      <ClauseRows clauses={clauses} unit="学时" none={`${year} 年没有有效的学时指标。到参数与设置登记。`} />
      <dl className="consequences quota-terms">
        <div>
          <dt>计入</dt>
          <dd>出勤和补学，且活动计入年度学习任务；跨年的班按天数分到两年。</dd>
        </div>
        <div>
          <dt>人员</dt>
          <dd>正式党员和预备党员，按年末所在党支部和职务；有免学时理由的不计应学。</dd>
        </div>
        <div>
          <dt>临期</dt>
          <dd>年度未完，差 {warnWithin} 学时以内。年度结束后不再有临期。</dd>
        </div>
        <div>
          <dt>进度颜色</dt>
          <dd>不低于时序为绿，落后 {behindPoints} 个百分点以内为黄，再多为红褐；红线为时序。</dd>
        </div>
      </dl>
      <p className="t12" style={{ margin: '12px 0 8px' }}>
        <Link to="/settings">到参数与设置修改</Link>
      </p>
    </Dialog>
  )
}
