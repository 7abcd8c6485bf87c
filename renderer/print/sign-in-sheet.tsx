import { signIn, signInColumns, signInPages, type SignInProps } from '../../shared/forms/sign-in.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { Columns, FormDocument, nameClass, Widths } from './document.tsx'

export const SignInSheet = ({ watermark, title, span, place, organizer, hours, names, blanks }: SignInProps) => (
  <FormDocument
    form={signIn}
    watermark={watermark}
    head={
      <>
        <h1>{signIn.label}</h1>
        <table className="g">
          <Widths of={[24, 60.5, 24, 61]} />
          <tbody>
            <tr>
              <th>名　　称</th>
              <td className="l" colSpan={3}>
                {title}
              </td>
            </tr>
            <tr>
              <th>时　　间</th>
              <td className="l">{span}</td>
              <th>地　　点</th>
              <td className="l">{place}</td>
            </tr>
            <tr>
              <th>主 办 方</th>
              <td className="l">{organizer}</td>
              <th>学　　时</th>
              <td className="l">{hours}</td>
            </tr>
          </tbody>
        </table>
      </>
    }
    table={
      <table className="g joined" data-flow="">
        <Columns columns={signInColumns} />
        <tbody>
          {signInPages(names.length + blanks).map((lines, page) =>
            lines.map(({ left, right }, i) => (
              <tr key={left} data-break={page > 0 && i === 0 ? '' : undefined}>
                <Place number={left} name={names[left - 1]} />
                {right === null ? <td colSpan={4} /> : <Place number={right} name={names[right - 1]} />}
              </tr>
            )),
          )}
        </tbody>
      </table>
    }
    tail={
      <div className="form-foot">
        <span>应到 {names.length} 人　实到　　　人　请假　　　人　缺席　　　人</span>
        <span>签到负责人：　　　　　　　</span>
      </div>
    }
  />
)

const Place = ({ number, name = '' }: { readonly number: number; readonly name: string | undefined }) => (
  <>
    <td>{number}</td>
    <td className={nameClass(name)}>{spacedName(name)}</td>
    <td />
    <td />
  </>
)
