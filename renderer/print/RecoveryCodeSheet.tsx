import { Fragment } from 'react'
import { Notes, Widths } from './document.tsx'
import './forms.css'

interface Props {
  readonly office: string
  /** Groups joined by hyphens, as the program gives it. */
  readonly code: string
  /** The day it was made, as it is to be read. */
  readonly on: string
}

const openings = 5

/** 恢复码: the one page that is printed once, sealed and locked away, with room to register each opening. */
export const RecoveryCodeSheet = ({ office, code, on }: Props) => (
  <section className="form form-page portrait recoveryCode">
    <div className="form-body">
      <h1>组工台账恢复码</h1>
      <div className="form-sub">
        <span className="shrink">台账：{office}</span>
        <span>建立日期：{on}</span>
      </div>
      <div className="code">
        {code.split('-').map((group, i) => (
          <Fragment key={i}>
            <small>{i + 1}</small>
            <span>{group}</span>
          </Fragment>
        ))}
      </div>
      <Notes
        word="说明"
        notes={[
          '使用人忘记口令时，凭此码打开台账并重设口令。程序不留此码，遗失不补。',
          '持此码者即可打开台账。请装入信封密封，骑缝签字，由保密管理人员存入保密柜，不拍照，不存电子件。',
          '启封须经批准并登记，用后重新密封。',
        ]}
      />
      <table className="g">
        <Widths of={[25, 60, 25, 59.5]} />
        <tbody>
          <tr>
            <th>封 存 人</th>
            <td />
            <th>监 封 人</th>
            <td />
          </tr>
          <tr>
            <th>封存日期</th>
            <td>　　年　　月　　日</td>
            <th>存放位置</th>
            <td />
          </tr>
        </tbody>
      </table>
      <table className="g">
        <Widths of={[30, 54.5, 28, 28, 29]} />
        <thead>
          <tr>
            <th>启封日期</th>
            <th>事　　由</th>
            <th>启 封 人</th>
            <th>批 准 人</th>
            <th>重新密封日期</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: openings }, (_, i) => (
            <tr key={i}>
              <td />
              <td />
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)
