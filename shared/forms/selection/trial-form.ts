import { lastOf } from '../case-facts.ts'
import { ending, note, opinion, opinions, signedBy, written } from '../parts.ts'
import { filled, label, type WrittenDocument } from '../written.ts'
import { dossierForm } from './dossier-form.ts'
import { decidedOf, type Dossier, type FormCandidate } from './facts.ts'
import { candidateColumns, candidateRows } from './parts.ts'

/** 2026年10月20日至2027年10月20日 */
const term = ({ probationFrom, probationUntil }: FormCandidate): string => (probationFrom === '' ? '' : `${written(probationFrom)}至${written(probationUntil)}`)

function documentOf(about: Dossier, of: FormCandidate): WrittenDocument {
  const judged = lastOf(about, 'probation')
  return {
    blocks: [
      { kind: 'title', text: '领导干部试用期满考核表' },
      { kind: 'spread', parts: [`单位：${about.organization}`, `任免通知：${lastOf(about, 'notice')?.number ?? ''}`], size: 'cell' },
      {
        kind: 'grid',
        columns: candidateColumns,
        rows: [
          ...candidateRows(of),
          { height: 12, cells: [label('试任职务'), filled(of.proposedPost, { span: 5, align: 'left' })] },
          {
            height: 11,
            cells: [label('任职决定'), filled(written(of.appointedOn), { span: 2 }), label('试用期'), filled(term(of), { span: 2, size: 'note' })],
          },
        ],
      },
      opinions([opinion('本人试用\n期工作总结', '', signedBy('本人'), { height: 138 })]),
      { kind: 'pageBreak' },
      opinions([
        opinion('民主测评\n和个别谈\n话情况', '', signedBy('考核组'), { height: 58 }),
        opinion('考核组\n意　见', judged?.opinion ?? '', signedBy('考核组'), { height: 52 }),
        opinion('组织（人事）\n部门意见', judged ? ending(judged.result) : '', signedBy('负责人', { seal: true, day: judged?.doneOn ?? '' }), { height: 52 }),
        opinion('党委（党组）\n意　　见', '', signedBy('负责人', { seal: true }), { height: 52 }),
      ]),
      ...note(
        '试用期为一年，从发出试任通知时计算；期满由组织（人事）部门考核，主要了解试任期间的适应能力和履行职责情况。合格的正式任职，试用期计入任职时间；不合格的免去试任职务，按试任前职务层次安排工作（《党政领导干部任职试用期暂行规定》2001 第三、五至八条）。',
      ),
    ],
  }
}

/** 试用期满考核表 */
export const trialForm = dossierForm({
  name: 'trialForm',
  label: '试用期满考核表',
  description: '每名试任干部一份：基本情况、试任职务、试用期起止取自卷宗，总结、测评和意见由本人和考核组填写。',
  documentsOf: about => (about.probation ? decidedOf(about).map(of => documentOf(about, of)) : []),
})
