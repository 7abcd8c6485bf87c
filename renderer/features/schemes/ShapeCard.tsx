import { PolarAngleAxis, PolarGrid, PolarRadiusAxis, Radar, RadarChart, ResponsiveContainer } from 'recharts'
import { chartTheme } from '../../ui/heat.ts'
import { tokens } from '../../ui/tokens.ts'
import { Card } from '../../ui/Card.tsx'
import type { Axis } from './result-words.ts'

interface Props {
  readonly axes: readonly Axis[]
  readonly earlierYear: number | null
}

interface SpokeProps {
  readonly x?: number | string
  readonly y?: number | string
  readonly textAnchor?: 'start' | 'middle' | 'end' | 'inherit'
  readonly payload?: { readonly value?: unknown }
}

const lineLength = 5

/** The name of a spoke, five characters to a line, so that a long one stays in the picture. */
function Spoke({ x = 0, y = 0, textAnchor, payload }: SpokeProps) {
  const name = String(payload?.value ?? '')
  const lines = Array.from({ length: Math.ceil(name.length / lineLength) }, (_, i) => name.slice(i * lineLength, (i + 1) * lineLength))
  return (
    <text x={x} y={y} textAnchor={textAnchor} {...chartTheme.axis.tick}>
      {lines.map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? '0.35em' : '1.2em'}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The shape of someone's score: by 一级指标 how much of its points; the year before is the dashed line. The figures stand beside it. */
export function ShapeCard({ axes, earlierYear }: Props) {
  const before = earlierYear !== null && axes.some(({ earlier }) => earlier !== null)
  return (
    <Card title="得分率" note={before ? `实线本年，虚线 ${earlierYear} 年` : '各项得分占该项分值'}>
      <div className="report-shape">
        {axes.length >= 3 && (
          <div className="report-radar" aria-hidden>
            <ResponsiveContainer width="100%" height="100%">
              <RadarChart data={[...axes]} outerRadius="64%">
                <PolarGrid stroke={tokens.line} />
                <PolarAngleAxis dataKey="name" tick={Spoke} />
                <PolarRadiusAxis domain={[0, 100]} tickCount={5} tick={false} axisLine={false} />
                {before && <Radar dataKey="earlier" stroke={tokens.c5} strokeDasharray="4 3" fill="none" isAnimationActive={false} />}
                <Radar dataKey="share" stroke={tokens.c1} strokeWidth={2} fill={tokens.c1} fillOpacity={0.12} isAnimationActive={false} />
              </RadarChart>
            </ResponsiveContainer>
          </div>
        )}
        <table className="table dense report-bars">
          <thead>
            <tr>
              <th>{axes.length > 0 ? '项目' : ''}</th>
              <th className="r">得分 / 分值</th>
              <th>得分率</th>
              {before && <th className="r">{earlierYear} 年</th>}
            </tr>
          </thead>
          <tbody>
            {axes.map(({ name, points, got, share, earlier }) => (
              <tr key={name}>
                <td title={name}>{name}</td>
                <td className="r">
                  {got.toFixed(2)} / {points}
                </td>
                <td>
                  <span className="report-bar">
                    <i style={{ width: `${Math.min(100, share)}%` }} />
                  </span>
                  {share.toFixed(1)}%
                </td>
                {before && <td className="r ink-3">{earlier === null ? '—' : `${earlier.toFixed(1)}%`}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
