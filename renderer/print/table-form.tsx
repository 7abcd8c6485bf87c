import type { ReactNode } from 'react'
import type { Form, FormColumn } from '../../shared/forms/form.ts'
import { longDay } from '../../shared/forms/text.ts'
import { Columns, FormDocument, Notes } from './document.tsx'

interface Props {
  readonly form: Pick<Form, 'name' | 'paper' | 'label'>
  readonly watermark: string | null
  /** Where the document is called otherwise than its form. */
  readonly title?: string
  /** Under the title, from left to right; the first gives way where there is little room. Or what else introduces the table. */
  readonly under: readonly string[] | { readonly words: ReactNode }
  readonly columns: readonly FormColumn[]
  /** The table holds figures more than text. */
  readonly figures?: boolean
  /** Its rows. */
  readonly children: ReactNode
  /** 说明: what the reader is to know before it is signed. */
  readonly notes?: readonly string[]
  /** 注, below those who made it. */
  readonly remarks?: readonly string[]
  /** What a preview shows of it, where it is cut short. */
  readonly preview?: string | undefined
  /** Who is told, signs and made it. */
  readonly foot: readonly string[]
  /** Whose seal goes on it, and the day. */
  readonly seal?: { readonly office: string; readonly on: string }
}

/** A form that is a title, one table and those who answer for it. */
export const TableForm = ({ form, watermark, title = form.label, under, columns, figures = false, children, notes, remarks, preview, foot, seal }: Props) => (
  <FormDocument
    form={form}
    watermark={watermark}
    preview={preview}
    head={
      <>
        <h1>{title}</h1>
        {'words' in under ? under.words : <Across className="form-sub" says={under} shrinks />}
      </>
    }
    table={
      <table className={figures ? 'g num' : 'g'} data-flow="">
        <Columns columns={columns} />
        <tbody>{children}</tbody>
      </table>
    }
    tail={
      <>
        {notes && <Notes word="说明" notes={notes} />}
        <Across className="form-foot" says={foot} />
        {remarks && <Notes word="注" notes={remarks} />}
        {seal && (
          <div className="form-seal">
            {seal.office}
            <br />
            {longDay(seal.on)}
          </div>
        )}
      </>
    }
  />
)

const Across = ({ className, says, shrinks = false }: { readonly className: string; readonly says: readonly string[]; readonly shrinks?: boolean }) => (
  <div className={className}>
    {says.map((text, i) => (
      <span key={i} className={shrinks && i === 0 ? 'shrink' : undefined}>
        {text}
      </span>
    ))}
  </div>
)
