import { Fragment } from 'react'
import { caseRecord, caseRecordColumns, type CaseRecordDocument, type CaseRecordProps } from '../../shared/forms/case-record.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Widths } from './document.tsx'

export const CaseRecord = ({ watermark, cases }: CaseRecordProps) =>
  cases.map((found, i) => (
    <FormDocument
      key={i}
      form={caseRecord}
      watermark={watermark}
      head={
        <>
          <h1>{found.title}</h1>
          <CaseSubject subject={found} />
        </>
      }
      table={
        <table className="g joined" data-flow="">
          <Columns columns={caseRecordColumns} />
          <tbody>
            {found.phases.map(({ label, lines }) => (
              <Fragment key={label}>
                <tr className="phase">
                  <td className="l" colSpan={5}>
                    {label}
                  </td>
                </tr>
                {lines.map(({ no, step, when, said, materials }, n) => (
                  <tr key={n}>
                    <td>{no}</td>
                    <td className="l">{step}</td>
                    <td>{when}</td>
                    <td className="l">{said}</td>
                    <td className="l">{materials}</td>
                  </tr>
                ))}
              </Fragment>
            ))}
          </tbody>
        </table>
      }
      tail={
        <>
          <div className="form-notes">
            <p>
              <span>说明：</span>
              <span>按{found.rules}办理。空着的是还没有办的步骤。</span>
            </p>
          </div>
          <div className="form-foot">
            <span>填表人：{found.owner}</span>
            <span>党支部书记（签名）：{'　'.repeat(5)}</span>
            <span>　　年　　月　　日</span>
          </div>
        </>
      }
    />
  ))

/** Whom the case is about: the same on every form of it. */
export const CaseSubject = ({ subject: s }: { readonly subject: Omit<CaseRecordDocument, 'title' | 'phases'> }) => (
  <table className="g subject">
    <Widths of={[22, 33, 20, 30, 24, 44.6]} />
    <tbody>
      <tr>
        <th>姓　名</th>
        <td>{spacedName(s.name)}</td>
        <th>性　别</th>
        <td>{s.sex}</td>
        <th>出生年月</th>
        <td>{s.bornOn}</td>
      </tr>
      <tr>
        <th>民　族</th>
        <td>{s.nation}</td>
        <th>籍　贯</th>
        <td>{s.nativePlace}</td>
        <th>学　历</th>
        <td>{s.education}</td>
      </tr>
      <tr>
        <th>党支部</th>
        <td className="l" colSpan={3}>
          {s.branch}
        </td>
        <th>单位及职务</th>
        <td className="l">{s.workPost}</td>
      </tr>
      <tr>
        <th>人员类别</th>
        <td>{s.category}</td>
        <th>立　卷</th>
        <td>{s.openedOn.replaceAll('-', '.')}</td>
        <th>结　果</th>
        <td className="l">{s.outcome}</td>
      </tr>
    </tbody>
  </table>
)
