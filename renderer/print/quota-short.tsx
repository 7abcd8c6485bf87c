import { missingIn, quotaShort, type QuotaShortProps, type QuotaShortRow, shortListColumns } from '../../shared/forms/quota-short.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { nameClass } from './document.tsx'
import { TableForm } from './table-form.tsx'

/** One list for each branch or body above; each starts on a page of its own and counts its own pages. */
export const QuotaShort = ({ bodies, ...common }: QuotaShortProps) => bodies.map((body, i) => <BodyList key={i} {...common} {...body} />)

type BodyProps = Omit<QuotaShortProps, 'bodies'> & QuotaShortProps['bodies'][number]

const BodyList = ({ watermark, office, until, author, printedOn, quota, amounts, people, notes, body, rows }: BodyProps) => (
  <TableForm
    form={quotaShort}
    watermark={watermark}
    title={`${quota}未达标名单`}
    under={[`${people ? '党支部' : '上级党组织'}：${body}`, `统计截止：${longDay(until)}`, `单位：${amounts}`]}
    columns={shortListColumns(people)}
    figures
    notes={notes}
    foot={[`共 ${rows.length} ${people ? '人' : '个'}，合计差 ${hoursText(missingIn(rows))} ${amounts}`, '签收：　　　　　　　　', `经办人：${author}　`]}
    seal={{ office, on: printedOn }}
  >
    {rows.map(row => (
      <SubjectRow key={row.number} row={row} people={people} />
    ))}
  </TableForm>
)

const SubjectRow = ({ row, people }: { readonly row: QuotaShortRow; readonly people: boolean }) => (
  <tr>
    <td>{row.number}</td>
    {people ? <td className={nameClass(row.name)}>{spacedName(row.name)}</td> : <td className="l">{row.name}</td>}
    {people && <td className="l">{row.post}</td>}
    <td>{hoursText(row.target)}</td>
    <td>{hoursText(row.done)}</td>
    <td>{hoursText(row.missing)}</td>
    <td className="l">{row.missed}</td>
    <td />
  </tr>
)
