import { filled, label, type WrittenDocument } from '../written.ts'
import { dayOf, lastOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { dotted, opinion, opinions, signedBy, written } from '../parts.ts'
import { basis, pairRow, subjectColumns, subjectRows } from './parts.ts'
import { resumeText } from './resume.ts'
import { personForm } from './person-form.ts'

function documentOf(about: Development): WrittenDocument {
  const recommended = lastOf(about, 'recommendation')
  const filing = lastOf(about, 'activistFiling')
  const [one, other] = about.contacts
  const met = recommended?.doneOn ?? ''
  return {
    blocks: [
      { kind: 'title', text: '入党积极分子备案表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, `备案文号：${filing?.number ?? ''}`], size: 'cell' },
      {
        kind: 'grid',
        columns: subjectColumns,
        rows: [
          ...subjectRows(about),
          pairRow(['递交申请\n时　　间', dotted(dayOf(about, 'application'))], ['谈话时间', dotted(dayOf(about, 'talk'))]),
          {
            height: 11,
            cells: [
              label('培　养\n联系人'),
              filled([one, other].flatMap(found => (found ? [`${found.name}　${found.workPost}`.trim()] : [])).join('\n'), { span: 3, align: 'left' }),
              label('确定时间'),
              filled(dotted(met)),
            ],
          },
        ],
      },
      opinions([
        opinion('个人简历', resumeText(about.resume), [], { height: 34 }),
        opinion('党员推荐\n（群团组织\n推优）情况', recommended?.opinion ?? '', signedBy('负责人', { seal: true })),
        opinion(
          '党支部\n委员会\n意　见',
          recommended?.branch || (met === '' ? '' : `经${written(met)}支委会研究，同意确定${about.name}同志为入党积极分子，报上级党委备案。`),
          signedBy('支部书记', { seal: true, day: met }),
        ),
        opinion('上级党委\n备案意见', '', signedBy('负责人', { seal: true, day: filing?.doneOn ?? '' })),
      ]),
      ...basis(about, 'activistFiling', '由党支部委员会会议研究决定后，报上级党委备案。'),
    ],
  }
}

/** 入党积极分子备案表 */
export const activistFiling = personForm({
  name: 'activistFiling',
  label: '入党积极分子备案表',
  description: '每人一份：基本情况、推荐情况、支委会意见和上级党委备案意见。一个支部合成一张的用备案名册。',
  serves: ['M014'],
  documentOf,
})
