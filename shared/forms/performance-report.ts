import { z } from 'zod'
import { defineForm, type FormColumn } from './form.ts'

const item = z.object({
  area: z.string(),
  name: z.string(),
  points: z.string(),
  /** One for each group in the head. */ groups: z.array(z.string()),
  weighted: z.string(),
  share: z.string(),
})

/** One spoke of the picture: what part of its points was got, in per cent, this year and the year before. */
const axis = z.object({ name: z.string(), now: z.number(), earlier: z.number().nullable() })
export type ReportAxis = z.infer<typeof axis>

const report = z.object({
  title: z.string(),
  year: z.int(),
  name: z.string(),
  /** 姓　名, or 党组织 of a body. */ nameLabel: z.string(),
  /** 所在组织 of a person; of a body, who held the assessment. */ bodyLabel: z.string(),
  organization: z.string(),
  /** Who signs that it was seen. */ signedBy: z.string(),
  signature: z.string(),
  post: z.string(),
  scheme: z.string(),
  full: z.string(),
  heldOn: z.string(),
  score: z.string(),
  rank: z.string(),
  decisionLabel: z.string(),
  decision: z.string(),
  proposed: z.string(),
  adjusted: z.string(),
  earlier: z.string(),
  groups: z.array(z.object({ label: z.string(), weight: z.string() })),
  items: z.array(item),
  total: z.object({ points: z.string(), groups: z.array(z.string()), weighted: z.string(), share: z.string() }),
  axes: z.array(axis),
  earlierYear: z.int().nullable(),
  adjustments: z.array(z.string()),
  reasons: z.array(z.string()),
})
export type PerformanceReportDocument = z.infer<typeof report>

const props = z.object({ watermark: z.string().nullable(), reports: z.array(report) })
export type PerformanceReportProps = z.infer<typeof props>

/** Type area of A4 with these margins, less a point. */
const width = 169.6
const [area, points, weighted, share] = [26, 12, 16, 16]

/** The columns of one report: as many groups as scored. The name takes what is left. */
export function reportColumns(groups: readonly { readonly label: string; readonly weight: string }[]): readonly FormColumn[] {
  const shown = groups.length > 1 ? groups : []
  const each = Math.min(22, 64 / Math.max(1, shown.length))
  return [
    { key: 'area', label: '一级指标', mm: area },
    { key: 'name', label: '指　标', mm: width - area - points - each * shown.length - weighted - share, left: true },
    { key: 'points', label: '分值', mm: points },
    ...shown.map(({ label, weight }, i): FormColumn => ({ key: `group${i}`, label: `${label}\n${weight}`, mm: each })),
    { key: 'weighted', label: '得分', mm: weighted },
    { key: 'share', label: '得分率', mm: share },
  ]
}

/** 个人考核报告: what one person or body came to in a scored ballot, item by item, beside the year before. */
export const performanceReport = defineForm({
  name: 'performanceReport',
  label: '考核报告',
  description: '量化考核、双五好测评封票后，每人（每个党组织）一份：逐项得分、综合得分和名次、加减分、与上年比较，附得分率图。',
  serves: ['M007', 'M008', 'M009', 'M016', 'M017'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 20, bottom: 18, left: 20 } },
  needs: ['round', 'ballot'],
  watermark: true,
  unit: '份',
  preview: 4,
  batch: 200,
  props,
})
