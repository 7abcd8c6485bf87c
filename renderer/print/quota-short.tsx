import { missingIn, quotaShort, type QuotaShortProps, type QuotaShortRow, shortListColumns } from '../../shared/forms/quota-short.ts'
import { hoursText, longDay, spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, nameClass, Notes } from './document.tsx'

/** One list for each branch or body above; each starts on a page of its own and counts its own pages. */
export const QuotaShort = ({ bodies, ...common }: QuotaShortProps) => bodies.map((body, i) => <BodyList key={i} {...common} {...body} />)

type BodyProps = Omit<QuotaShortProps, 'bodies'> & QuotaShortProps['bodies'][number]

const BodyList = ({ watermark, office, until, author, printedOn, quota, amounts, people, notes, body, rows }: BodyProps) => (
  <FormDocument
    form={quotaShort}
    watermark={watermark}
    head={
      <>
        <h1>{quota}未达标名单</h1>
        <div className="form-sub">
          <span className="shrink">
            {people ? '党支部' : '上级党组织'}：{body}
          </span>
          <span>统计截止：{longDay(until)}</span>
          <span>单位：{amounts}</span>
        </div>
      </>
    }
    table={
      <table className="g num" data-flow="">
        <Columns columns={shortListColumns(people)} />
        <tbody>
          {rows.map(row => (
            <SubjectRow key={row.number} row={row} people={people} />
          ))}
        </tbody>
      </table>
    }
    tail={
      <>
        <Notes word="说明" notes={notes} />
        <div className="form-foot">
          <span>
            共 {rows.length} {people ? '人' : '个'}，合计差 {hoursText(missingIn(rows))} {amounts}
          </span>
          <span>签收：　　　　　　　　</span>
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
