import { lastOf } from './case-facts.ts'
import type { Development } from './development/facts.ts'
import { ending, opinion, opinions, signedBy } from './parts.ts'
import { subjectColumns, subjectRows } from './development/parts.ts'
import { filled, label, type WrittenDocument } from './written.ts'
import { personForm } from './development/person-form.ts'

function documentOf(about: Development): WrittenDocument {
  const step = (key: string) => lastOf(about, key)
  const [proposal, investigation, talk, preview] = [step('proposal'), step('investigation'), step('talk'), step('preview')]
  const [meeting, approval] = [step('meeting'), step('approval')]
  const says = (...parts: readonly (string | undefined)[]) =>
    parts
      .filter(part => part !== undefined && part !== '')
      .map(part => ending(part ?? ''))
      .join('\n')
  return {
    blocks: [
      { kind: 'title', text: '处置不合格党员审批表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, `批复文号：${approval?.number ?? ''}`], size: 'cell' },
      {
        kind: 'grid',
        columns: subjectColumns,
        rows: [
          ...subjectRows(about),
          { height: 11, cells: [label('拟作处置'), filled(meeting?.result, { span: 3, align: 'left' }), label('备案文号'), filled(step('filing')?.number)] },
        ],
      },
      opinions([
        opinion('不合格的\n主要表现', proposal?.opinion ?? '', signedBy('支部书记', { day: proposal?.doneOn ?? '' }), { height: 46 }),
        opinion(
          '调查核实\n情　　况',
          says(investigation && investigation.people !== '' ? `调查组：${investigation.people}` : '', investigation?.opinion),
          signedBy('调查组', { day: investigation?.doneOn ?? '' }),
          { height: 46 },
        ),
        opinion('本人意见', says(talk?.opinion, meeting?.opinion), signedBy('本人')),
        opinion(
          '预审意见',
          preview && preview.number !== '' ? `预审文号：${preview.number}` : '',
          signedBy('负责人', { seal: true, day: preview?.doneOn ?? '' }),
        ),
        opinion(
          '支部党员\n大会决议',
          says(meeting?.votes ? `表决：${meeting.votes}` : '', meeting && meeting.result !== '' ? `决议：${meeting.result}` : ''),
          signedBy('支部书记', { seal: true, day: meeting?.doneOn ?? '' }),
        ),
        opinion('基层党委\n意　　见', approval?.result ?? '', signedBy('负责人', { seal: true, day: approval?.doneOn ?? '' })),
        opinion('上级党组织\n意　　见', '', signedBy('负责人', { seal: true })),
      ]),
      { kind: 'gap', mm: 2 },
      {
        kind: 'paragraph',
        text: '说明：限期改正一般为 6 个月，最长不超过 1 年；被劝其退党、除名的，5 年内不得重新入党（《中国共产党不合格党员组织处置办法》2024）。表的样式为各地惯用，待核。',
        size: 'note',
      },
    ],
  }
}

/** 处置不合格党员审批表 */
export const disposalForm = personForm({
  name: 'disposalForm',
  label: '处置不合格党员审批表',
  description: '每人一份：不合格表现、调查核实、本人意见、预审、支部大会决议和审批，取自卷宗，没有记的留白。',
  serves: ['M139', 'M165'],
  documentOf,
})
