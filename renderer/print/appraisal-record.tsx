import type { ReactNode } from 'react'
import { appraisalRecord, type AppraisalPerson, type AppraisalRecordProps, leavesOf } from '../../shared/forms/appraisal-record.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { FormDocument, Widths } from './document.tsx'

export const AppraisalRecord = ({ watermark, people }: AppraisalRecordProps) =>
  people.map((person, i) => (
    <FormDocument
      key={i}
      form={appraisalRecord}
      watermark={watermark}
      head={
        <>
          <h1>{appraisalRecord.label}</h1>
          <div className="form-sub c">（{person.year}年度）</div>
          <Particulars person={person} />
        </>
      }
      table={
        <table className="g joined" data-flow="">
          <Widths of={[14, 70.6, 14, 71]} />
          <tbody>
            {selfRows(person.self)}
            <MutualRow person={person} />
            <tr className="seal">
              <th>{upright(person.opinion.label, 2)}</th>
              <Opinion text={person.opinion.text} signer={person.opinion.signer} sealed />
            </tr>
            <tr className="own">
              <th>{upright('本人意见', 2)}</th>
              <Opinion text={person.told} signer="本人" />
            </tr>
            <tr className="seal">
              <th>{upright('上级党组织意见', 2)}</th>
              <Opinion text={person.superior} signer="负责人" sealed />
            </tr>
            <tr className="remark">
              <th>备注</th>
              <td className="l" colSpan={3}>
                {person.remark}
              </td>
            </tr>
          </tbody>
        </table>
      }
      tail={null}
    />
  ))

/** 个人自评 from top to bottom; so many characters to a line. */
const upright = (label: string, width = 1): ReactNode => [...label].flatMap((letter, i) => (i > 0 && i % width === 0 ? [<br key={i} />, letter] : [letter]))

const Particulars = ({ person: p }: { readonly person: AppraisalPerson }) => (
  <table className="g particulars">
    <Widths of={[24, 32, 22, 30, 26, 35.6]} />
    <tbody>
      <tr>
        <th>姓　名</th>
        <td>{spacedName(p.name)}</td>
        <th>性　别</th>
        <td>{p.sex}</td>
        <th>出生年月</th>
        <td>{p.bornOn}</td>
      </tr>
      <tr>
        <th>民　族</th>
        <td>{p.nation}</td>
        <th>学　历</th>
        <td>{p.education}</td>
        <th>入党时间</th>
        <td>{p.joinedOn}</td>
      </tr>
      <tr>
        <th>转正时间</th>
        <td>{p.fullMemberOn}</td>
        <th>党内职务</th>
        <td className={p.partyPost.length > 6 ? 'tight' : undefined}>{p.partyPost}</td>
        <th>党员类别</th>
        <td>{p.category}</td>
      </tr>
      <tr>
        <th>所在支部</th>
        <td className="l" colSpan={3}>
          {p.branch}
        </td>
        <th>单位及职务</th>
        <td className={p.workPost.length > 7 ? 'l tight' : 'l'}>{p.workPost}</td>
      </tr>
    </tbody>
  </table>
)

/** What the member says of himself; what does not fit the page runs on under the same heading and is signed at its end. */
function selfRows(text: string): ReactNode {
  const leaves = leavesOf(text)
  return leaves.map((paragraphs, i) => {
    const last = i === leaves.length - 1
    return (
      <tr key={i} className={leaves.length === 1 ? 'self' : last ? 'self rest' : 'self page'}>
        <th>{upright(i === 0 ? '个人自评' : '个人自评︵续︶')}</th>
        <td className="said" colSpan={3}>
          <div className="opinion">
            <div className="words">
              {paragraphs.map(({ text: words, goesOn }, p) => (
                <p key={p} className={goesOn ? 'on' : undefined}>
                  {words}
                </p>
              ))}
            </div>
            {last ? <Signature signer="本人" /> : <div className="more">（接第{i + 2}页）</div>}
          </div>
        </td>
      </tr>
    )
  })
}

const MutualRow = ({ person: { mutual, counted, votes } }: { readonly person: AppraisalPerson }) => (
  <tr className="mutual">
    <th>{upright('党员互评')}</th>
    <td className="said">
      <div className="opinion">
        <div className="words">
          <p>{mutual}</p>
        </div>
        <Signature signer="记录人" />
      </div>
    </td>
    <th>{upright('民主测评')}</th>
    <td className="l votes">
      <p>
        应测评 {counted?.eligible ?? '　　'} 人，实测评 {counted?.valid ?? '　　'} 人
      </p>
      {votes.map(({ label, votes: n }) => (
        <p key={label}>
          <span className="grade">{label}</span>
          {n ?? '　　'} 票
        </p>
      ))}
    </td>
  </tr>
)

const Opinion = ({ text, signer, sealed = false }: { readonly text: string; readonly signer: string; readonly sealed?: boolean }) => (
  <td className="said" colSpan={3}>
    <div className="opinion">
      <div className="words">
        <p>{text}</p>
      </div>
      <Signature signer={signer} sealed={sealed} />
    </div>
  </td>
)

const Signature = ({ signer, sealed = false }: { readonly signer: string; readonly sealed?: boolean }) => (
  <div className="signature">
    {signer}（签名）：{'　'.repeat(6)}
    {'\n'}
    {sealed ? '（盖章）' : ''}　　　年　　月　　日
  </div>
)
