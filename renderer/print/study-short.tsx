import { missingOf, shortColumns, type ShortRow, studyShort, type StudyShortProps } from '../../shared/forms/study-short.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, nameClass, Notes } from './document.tsx'

/** One list for each branch; each starts on a page of its own and counts its own pages. */
export const StudyShort = ({ branches, ...common }: StudyShortProps) => branches.map(branch => <BranchList key={branch.branch} {...common} {...branch} />)

type BranchProps = Omit<StudyShortProps, 'branches'> & StudyShortProps['branches'][number]

const BranchList = ({ watermark, office, until, author, printedOn, notes, branch, rows }: BranchProps) => (
  <FormDocument
    form={studyShort}
    watermark={watermark}
    head={
      <>
        <h1>{studyShort.label}</h1>
        <div className="form-sub">
          <span className="shrink">党支部：{branch}</span>
          <span>统计截止：{longDay(until)}</span>
          <span>单位：学时</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={shortColumns} />
        <tbody>
          {rows.map(row => (
            <PersonRow key={row.number} row={row} />
          ))}
        </tbody>
      </table>
    }
    tail={
      <>
        <Notes word="说明" notes={notes} />
        <div className="form-foot">
          <span>
            共 {rows.length} 人，合计差 {hoursText(missingOf(rows))} 学时
          </span>
          <span>支部书记（签名）：　　　　　　</span>
          <span>经办人：{author}　</span>
        </div>
        <div className="form-seal">
          {office}
          <br />
          {longDay(printedOn)}
        </div>
      </>
    }
  />
)

const PersonRow = ({ row }: { readonly row: ShortRow }) => (
  <tr>
    <td>{row.number}</td>
    <td className={nameClass(row.name)}>{spacedName(row.name)}</td>
    <td>{row.category}</td>
    <td>{hoursText(row.target)}</td>
    <td>{hoursText(row.done)}</td>
    <td>{hoursText(row.missing)}</td>
    <td className="l">{row.reason}</td>
    <td />
    <td />
  </tr>
)
