import { Fragment } from 'react'
import { Icon } from '../../ui/Icon.tsx'

const names = ['选文件', '认表头', '对应与预览', '写入'] as const

interface Props {
  /** 1 to 4; 5 when all is done. */
  readonly at: number
  /** What the program found in the file. */
  readonly note?: string | undefined
}

/** Where one stands on the way from a file to the records. */
export function Steps({ at, note }: Props) {
  return (
    <div className="steps">
      <ol aria-label="步骤">
        {names.map((name, i) => {
          const state = i + 1 < at ? 'done' : i + 1 === at ? 'on' : ''
          return (
            <Fragment key={name}>
              {i > 0 && <li className="steps-line" aria-hidden />}
              <li className={state} aria-current={state === 'on' ? 'step' : undefined}>
                <i>{state === 'done' ? <Icon name="check" size={14} /> : i + 1}</i>
                {name}
              </li>
            </Fragment>
          )
        })}
      </ol>
      <span className="space" />
      {note && (
        <span className="t12 ink-3 ellipsis" title={note}>
          {note}
        </span>
      )}
    </div>
  )
}
