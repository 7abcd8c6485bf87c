import { z } from 'zod'
import { defineForm } from './form.ts'
import { type Block, filled, type Grid, label, type WrittenDocument } from './written.ts'

const item = z.object({ item: z.string(), archive: z.string(), sheet: z.string(), agrees: z.string(), basis: z.string() })

const check = z.object({
  name: z.string(),
  sex: z.string(),
  born: z.string(),
  post: z.string(),
  proposed: z.string(),
  occasion: z.string(),
  items: z.array(item),
  missing: z.string(),
  conclusion: z.string(),
  checkedBy: z.string(),
  secondBy: z.string(),
  checkedOn: z.string(),
})
export type ArchiveFormCheck = z.infer<typeof check>

const props = z.object({ watermark: z.string().nullable(), checks: z.array(check) })
export type ArchiveFormProps = z.infer<typeof props>

const day = '年　　月　　日'

function documentOf(c: ArchiveFormCheck): WrittenDocument {
  const grid: Grid = {
    kind: 'grid',
    columns: [28, 22, 18, 18, 18, 28, 41.6],
    rows: [
      { height: 10, cells: [label('姓　名'), filled(c.name), label('性　别'), filled(c.sex), label('出生年月', { span: 2 }), filled(c.born)] },
      {
        height: 12,
        cells: [
          label('现任职务'),
          filled(c.post, { span: 3, align: 'left', shrinks: true }),
          label('拟任职务', { span: 2 }),
          filled(c.proposed, { align: 'left', shrinks: true }),
        ],
      },
      { height: 10, cells: [label('审核环节'), filled(c.occasion, { span: 6, align: 'left' })] },
      { height: 10, cells: [label('审核项目'), label('档案记载', { span: 2 }), label('任免审批表记载', { span: 2 }), label('是否一致'), label('认定依据')] },
      ...c.items.map(({ item: name, archive, sheet, agrees, basis }) => ({
        height: 14,
        cells: [
          label(name),
          filled(archive, { span: 2, align: 'left' as const, size: 'note' as const }),
          filled(sheet, { span: 2, align: 'left' as const, size: 'note' as const }),
          filled(agrees),
          filled(basis, { align: 'left' as const, size: 'note' as const }),
        ],
      })),
      { height: 22, cells: [label('缺少的材料'), filled(c.missing, { span: 6, align: 'left' })] },
      { height: 36, cells: [label('审核意见'), filled(c.conclusion, { span: 6, align: 'left', top: true, sign: [c.checkedOn || day] })] },
      { height: 12, cells: [label('审核人'), filled(c.checkedBy, { span: 3 }), label('复核人', { span: 2 }), filled(c.secondBy)] },
    ],
  }
  const blocks: readonly Block[] = [
    { kind: 'title', text: '干部人事档案任前审核登记表' },
    grid,
    { kind: 'spread', parts: ['说明：三龄两历一身份逐项对照，出生日期以档案中最早形成的材料为准；不一致的写明认定依据。'], size: 'note' },
  ]
  return { blocks }
}

/** 干部人事档案任前审核登记表: the latest check of a cadre's personal file; where there is none, to be filled in by hand. */
export const archiveForm = defineForm({
  name: 'archiveForm',
  label: '干部人事档案任前审核登记表',
  description: '每人一份：最近一次档案审核的三龄两历一身份，没有审核过的印空表。',
  serves: ['M029'],
  paper: { size: 'A4', landscape: false, margins: { top: 20, right: 18, bottom: 16, left: 18 } },
  needs: ['organization'],
  watermark: true,
  unit: '份',
  preview: 3,
  batch: 200,
  props,
  written: ({ checks }) => checks.map(documentOf),
})
