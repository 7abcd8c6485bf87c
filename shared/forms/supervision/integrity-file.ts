import { z } from 'zod'
import { integrityFile as file, type IntegrityFile, type IntegritySection } from '../../api/integrity.ts'
import { integritySections } from '../../domain/integrity-sections.ts'
import { defineForm, type FormColumn } from '../form.ts'
import { dotted, filed, note } from '../parts.ts'
import { issued } from '../props.ts'
import { longDay } from '../text.ts'
import { type Block, filled, type GridRow, label, type WrittenDocument } from '../written.ts'
import { tableGrid } from '../written-table.ts'

const props = z.object({ ...issued, files: z.array(file) })
export type IntegrityFileProps = z.infer<typeof props>

const look = { head: 9, row: 9 } as const
const widths = [28, 50, 92] as const

const columnsOf = (heads: readonly string[]): readonly FormColumn[] =>
  heads.map((head, i) => ({ key: String(i), label: head, mm: widths[i] ?? 40, ...(i > 0 && { left: true }) }))

/** What the user may not see is said to be that, and not whether there is any. */
export const closedText = '未授权，不显示'

function factRows(facts: IntegrityFile['facts']): readonly GridRow[] {
  return Array.from({ length: Math.ceil(facts.length / 2) }, (_, at) => ({
    height: 10,
    cells: facts.slice(at * 2, at * 2 + 2).flatMap(([name, value]) => [label(name), filled(value.includes('-') ? dotted(value) : value, { align: 'left' })]),
  }))
}

const heading = (text: string): Block => ({ kind: 'paragraph', text, size: 'cell', bold: true, keep: true })

function sectionBlocks({ key, shut, closed, entries }: IntegritySection, number: number): readonly Block[] {
  const { label: name, heads } = integritySections[key]
  const says = shut ? closedText : entries.length === 0 ? '没有登记' : null
  return [
    { kind: 'gap', mm: 4 },
    heading(`${number}. ${name}`),
    says === null
      ? tableGrid(
          columnsOf(heads),
          entries.map(({ on, what, says: text }) => [dotted(on), what, text]),
          look,
        )
      : { kind: 'paragraph', text: says, size: 'note' },
    ...(shut ? [] : closed.map((one): Block => ({ kind: 'paragraph', text: `${one}${closedText}`, size: 'note' }))),
  ]
}

const documentOf = ({ person, facts, sections, reviews, accesses }: IntegrityFile, printedOn: string): WrittenDocument => ({
  blocks: [
    { kind: 'title', text: '廉政档案' },
    { kind: 'spread', parts: [`姓名：${person.name}`, person.organization, `制表日期：${longDay(printedOn)}`], size: 'note' },
    { kind: 'grid', columns: [24, 61, 24, 61], rows: factRows(facts) },
    ...sections.flatMap((section, at) => sectionBlocks(section, at + 1)),
    { kind: 'gap', mm: 4 },
    heading('年度更新'),
    tableGrid(
      columnsOf(['年度', '核对', '变化']),
      (reviews.length > 0 ? reviews : [null]).map(r => (r === null ? ['', '', ''] : [String(r.year), `${dotted(r.reviewedOn)} ${r.reviewedBy}`, r.changes])),
      look,
    ),
    { kind: 'gap', mm: 4 },
    heading('查阅登记'),
    tableGrid(
      columnsOf(['日期', '查阅人', '事由和批准']),
      (accesses.length > 0 ? accesses : [null]).map(a =>
        a === null
          ? ['', '', '']
          : [
              dotted(a.usedOn || a.askedOn),
              a.askedBy,
              [a.purpose, a.approvedBy && `${a.approvedBy}批准`, a.returnedOn && `${dotted(a.returnedOn)} 归还`].filter(Boolean).join('；'),
            ],
      ),
      look,
    ),
    ...note('按各项登记汇总，只列出制表人获得授权的内容；个人有关事项只记载报告和查核的情况，不记载报告的内容。'),
  ],
})

/** 廉政档案: one person's file as the registers have it, as far as the user's grants reach. */
export const integrityFile = defineForm({
  name: 'integrityFile',
  label: '廉政档案',
  description: '一人一份：基本情况、家庭、个人有关事项、述责述廉、测评、监督发现问题、信访结论、提醒函询诫勉、处分和影响期、奖惩、谈话、考核。',
  serves: ['M169'],
  secret: 'integrity',
  paper: filed,
  needs: ['people'],
  watermark: true,
  unit: '份',
  preview: 2,
  batch: 50,
  props,
  written: ({ files, printedOn }) => files.map(one => documentOf(one, printedOn)),
})
