import { archiveColumns, type ArchiveLine, type ArchivePerson, studyArchive, type StudyArchiveProps } from '../../shared/forms/study-archive.ts'
import { hoursText, spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes, Widths } from './document.tsx'

/** One archive for each person, numbered from page 1 each. */
export const StudyArchive = ({ watermark, year, people }: StudyArchiveProps) =>
  people.map((person, i) => <PersonArchive key={i} watermark={watermark} year={year} person={person} />)

interface PersonArchiveProps {
  readonly watermark: string | null
  readonly year: number
  readonly person: ArchivePerson
}

const PersonArchive = ({ watermark, year, person }: PersonArchiveProps) => (
  <FormDocument
    form={studyArchive}
    watermark={watermark}
    head={
      <>
        <h1>{studyArchive.label}</h1>
        <div className="form-sub c">（{year}年度）</div>
        <Particulars person={person} />
      </>
    }
    table={
      <table className="g num joined" data-flow="">
        <Columns columns={archiveColumns} />
        <tbody>
          {person.lines.map(line => (
            <TrainingRow key={line.number} line={line} />
          ))}
          {person.lines.length === 0 && (
            <tr>
              <td colSpan={archiveColumns.length}>本年度没有计入学时的培训记录</td>
            </tr>
          )}
          <tr data-total="">
            <th colSpan={5}>合　计</th>
            <td>{hoursText(person.done)}</td>
            <td colSpan={2} />
          </tr>
        </tbody>
      </table>
    }
    tail={
      <>
        <Opinions />
        <Notes word="说明" notes={['跨年度培训按日历年度的天数拆分，这里是计入本年度的学时；请假、缺勤和不计入年度学习任务的活动不列。']} />
      </>
    }
  />
)

const Particulars = ({ person }: { readonly person: ArchivePerson }) => (
  <table className="g">
    <Widths of={[22, 33, 22, 31, 25, 36.5]} />
    <tbody>
      <tr>
        <th>姓　名</th>
        <td>{spacedName(person.name)}</td>
        <th>性　别</th>
        <td>{person.sex}</td>
        <th>出生年月</th>
        <td>{person.born}</td>
      </tr>
      <tr>
        <th>入党时间</th>
        <td>{person.joined}</td>
        <th>对象类别</th>
        <td>{person.category}</td>
        <th>档案编号</th>
        <td />
      </tr>
      <tr>
        <th>
          所在支部
          <br />及 职 务
        </th>
        <td className="l" colSpan={3}>
          {person.post}
        </td>
        <th>联系电话</th>
        <td>{person.phone}</td>
      </tr>
      <tr>
        <th>年度任务</th>
        <td>{person.target}</td>
        <th>已 完 成</th>
        <td>{hoursText(person.done)} 学时</td>
        <th>完 成 率</th>
        <td>{person.percent}</td>
      </tr>
    </tbody>
  </table>
)

const TrainingRow = ({ line }: { readonly line: ArchiveLine }) => (
  <tr>
    <td>{line.number}</td>
    <td className={line.span.length > 11 ? 'tight' : undefined}>{line.span}</td>
    <td className="l">{line.title}</td>
    <td className={line.kind.length > 4 ? 'tight' : undefined}>{line.kind}</td>
    <td className={line.organizer.length > 6 ? 'tight' : undefined}>{line.organizer}</td>
    <td>{hoursText(line.hours)}</td>
    <td>{line.completed}</td>
    <td>{line.remark}</td>
  </tr>
)

const Opinions = () => (
  <table className="g joined opinions">
    <Widths of={[22, 62.5, 22, 63]} />
    <tbody>
      <tr>
        <th>
          本　人
          <br />
          确　认
        </th>
        <td>
          <Opinion text="以上学习记录属实。" signature={'签名：　　　　　　　　\n　　年　　月　　日'} />
        </td>
        <th>
          党支部
          <br />
          意　见
        </th>
        <td>
          <Opinion text="" signature={'支部书记（签名）：　　　　　　\n（盖章）　　年　　月　　日'} />
        </td>
      </tr>
      <tr>
        <th>
          上级党
          <br />
          组织审
          <br />
          核意见
        </th>
        <td colSpan={3}>
          <Opinion text="" signature={'审核人（签名）：　　　　　　\n（盖章）　　年　　月　　日'} />
        </td>
      </tr>
    </tbody>
  </table>
)

/** Text above, signature and date at the lower right, room for a seal over the date. */
const Opinion = ({ text, signature }: { readonly text: string; readonly signature: string }) => (
  <div className="opinion">
    <p>{text}</p>
    <div>{signature}</div>
  </div>
)
