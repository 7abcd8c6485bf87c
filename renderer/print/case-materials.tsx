import { caseMaterials, caseMaterialsColumns, type CaseMaterialsProps } from '../../shared/forms/case-materials.ts'
import { CaseSubject } from './case-record.tsx'
import { Columns, FormDocument } from './document.tsx'

export const CaseMaterials = ({ watermark, cases }: CaseMaterialsProps) =>
  cases.map((found, i) => (
    <FormDocument
      key={i}
      form={caseMaterials}
      watermark={watermark}
      head={
        <>
          <h1>{found.title}</h1>
          <CaseSubject subject={found} />
        </>
      }
      table={
        <table className="g joined" data-flow="">
          <Columns columns={caseMaterialsColumns} />
          <tbody>
            {found.rows.map(row => (
              <tr key={row.number}>
                <td>{row.number}</td>
                <td className="l">{row.step}</td>
                <td className="l">{row.name}</td>
                <td>{row.madeOn}</td>
                <td>{row.pages}</td>
                <td>{row.state}</td>
                <td className={row.remark.length > 4 ? 'tight' : undefined}>{row.remark}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
      tail={
        <>
          <div className="form-foot">
            <span>
              共 {found.filed} 份 {found.pages} 页{found.lacking > 0 && `，缺 ${found.lacking} 份`}
            </span>
          </div>
          <div className="form-foot">
            <span>移交人（签名）：{'　'.repeat(6)}</span>
            <span>接收人（签名）：{'　'.repeat(6)}</span>
            <span>　　年　　月　　日</span>
          </div>
        </>
      }
    />
  ))
