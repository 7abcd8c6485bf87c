import { createPortal } from 'react-dom'

interface Props {
  readonly office: string
  readonly code: string
  readonly on: string
}

/** The one page that is printed and sealed. On paper only; the screen shows the code by itself. */
export function RecoverySheet({ office, code, on }: Props) {
  return createPortal(
    <article className="recovery-sheet" aria-hidden>
      <h1>组工台账恢复码</h1>
      <p>台账：{office}</p>
      <p>建立日期：{on}</p>
      <div className="code">
        {code.split('-').slice(0, 3).join(' - ')}
        <br />
        {code.split('-').slice(3).join(' - ')}
      </div>
      <p>一、使用人忘记口令时，凭此码打开台账并重设口令。程序不留此码，遗失不补。</p>
      <p>二、持此码者即可打开台账。请装入信封密封，骑缝签字，由保密管理人员存入保密柜。</p>
      <p>三、启封使用须登记，用后重新密封。</p>
      <p style={{ marginTop: '15mm' }}>封存人：＿＿＿＿＿＿＿＿　　监封人：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿＿＿＿＿</p>
    </article>,
    document.body,
  )
}
