import { type CSSProperties, Fragment } from 'react'
import type { Written } from '../../shared/forms/form.ts'
import {
  type Block,
  type Cell,
  type Cover,
  type Grid,
  type GridRow,
  type Imprint,
  type Paragraph,
  pointsOf,
  type Spread,
  type Title,
} from '../../shared/forms/written.ts'
import { alignOf, fittedPoints, hangOf, isHeld, placesOf, type Placed, redHead, widthOf } from '../../shared/forms/written-look.ts'
import { broken, FormStrip } from './document.tsx'

interface Props {
  /** Of the form. */
  readonly name: string
  readonly written: Written
}

/** 成文表格: whatever a form says in data, block by block. `flow-pages` cuts it; what is marked here says where it may. */
export const WrittenForm = ({ name, written: { paper, watermark, documents } }: Props) =>
  documents.map(({ blocks, numbers, song, official, paper: own = paper }, i) => (
    <FormStrip
      key={i}
      form={{ name, paper: own }}
      className={classes('written', song && 'song', official && 'official')}
      watermark={watermark}
      numbers={numbers}
    >
      <div className="form-flow">
        {blocks.map((block, n) => (
          <OneBlock key={n} block={block} next={blocks[n + 1]} held={isHeld(blocks, n)} />
        ))}
      </div>
    </FormStrip>
  ))

interface OneBlockProps {
  readonly block: Block
  readonly next: Block | undefined
  readonly held: boolean
}

function OneBlock({ block, next, held }: OneBlockProps) {
  const goesWith: GoesWith = { 'data-held': held ? '' : undefined }
  switch (block.kind) {
    case 'title':
      return <TitleBlock title={block} />
    case 'paragraph':
      return <ParagraphBlock paragraph={block} {...goesWith} />
    case 'spread':
      return <SpreadBlock spread={block} keep={block.keep || (next?.kind === 'grid' && !held)} {...goesWith} />
    case 'cover':
      return <CoverBlock cover={block} />
    case 'grid':
      return <GridBlock grid={block} />
    case 'gap':
      return <div data-gap="" {...goesWith} style={{ height: `${block.mm}mm` }} />
    case 'rule':
      return <div className="w-rule" style={{ borderBottom: `${redHead.rule}pt solid #${redHead.color}` }} />
    case 'imprint':
      return <ImprintBlock imprint={block} {...goesWith} />
    case 'pageBreak':
      return <div data-break="" />
  }
}

interface GoesWith {
  readonly 'data-held': '' | undefined
}

const TitleBlock = ({ title: { text, under, points, red } }: { readonly title: Title }) => (
  <div className="w-title" data-keep="">
    <h1 style={{ ...(points !== undefined && { fontSize: `${points}pt` }), ...(red && { color: `#${redHead.color}` }) }}>{broken(text)}</h1>
    {under !== undefined && <p>{under}</p>}
  </div>
)

const ParagraphBlock = ({
  paragraph: { text, align = 'left', indent, hang, inset, bold, size = 'body', keep },
  ...held
}: { readonly paragraph: Paragraph } & GoesWith) => (
  <div
    className={classes('w-text', size, align, indent && 'indent', bold && 'bold', hang !== undefined && 'hanging')}
    style={{ ...wordsLook(undefined, hang), ...(inset !== undefined && { paddingRight: `${inset}em` }) }}
    data-keep={keep || bold ? '' : undefined}
    {...held}
  >
    <Words text={text} />
  </div>
)

const SpreadBlock = ({ spread: { parts, size = 'cell' }, keep, ...held }: { readonly spread: Spread; readonly keep: boolean } & GoesWith) => (
  <div className={classes('w-spread', size)} data-keep={keep ? '' : undefined} {...held}>
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

/** It is pushed down to the foot of its page. */
const ImprintBlock = ({ imprint: { lines }, ...held }: { readonly imprint: Imprint } & GoesWith) => (
  <div className="w-imprint" {...held}>
    {lines.map((parts, i) => (
      <p key={i}>
        {parts.map((part, n) => (
          <span key={n}>{part}</span>
        ))}
      </p>
    ))}
  </div>
)

/** One table for all its rows; its head is repeated. */
function GridBlock({ grid }: { readonly grid: Grid }) {
  const sum = grid.columns.reduce((total, mm) => total + mm, 0)
  const rows = placesOf(grid)
  const head = grid.head ?? 0
  const row = (places: readonly Placed[], r: number) => <Row key={r} grid={grid} row={grid.rows[r]} places={places} />
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
}

const Row = ({ grid, row, places }: RowProps) => (
  <tr
    style={row?.height === undefined ? undefined : { height: `${row.height}mm` }}
    data-flows={row?.flows ? '' : undefined}
    data-keep={row?.keep ? '' : undefined}
    data-held={row?.held ? '' : undefined}
  >
    {places.map(({ cell, column }) => (
      <Box key={column} cell={cell} mm={widthOf(grid, column, cell)} height={row?.height} />
    ))}
  </tr>
)

function Box({ cell, mm, height }: { readonly cell: Cell; readonly mm: number; readonly height: number | undefined }) {
  const { text, label, span, down, vertical, top, size = 'cell', sign, image } = cell
  const points = fittedPoints(cell, mm, height)
  const hang = hangOf(cell, mm, points ?? pointsOf[size])
  return (
    <td
      className={classes(
        label && 'label',
        alignOf(cell, mm),
        size,
        vertical && 'vertical',
        top && 'top',
        sign && 'signed',
        image && 'pictured',
        cell.close && 'close',
      )}
      colSpan={span}
      rowSpan={down}
    >
      <div className="w-box">
        {image && <img alt="" src={`data:image/${image.type === 'jpg' ? 'jpeg' : 'png'};base64,${image.data}`} style={pictureSize(image)} />}
        {text !== '' && (
          <div className={classes('w-words', hang !== undefined && 'hanging')} style={wordsLook(points, hang)}>
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

const wordsLook = (points: number | undefined, hang: number | undefined): CSSProperties => ({
  ...(points !== undefined && { fontSize: `${points}pt` }),
  ...(hang !== undefined && { paddingLeft: `${hang}em`, textIndent: `-${hang}em`, tabSize: `${hang}em` }),
})

const pictureSize = ({ width, height }: NonNullable<Cell['image']>): CSSProperties => ({ width: `${width}mm`, height: `${height}mm` })

/** Paragraphs: what a page may be cut between, or within. */
const Words = ({ text }: { readonly text: string }) => text.split('\n').map((line, i) => <p key={i}>{line}</p>)

const classes = (...names: readonly (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
