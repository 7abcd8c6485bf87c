import { lateOf, reminderColumns, type ReminderRow, reminderSheet, type ReminderSheetProps } from '../../shared/forms/reminder-sheet.ts'
import { longDay } from '../../shared/forms/text.ts'
import { TableForm } from './table-form.tsx'

/** One sheet for each organization, with pages of its own. */
export const ReminderSheet = ({ bodies, ...common }: ReminderSheetProps) => bodies.map(body => <BodySheet key={body.body} {...common} {...body} />)

type BodyProps = Omit<ReminderSheetProps, 'bodies'> & ReminderSheetProps['bodies'][number]

const BodySheet = ({ watermark, office, author, printedOn, answerBy, body, leader, rows }: BodyProps) => (
  <TableForm
    form={reminderSheet}
    watermark={watermark}
    under={{
      words: (
        <>
          <p className="to">{body}：</p>
          <p className="words">
            截至{longDay(printedOn)}，你{body.endsWith('支部') ? '支部' : '单位'}有下列 {rows.length} 项工作
            {lateOf(rows) > 0 ? `已逾期或临近到期，其中逾期 ${lateOf(rows)} 项` : '临近到期'}
            。请于{longDay(answerBy)}前办理，并报送办理情况。
          </p>
        </>
      ),
    }}
    columns={reminderColumns}
    foot={[`收件人：${leader || '　　　　　　'}`, '签收：　　　　　　　　', `经办人：${author}　`]}
    seal={{ office, on: printedOn }}
  >
    {rows.map(row => (
      <Row key={row.number} row={row} />
    ))}
  </TableForm>
)

const Row = ({ row }: { readonly row: ReminderRow }) => (
  <tr>
    <td>{row.number}</td>
    <td className="l">{row.title}</td>
    <td className="l">{row.asks}</td>
    <td className="l">{row.now}</td>
    <td className="close">
      {row.due}
      <br />
      <span className={row.late ? 'late' : undefined}>{row.left}</span>
    </td>
    <td className="l clause">{row.clause}</td>
  </tr>
)
