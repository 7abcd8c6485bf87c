import { introduced } from '../introduced.ts'
import { type Block, filled, type GridRow, label, type WrittenDocument } from '../written.ts'
import { noticePaper, noticeTitle, signedBy } from '../written-notice.ts'
import { dayOf, lastOf, type Taken } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { dotted, written } from '../parts.ts'
import { personForm } from './person-form.ts'

/** What was concluded, and how the review came out. */
export const concluded = (review: Taken | undefined): string =>
  review ? [review.opinion, `政治审查${review.result.replace('政治审查', '')}。`].filter(Boolean).join('\n') : ''

const heading = (text: string): Block => ({ kind: 'paragraph', text, indent: true, bold: true, size: 'heading', keep: true })
const sentence = (text: string): Block => ({ kind: 'paragraph', text, indent: true, size: 'heading' })
/** Room to write in by hand. */
const room = (lines: number): readonly Block[] => Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: '　', size: 'heading', indent: true }))
const paragraphs = (text: string, lines: number): readonly Block[] => (text === '' ? room(lines) : text.split('\n').map(sentence))

/** 申请、确定积极分子、列为发展对象 and training, as far as the case has come. */
function history(about: Development): string {
  const course = lastOf(about, 'course')
  const done = [
    ['application', (day: string) => `${day}递交入党申请书`],
    ['recommendation', (day: string) => `${day}确定为入党积极分子`],
    ['candidate', (day: string) => `${day}列为发展对象`],
  ] as const
  const said = done.flatMap(([step, words]) => (dayOf(about, step) === '' ? [] : [words(written(dayOf(about, step)))]))
  const trained = course ? [`${written(course.doneOn)}完成短期集中培训${course.hours === null ? '' : `（${course.hours} 学时）`}`] : []
  const sentenceOf = [...said, ...trained].join('，')
  return [introduced(about), sentenceOf].filter(Boolean).join('。') + '。'
}

/** How it was looked into, by the materials on file and the letters that went out. */
function waysOf({ materials, relatives }: Development): string {
  const talked = materials.includes('review/record') ? ['谈话、查档、走访'] : []
  const letters = materials.includes('review/letter') || relatives.some(({ sentOn }) => sentOn !== '') ? ['函调'] : []
  return [...talked, ...letters].join('、') || '＿'.repeat(10)
}

const columns = [14, 18, 38, 22, 38, 26] as const

function relativesOf(about: Development): Block {
  const shown = [...about.relatives, ...Array.from({ length: Math.max(0, 3 - about.relatives.length) }, () => undefined)]
  return {
    kind: 'grid',
    columns,
    head: 1,
    rows: [
      { height: 9, cells: ['称谓', '姓名', '工作单位及职务', '政治面貌', '了解的情况', '函调时间'].map(text => label(text, { size: 'note' })) },
      ...shown.map((found): GridRow => ({
        height: 10,
        cells: [
          filled(found?.relation),
          filled(found?.name),
          filled(found?.workPost, { align: 'left' }),
          filled(found?.politics),
          filled(found?.finding, { align: 'left' }),
          filled([found?.sentOn ? `${dotted(found.sentOn)}发` : '', found?.answeredOn ? `${dotted(found.answeredOn)}复` : ''].filter(Boolean).join('\n')),
        ].map(cell => ({ ...cell, size: 'note' })),
      })),
    ],
  }
}

function documentOf(about: Development): WrittenDocument {
  const review = lastOf(about, 'review')
  const clause = about.clauses['review']
  return {
    official: true,
    numbers: 'dashes',
    blocks: [
      ...noticeTitle(`关于${about.name}同志的\n综合性政治审查报告`),
      heading('一、基本情况'),
      sentence(history(about)),
      heading('二、审查情况'),
      sentence(`根据${clause ?? about.rules}，党支部采取${waysOf(about)}等方式进行政治审查。`),
      heading('（一）本人政治历史和现实表现'),
      ...paragraphs(review?.own ?? '', 4),
      heading('（二）家庭主要成员和主要社会关系'),
      relativesOf(about),
      { kind: 'gap', mm: 3 },
      heading('三、审查结论'),
      ...paragraphs(concluded(review), 3),
      { kind: 'paragraph', text: `支部书记（签名）：${'　'.repeat(8)}`, align: 'right', size: 'heading', keep: true },
      ...signedBy(about.branch, review?.doneOn ?? ''),
    ],
  }
}

/** 综合性政治审查报告 */
export const reviewReport = personForm({
  name: 'reviewReport',
  label: '综合性政治审查报告',
  description: '每人一份：基本情况、本人表现、家庭主要成员和社会关系（含函调）、结论，取自卷宗；没有记的留白。',
  serves: ['M014'],
  paper: noticePaper,
  preview: 2,
  documentOf,
})
