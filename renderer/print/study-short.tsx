import { missingOf, shortColumns, type ShortRow, studyShort, type StudyShortProps } from '../../shared/forms/study-short.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { nameClass } from './document.tsx'
import { TableForm } from './table-form.tsx'

/** One list for each branch; each starts on a page of its own and counts its own pages. */
export const StudyShort = ({ branches, ...common }: StudyShortProps) => branches.map(branch => <BranchList key={branch.branch} {...common} {...branch} />)

type BranchProps = Omit<StudyShortProps, 'branches'> & StudyShortProps['branches'][number]

const BranchList = ({ watermark, office, until, author, printedOn, notes, branch, rows }: BranchProps) => (
  <TableForm
    form={studyShort}
    watermark={watermark}
    under={[`党支部：${branch}`, `统计截止：${longDay(until)}`, '单位：学时']}
    columns={shortColumns}
    figures
    notes={notes}
    foot={[`共 ${rows.length} 人，合计差 ${hoursText(missingOf(rows))} 学时`, '支部书记（签名）：　　　　　　', `经办人：${author}　`]}
    seal={{ office, on: printedOn }}
  >
    {rows.map(row => (
      <PersonRow key={row.number} row={row} />
    ))}
  </TableForm>
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
