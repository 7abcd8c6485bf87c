import { longSpan } from '../text.ts'
import { type Block, filled, type Grid, label } from '../written.ts'
import { dayOf, lastOf, timesOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { ending, opinion, opinions, signedBy, width } from '../parts.ts'

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const

/** One half-year: what the contacts and the branch found, from the last time to this. */
function inspected(about: Development, i: number): Grid {
  const times = timesOf(about, 'inspection')
  const time = times[i]
  const from = i === 0 ? dayOf(about, 'recommendation') : (times[i - 1]?.doneOn ?? '')
  const month = (day: string) => (day === '' ? '　　年　月' : `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`)
  return {
    kind: 'grid',
    columns: [24, width - 24],
    rows: [
      { height: 9, cells: [label('考察时间'), filled(`第${ordinals[i] ?? i + 1}次　${month(from)}—${month(time?.doneOn ?? '')}`, { align: 'left' })] },
      opinion('培　　养\n联 系 人\n考察意见', time?.sponsor ?? '', signedBy('培养联系人'), { height: 58 }),
      opinion('党 支 部\n考察意见', time?.opinion ?? '', signedBy('支部书记', { seal: true, day: time?.doneOn ?? '' }), { height: 44 }),
    ],
  }
}

/** Half-years two to a page; at least two, that an office may print ahead. */
export function inspections(about: Development): readonly Block[] {
  const count = Math.max(2, timesOf(about, 'inspection').length)
  return Array.from({ length: count }, (_, i) => i).flatMap((i): Block[] => [
    ...(i % 2 === 0
      ? ([
          { kind: 'pageBreak' },
          { kind: 'paragraph', text: '半 年 考 察 记 录', align: 'center', size: 'heading', bold: true, indent: false, keep: true },
        ] as const)
      : ([{ kind: 'gap', mm: 5 }] as const)),
    inspected(about, i),
  ])
}

/** 列为发展对象: whose opinions were heard, what the committees concluded, and the posting. */
export function candidacy(about: Development): readonly Block[] {
  const heard = lastOf(about, 'consultation')
  const consent = lastOf(about, 'consent')
  const posted = lastOf(about, 'candidateNotice')
  const heardOf = posted && ending(posted.opinion || posted.result)
  const posting = posted ? `${longSpan(posted.startedOn || posted.doneOn, posted.doneOn)}${posted.place === '' ? '' : `在${posted.place}`}公示。${heardOf}` : ''
  return [
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: '列为发展对象的意见', align: 'center', size: 'heading', bold: true, indent: false, keep: true },
    opinions([
      opinion('党小组、培\n养联系人、\n党员和群众\n意　　　见', heard?.opinion ?? '', signedBy('记录人')),
      opinion('支部委员会\n意　　　见', heard?.branch ?? '', signedBy('支部书记', { seal: true, day: heard?.doneOn ?? '' })),
      opinion(
        '上级党委\n意　　见',
        [consent?.result, consent?.number].filter(Boolean).join('。'),
        signedBy('负责人', { seal: true, day: consent?.doneOn ?? '' }),
      ),
      opinion('公示情况', posting, signedBy('支部书记', { seal: true })),
    ]),
  ]
}
