import type { CSSProperties, ReactNode } from 'react'
import type { Form, FormColumn, Paper } from '../../shared/forms/form.ts'
import type { WrittenDocument } from '../../shared/forms/written.ts'

interface FormDocumentProps {
  readonly form: Pick<Form, 'name' | 'paper'>
  readonly watermark: string | null
  /** What a preview shows of a document that it cuts short: 前 120 人，共 150 人. Its pages then are not those of the print, and do not say they are. */
  readonly preview?: string | undefined
  readonly head: ReactNode
  /** The one table that runs over pages; its last rows stay with the tail. */
  readonly table: ReactNode
  readonly tail: ReactNode
  /** A paper that is handed out and given back: each page is read by itself. */
  readonly leaves?: Leaves
}

interface Leaves {
  /** What stands at the foot of every page: the seal, who issued it. */
  readonly foot: ReactNode
  /** How many of it are printed; 0 fills a sheet, to be copied. */
  readonly copies: number
}

/**
 * One document with page numbers of its own. It is laid out as one long strip; `paginate` then cuts it into pages,
 * repeats the heading of the table and the watermark, and numbers them.
 */
export const FormDocument = ({ form, watermark, preview, head, table, tail, leaves }: FormDocumentProps) => (
  <FormStrip form={form} watermark={watermark} preview={preview} copies={leaves?.copies}>
    {leaves && <div className="form-leaf">{leaves.foot}</div>}
    <div className="form-head">{head}</div>
    {table}
    <div className="form-tail">{tail}</div>
  </FormStrip>
)

interface FormStripProps extends Pick<FormDocumentProps, 'watermark' | 'preview'> {
  readonly form: { readonly name: string; readonly paper: Paper }
  readonly className?: string
  readonly copies?: number | undefined
  readonly numbers?: WrittenDocument['numbers'] | undefined
  readonly children: ReactNode
}

/** The strip of a document before it is cut: its paper, its watermark, and whatever stands on it. */
export const FormStrip = ({ form, className = '', watermark, preview, copies, numbers, children }: FormStripProps) => (
  <article
    className={`form form-strip ${className} ${form.name} ${form.paper.twoUp ? 'half' : form.paper.size === 'A3' ? 'wide' : form.paper.landscape ? 'landscape' : 'portrait'}`}
    style={marginsOf(form.paper)}
    data-preview={preview}
    data-copies={copies}
    data-numbers={numbers}
  >
    <div className="form-room" />
    {watermark !== null && <Watermark text={watermark} paper={form.paper} />}
    {children}
  </article>
)

function marginsOf({ margins }: Paper): CSSProperties {
  const sides: Record<`--${string}`, string> = {
    '--top': `${margins.top}mm`,
    '--right': `${margins.right}mm`,
    '--bottom': `${margins.bottom}mm`,
    '--left': `${margins.left}mm`,
  }
  return sides
}

const millimetres = { A4: { long: 297, short: 210 }, A3: { long: 420, short: 297 } } as const

/** A text layer behind the cells, inside the type area: staggered lines 46 mm apart. */
function Watermark({ text, paper }: { readonly text: string; readonly paper: Paper }) {
  const { top, right, bottom, left } = paper.margins
  const { long, short } = millimetres[paper.size]
  const width = (paper.twoUp ? long / 2 : paper.landscape ? long : short) - left - right
  const height = (paper.landscape ? short : long) - top - bottom
  const places: { x: number; y: number }[] = []
  for (let row = 0; row * 46 + 8 < height + 46; row += 1) {
    for (let x = row % 2 === 0 ? -30 : 25; x < width; x += 118) places.push({ x, y: row * 46 + 8 })
  }
  return (
    <div className="form-watermark">
      {places.map(({ x, y }) => (
        <span key={`${x} ${y}`} style={{ left: `${x}mm`, top: `${y}mm` }}>
          {text}
        </span>
      ))}
    </div>
  )
}

/** Widths and headings of a table; columns of one group stand under a heading of their own. */
export function Columns({ columns }: { readonly columns: readonly FormColumn[] }) {
  const grouped = columns.some(column => column.group !== undefined)
  return (
    <>
      <Widths of={columns.map(column => column.mm)} />
      <thead>
        <tr>
          {columns.map((column, i) => {
            if (column.group === undefined)
              return (
                <th key={column.key} rowSpan={grouped ? 2 : undefined}>
                  {broken(column.label)}
                </th>
              )
            if (columns[i - 1]?.group === column.group) return null
            return (
              <th key={column.group} colSpan={columns.filter(c => c.group === column.group).length}>
                {column.group}
              </th>
            )
          })}
        </tr>
        {grouped && <tr>{columns.map(column => column.group !== undefined && <th key={column.key}>{broken(column.label)}</th>)}</tr>}
      </thead>
    </>
  )
}

export const Widths = ({ of }: { readonly of: readonly number[] }) => (
  <colgroup>
    {of.map((mm, i) => (
      <col key={i} style={{ width: `${mm}mm` }} />
    ))}
  </colgroup>
)

/** A label with its line breaks. */
export const broken = (label: string): ReactNode => label.split('\n').flatMap((line, i) => (i === 0 ? [line] : [<br key={i} />, line]))

/** 注, 说明: numbered when there are several. */
export const Notes = ({ word, notes }: { readonly word: string; readonly notes: readonly string[] }) => (
  <div className="form-notes">
    {notes.map((note, i) => (
      <p key={note}>
        <span>{i === 0 ? `${word}：` : ''}</span>
        <span>{notes.length > 1 ? `${i + 1}.${note}` : note}</span>
      </p>
    ))}
  </div>
)

/** A name set as lists set it; long ones in smaller type, so that the row keeps its height. */
export const nameClass = (name: string): string | undefined => (name.length > 5 ? 'tight' : undefined)
