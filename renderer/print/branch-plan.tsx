import { branchPlan, branchPlanColumns, type BranchPlanProps, type BranchPlanRow } from '../../shared/forms/branch-plan.ts'
import { longDay } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes } from './document.tsx'

/** One plan for each branch; each starts on a page of its own and counts its own pages. */
export const BranchPlan = ({ branches, ...common }: BranchPlanProps) => branches.map((branch, i) => <Plan key={i} {...common} {...branch} />)

type PlanProps = Omit<BranchPlanProps, 'branches'> & BranchPlanProps['branches'][number]

const Plan = ({ watermark, office, year, author, printedOn, notes, branch, secretary, rows }: PlanProps) => (
  <FormDocument
    form={branchPlan}
    watermark={watermark}
    head={
      <>
        <h1>{branchPlan.label}</h1>
        <div className="form-sub">
          <span className="shrink">党支部：{branch}</span>
          <span>{year}年度</span>
          <span>截至：{longDay(printedOn)}</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={branchPlanColumns} />
        <tbody>
          {rows.map(row => (
            <PlanRow key={row.number} row={row} />
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={branchPlanColumns.length}>本年度没有对这个支部启用的指标</td>
            </tr>
          )}
        </tbody>
      </table>
    }
    tail={
      <>
        <Notes word="说明" notes={notes} />
        <div className="form-foot">
          <span>支部书记：{secretary || '　　　　　　'}</span>
          <span>{office}</span>
          <span>经办人：{author}　</span>
        </div>
      </>
    }
  />
)

const PlanRow = ({ row }: { readonly row: BranchPlanRow }) => (
  <tr>
    <td>{row.number}</td>
    <td className="l">{row.label}</td>
    <td className="l">{row.asks}</td>
    {row.cells.map(cell => (
      <td key={cell.first} colSpan={cell.last - cell.first + 1} className={cell.late ? 'close late' : 'close'}>
        {cell.text}
      </td>
    ))}
    <td className="close">{row.total}</td>
    <td className="l small">{row.clause}</td>
  </tr>
)
