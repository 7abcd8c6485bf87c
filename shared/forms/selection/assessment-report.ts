import { lastOf } from '../case-facts.ts'
import { noticePaper, noticeTitle, rank, sentences } from '../written-notice.ts'
import { type Block, type WrittenDocument } from '../written.ts'
import { dayLine } from '../parts.ts'
import { dossierForm } from './dossier-form.ts'
import { assessedOf, type Dossier, type FormCandidate } from './facts.ts'

/** Room to write in by hand, under what belongs there. */
const room = (lines: number): readonly Block[] => Array.from({ length: lines }, (): Block => ({ kind: 'paragraph', text: '　', size: 'heading', indent: true }))

/** How many lines are left for what people have to judge; none where only something is not on file yet. */
const roomOf = (hint: string): number => (hint.includes('政治素质') ? 9 : hint.includes('写') ? 3 : 0)

/** A line of 考察材料: its headings stand out; of a draft, what belongs there is said small, with room below. */
function blocksOf(line: string, drafted: boolean): readonly Block[] {
  if (line === '') return []
  if (/^[一二三四五六七八九十]+、/.test(line)) return [rank(line)]
  if (!drafted || !/^（.*）$/.test(line)) return sentences(line)
  const lines = roomOf(line)
  return [{ kind: 'paragraph', text: line, size: 'note', indent: true, keep: lines > 0 }, ...room(lines)]
}

function documentOf(about: Dossier, of: FormCandidate): WrittenDocument {
  const [first = '', ...rest] = of.assessment.split('\n').map(line => line.trim())
  const titled = first.endsWith('考察材料')
  const lines = titled ? rest : [first, ...rest]
  const team = of.assessors || lastOf(about, 'team')?.people || ''
  return {
    official: true,
    numbers: 'dashes',
    blocks: [
      ...noticeTitle(titled ? first : `${of.name}同志考察材料`),
      ...lines.flatMap(line => blocksOf(line, of.drafted)),
      ...sentences(`考察组成员：${team || '＿'.repeat(12)}`),
      { kind: 'gap', mm: 10 },
      { kind: 'paragraph', text: `考察组成员（签名）：${'　'.repeat(10)}`, align: 'right', size: 'heading', keep: true },
      { kind: 'paragraph', text: `${dayLine(of.assessedOn)}　　`, align: 'right', size: 'heading' },
    ],
  }
}

/** 考察材料 of each who was assessed: as it was written; otherwise its beginning with what is on file, and room for what people judge. */
export const assessmentReport = dossierForm({
  name: 'assessmentReport',
  label: '考察材料',
  description: '每名考察对象一份：写好的照排；还没有写的，填好基本情况、推荐测评票数、谈话人次、年度考核和任前核查结论，德才表现和不足留提纲和空行。',
  paper: noticePaper,
  documentsOf: about => assessedOf(about).map(of => documentOf(about, of)),
})
