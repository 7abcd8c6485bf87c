import { meetingMinutes, type MeetingMinutesProps } from '../../shared/forms/meeting-minutes.ts'
import { FormDocument, Widths } from './document.tsx'

/** Where nothing is filled in, lines to write on by hand. */
const emptyRows = { content: 12, resolutions: 4 }

export const MeetingMinutes = (props: MeetingMinutesProps) => {
  const { watermark, title, name, kind, organization, span, place, chair, recorder, expected, attended, away, guests, agenda, content, resolutions } = props
  return (
    <FormDocument
      form={meetingMinutes}
      watermark={watermark}
      head={
        <>
          <h1>{title}</h1>
          <div className="form-sub">
            <span className="shrink">党组织：{organization}</span>
            <span>会议类型：{kind}</span>
          </div>
          <table className="g">
            <Widths of={[22, 61, 22, 61]} />
            <tbody>
              <tr>
                <th>名　　称</th>
                <td className="l" colSpan={3}>
                  {name}
                </td>
              </tr>
              <tr>
                <th>时　　间</th>
                <td>{span}</td>
                <th>地　　点</th>
                <td>{place}</td>
              </tr>
              <tr>
                <th>主 持 人</th>
                <td>{chair}</td>
                <th>记 录 人</th>
                <td>{recorder}</td>
              </tr>
              <tr>
                <th>应到人数</th>
                <td>{expected > 0 ? `${expected} 人` : ''}</td>
                <th>实到人数</th>
                <td>{expected > 0 ? `${attended} 人` : ''}</td>
              </tr>
              <tr>
                <th>
                  缺席人员
                  <br />
                  及 原 因
                </th>
                <td className="l" colSpan={3}>
                  {away.length > 0 ? away.map(line => <p key={line}>{line}</p>) : expected > 0 && '无'}
                </td>
              </tr>
              <tr>
                <th>列席人员</th>
                <td className="l" colSpan={3}>
                  {guests}
                </td>
              </tr>
              <tr className="agenda">
                <th>议　　题</th>
                <td className="l" colSpan={3}>
                  {agenda.map((line, i) => (
                    <p key={i}>{line}</p>
                  ))}
                </td>
              </tr>
            </tbody>
          </table>
        </>
      }
      table={
        <table className="g joined minutes" data-flow="">
          <Widths of={[166]} />
          <tbody>
            <tr>
              <th>会 议 内 容</th>
            </tr>
            {content.map((paragraph, i) => (
              <tr key={i}>
                <td className="l">{paragraph}</td>
              </tr>
            ))}
            {content.length === 0 && <Blank rows={emptyRows.content} />}
            <tr>
              <th>决　　议</th>
            </tr>
            {resolutions.map(({ number, item, decision, vote }) => (
              <tr key={number}>
                <td className="l">
                  <p>
                    {resolutions.length > 1 && `${number}. `}
                    {item}
                    {/[。；？]$/.test(item) ? '' : '。'}
                    {decision}
                  </p>
                  {vote && <p>{vote}。</p>}
                </td>
              </tr>
            ))}
            {resolutions.length === 0 && <Blank rows={emptyRows.resolutions} />}
          </tbody>
        </table>
      }
      tail={
        <div className="form-foot">
          <span>主持人（签名）：　　　　　　　　</span>
          <span>记录人（签名）：　　　　　　　　</span>
        </div>
      }
    />
  )
}

const Blank = ({ rows }: { readonly rows: number }) =>
  Array.from({ length: rows }, (_, i) => (
    <tr key={i} className="blank">
      <td />
    </tr>
  ))
