import { type CSSProperties, Fragment } from 'react'
import type { Written } from '../../shared/forms/form.ts'
import type { Block, Cell, Cover, Grid, GridRow, Paragraph, Spread, Title } from '../../shared/forms/written.ts'
import { alignOf, placesOf, type Placed, widthOf } from '../../shared/forms/written-look.ts'
import { broken, FormStrip } from './document.tsx'

interface Props {
  /** Of the form. */
  readonly name: string
  readonly written: Written
}

/** 成文表格: whatever a form says in data, block by block. `flow-pages` cuts it; what is marked here says where it may. */
export const WrittenForm = ({ name, written: { paper, watermark, documents } }: Props) =>
  documents.map(({ blocks }, i) => (
    <FormStrip key={i} form={{ name, paper }} className="written" watermark={watermark}>
      <div className="form-flow">
        {blocks.map((block, n) => (
          <OneBlock key={n} block={block} next={blocks[n + 1]} />
        ))}
      </div>
    </FormStrip>
  ))

function OneBlock({ block, next }: { readonly block: Block; readonly next: Block | undefined }) {
  switch (block.kind) {
    case 'title':
      return <TitleBlock title={block} />
    case 'paragraph':
      return <ParagraphBlock paragraph={block} />
    case 'spread':
      return <SpreadBlock spread={block} keep={block.keep || next?.kind === 'grid' || next?.kind === 'spread'} />
    case 'cover':
      return <CoverBlock cover={block} />
    case 'grid':
      return <GridBlock grid={block} signed={next?.kind === 'spread' || (next?.kind === 'paragraph' && next.align === 'right')} />
    case 'gap':
      return <div data-gap="" style={{ height: `${block.mm}mm` }} />
    case 'pageBreak':
      return <div data-break="" />
  }
}

const TitleBlock = ({ title: { text, under } }: { readonly title: Title }) => (
  <div className="w-title" data-keep="">
    <h1>{broken(text)}</h1>
    {under !== undefined && <p>{under}</p>}
  </div>
)

const ParagraphBlock = ({ paragraph: { text, align = 'left', indent, bold, size = 'body', keep } }: { readonly paragraph: Paragraph }) => (
  <div className={classes('w-text', size, align, indent && 'indent', bold && 'bold')} data-keep={keep || bold ? '' : undefined}>
    <Words text={text} />
  </div>
)

const SpreadBlock = ({ spread: { parts, size = 'cell' }, keep }: { readonly spread: Spread; readonly keep: boolean }) => (
  <div className={classes('w-spread', size)} data-keep={keep ? '' : undefined}>
    {parts.map((part, i) => (
      <span key={i}>{part}</span>
    ))}
  </div>
)

const CoverBlock = ({ cover: { lines } }: { readonly cover: Cover }) => (
  <dl className="w-cover">
    {lines.map(({ label, value }) => (
      <Fragment key={label}>
        <dt style={{ width: `${Math.max(...lines.map(line => line.label.length))}em` }}>{label}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)

/** One table for all its rows; its head is repeated, and what signs it is not left alone. */
function GridBlock({ grid, signed }: { readonly grid: Grid; readonly signed: boolean }) {
  const sum = grid.columns.reduce((total, mm) => total + mm, 0)
  const rows = placesOf(grid)
  const head = grid.head ?? 0
  const row = (places: readonly Placed[], r: number) => (
    <Row key={r} grid={grid} row={grid.rows[r]} places={places} keep={signed && r === grid.rows.length - 1} />
  )
  return (
    <table className={classes('g', grid.framed && 'framed')} style={{ width: `${sum}mm` }}>
      <colgroup>
        {grid.columns.map((mm, i) => (
          <col key={i} style={{ width: `${(mm / sum) * 100}%` }} />
        ))}
      </colgroup>
      {head > 0 && <thead>{rows.slice(0, head).map(row)}</thead>}
      <tbody>{rows.slice(head).map((places, i) => row(places, head + i))}</tbody>
    </table>
  )
}

interface RowProps {
  readonly grid: Grid
  readonly row: GridRow | undefined
  readonly places: readonly Placed[]
  readonly keep: boolean
}

const Row = ({ grid, row, places, keep }: RowProps) => (
  <tr style={row?.height === undefined ? undefined : { height: `${row.height}mm` }} data-flows={row?.flows ? '' : undefined} data-keep={keep ? '' : undefined}>
    {places.map(({ cell, column }) => (
      <Box key={column} cell={cell} mm={widthOf(grid, column, cell)} />
    ))}
  </tr>
)

function Box({ cell, mm }: { readonly cell: Cell; readonly mm: number }) {
  const { text, label, span, down, vertical, top, size = 'cell', sign, image } = cell
  return (
    <td
      className={classes(label && 'label', alignOf(cell, mm), size, vertical && 'vertical', top && 'top', sign && 'signed', image && 'pictured')}
      colSpan={span}
      rowSpan={down}
    >
      <div className="w-box">
        {image && <img alt="" src={`data:image/${image.type === 'jpg' ? 'jpeg' : 'png'};base64,${image.data}`} style={pictureSize(image)} />}
        {text !== '' && (
          <div className="w-words">
            <Words text={text} />
          </div>
        )}
        {sign && (
          <div className="w-sign">
            {sign.map((line, i) => (
              <p key={i}>{line}</p>
            ))}
          </div>
        )}
      </div>
    </td>
  )
}

const pictureSize = ({ width, height }: NonNullable<Cell['image']>): CSSProperties => ({ width: `${width}mm`, height: `${height}mm` })

/** Paragraphs: what a page may be cut between, or within. */
const Words = ({ text }: { readonly text: string }) => text.split('\n').map((line, i) => <p key={i}>{line}</p>)

const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
