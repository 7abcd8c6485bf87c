import {
  performanceReport,
  type PerformanceReportDocument,
  type PerformanceReportProps,
  reportColumns,
  type ReportAxis,
} from '../../shared/forms/performance-report.ts'
import { spacedName } from '../../shared/forms/text.ts'
import { broken, Columns, FormDocument, Notes, Widths } from './document.tsx'

/** One report for each person or body, numbered from page 1 each. */
export const PerformanceReport = ({ watermark, reports }: PerformanceReportProps) =>
  reports.map((report, i) => <OneReport key={i} watermark={watermark} report={report} />)

const OneReport = ({ watermark, report }: { readonly watermark: string | null; readonly report: PerformanceReportDocument }) => {
  const columns = reportColumns(report.groups)
  return (
    <FormDocument
      form={performanceReport}
      watermark={watermark}
      head={
        <>
          <h1>{report.title}</h1>
          <div className="form-sub c">（{report.year}年度）</div>
          <Particulars report={report} />
        </>
      }
      table={
        <table className="g num joined" data-flow="">
          <Columns columns={columns} />
          <tbody>
            {report.items.map((item, i) => (
              <tr key={i}>
                <td className={item.area.length > 5 ? 'tight' : undefined}>{report.items[i - 1]?.area === item.area ? '' : item.area}</td>
                <td className="l">{item.name}</td>
                <td>{item.points}</td>
                {item.groups.map((value, at) => (
                  <td key={at}>{value}</td>
                ))}
                <td>{item.weighted}</td>
                <td>{item.share}</td>
              </tr>
            ))}
            <tr data-total="">
              <th colSpan={2}>合　计</th>
              <td>{report.total.points}</td>
              {report.total.groups.map((value, at) => (
                <td key={at}>{value}</td>
              ))}
              <td>{report.total.weighted}</td>
              <td>{report.total.share}</td>
            </tr>
          </tbody>
        </table>
      }
      tail={
        <>
          <table className="g joined rest">
            <Widths of={[22, 147.5]} />
            <tbody>
              <tr>
                <th>得分率</th>
                <td>
                  <Picture axes={report.axes} earlierYear={report.earlierYear} year={report.year} />
                </td>
              </tr>
              <tr>
                <th>
                  加减分
                  <br />
                  一票否决
                </th>
                <td className="l">{report.adjustments.length === 0 ? '本年度没有登记。' : report.adjustments.join('；')}</td>
              </tr>
              <tr>
                <th>
                  得分和
                  <br />
                  建　议
                </th>
                <td className="l">{report.reasons.join('；')}。</td>
              </tr>
              <tr>
                <th>{broken(report.signedBy)}</th>
                <td>
                  <div className="opinion">
                    <p />
                    <div>{report.signature}</div>
                  </div>
                </td>
              </tr>
            </tbody>
          </table>
          <Notes word="说明" notes={['得分是各组平均分按权重合计；不足 3 张票的组不单独显示。', '等次由党组织研究评定，分数和名次供评定参考。']} />
        </>
      }
    />
  )
}

const Particulars = ({ report }: { readonly report: PerformanceReportDocument }) => (
  <table className="g">
    <Widths of={[22, 34.5, 22, 34.5, 24, 32.5]} />
    <tbody>
      <tr>
        <th>{report.nameLabel}</th>
        <td>{spacedName(report.name)}</td>
        <th>{report.bodyLabel}</th>
        <td colSpan={3}>
          {report.organization}
          {report.post && `　${report.post}`}
        </td>
      </tr>
      <tr>
        <th>考核方案</th>
        <td colSpan={3}>
          {report.scheme}（满分 {report.full}）
        </td>
        <th>考评日期</th>
        <td>{report.heldOn}</td>
      </tr>
      <tr>
        <th>综合得分</th>
        <td>{report.score}</td>
        <th>名　次</th>
        <td>{report.rank}</td>
        <th>加减分</th>
        <td>{report.adjusted}</td>
      </tr>
      <tr>
        <th>{report.decisionLabel}</th>
        <td>{report.decision}</td>
        <th>建议等次</th>
        <td>{report.proposed}</td>
        <th>上年考核</th>
        <td>{report.earlier}</td>
      </tr>
    </tbody>
  </table>
)

interface PictureProps {
  readonly axes: readonly ReportAxis[]
  readonly year: number
  readonly earlierYear: number | null
}

/** A radar of three to eight spokes, beside the figures; more or fewer as bars. Millimetres, lines only, so that a copier keeps it. */
function Picture({ axes, year, earlierYear }: PictureProps) {
  const before = earlierYear !== null && axes.some(({ earlier }) => earlier !== null)
  return (
    <div className="report-picture">
      {axes.length >= 3 && axes.length <= 8 ? <Radar axes={axes} before={before} /> : <Bars axes={axes} before={before} />}
      {before && (
        <p>
          实线 {year} 年，虚线 {earlierYear} 年
        </p>
      )}
    </div>
  )
}

const radius = 17
const at = (i: number, of: number, share: number): readonly [number, number] => {
  const angle = (2 * Math.PI * i) / of - Math.PI / 2
  return [radius * share * Math.cos(angle), radius * share * Math.sin(angle)]
}
const polygon = (shares: readonly number[]): string =>
  shares
    .map((share, i) =>
      at(i, shares.length, share)
        .map(n => n.toFixed(2))
        .join(','),
    )
    .join(' ')

function Radar({ axes, before }: { readonly axes: readonly ReportAxis[]; readonly before: boolean }) {
  return (
    <svg viewBox="-60 -24 120 48" width="120mm" height="48mm" role="img" aria-label="得分率">
      {[0.25, 0.5, 0.75, 1].map(ring => (
        <polygon key={ring} points={polygon(axes.map(() => ring))} fill="none" stroke="#999" strokeWidth="0.15" />
      ))}
      {axes.map(({ name, now }, i) => {
        const [x, y] = at(i, axes.length, 1)
        const [tx, ty] = at(i, axes.length, 1.12)
        const anchor = Math.abs(tx) < 3 ? 'middle' : tx > 0 ? 'start' : 'end'
        return (
          <g key={name}>
            <line x1="0" y1="0" x2={x} y2={y} stroke="#999" strokeWidth="0.15" />
            <text x={tx} y={ty + (Math.abs(tx) < 3 ? (ty < 0 ? -0.6 : 2.8) : 1.2)} fontSize="3.4" textAnchor={anchor}>
              {name} {now.toFixed(1)}%
            </text>
          </g>
        )
      })}
      {before && (
        <polygon points={polygon(axes.map(({ earlier }) => (earlier ?? 0) / 100))} fill="none" stroke="#000" strokeWidth="0.25" strokeDasharray="1.2 0.8" />
      )}
      <polygon points={polygon(axes.map(({ now }) => now / 100))} fill="none" stroke="#000" strokeWidth="0.5" />
    </svg>
  )
}

function Bars({ axes, before }: { readonly axes: readonly ReportAxis[]; readonly before: boolean }) {
  const row = 4.6
  return (
    <svg viewBox={`0 0 140 ${axes.length * row + 1}`} width="140mm" height={`${axes.length * row + 1}mm`} role="img" aria-label="得分率">
      {axes.map(({ name, now, earlier }, i) => (
        <g key={i} transform={`translate(0 ${i * row})`}>
          <text x="0" y="3.4" fontSize="3.2">
            {name.length > 15 ? `${name.slice(0, 14)}…` : name}
          </text>
          <rect x="52" y="1" width="70" height="2.8" fill="none" stroke="#999" strokeWidth="0.15" />
          <rect x="52" y="1" width={0.7 * Math.min(100, now)} height="2.8" fill="#777" />
          {before && earlier !== null && (
            <line x1={52 + 0.7 * earlier} x2={52 + 0.7 * earlier} y1="0.4" y2="4.4" stroke="#000" strokeWidth="0.4" strokeDasharray="0.8 0.5" />
          )}
          <text x="125" y="3.4" fontSize="3.2">
            {now.toFixed(1)}%
          </text>
        </g>
      ))}
    </svg>
  )
}
