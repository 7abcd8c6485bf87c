import { filled, label, type WrittenDocument } from '../written.ts'
import { dayOf, lastOf, timesOf } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { concluded } from './review-report.ts'
import { dotted, ending, opinion, opinions, signedBy } from '../parts.ts'
import { basis, pairRow, subjectColumns, subjectRows } from './parts.ts'
import { personForm } from './person-form.ts'

function documentOf(about: Development): WrittenDocument {
  const review = lastOf(about, 'review')
  const course = lastOf(about, 'course')
  const checked = lastOf(about, 'committeeReview')
  const preview = lastOf(about, 'preview')
  const posted = lastOf(about, 'candidateNotice')
  const months = timesOf(about, 'inspection').map(({ doneOn }) => dotted(doneOn))
  const names = (of: Development['contacts']) => of.map(({ name }) => name).join('、')
  return {
    blocks: [
      { kind: 'title', text: '发展对象（接收预备党员）预审表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, `预审文号：${preview?.number ?? ''}`], size: 'cell' },
      {
        kind: 'grid',
        columns: subjectColumns,
        rows: [
          ...subjectRows(about),
          pairRow(['递交申请\n时　　间', dotted(dayOf(about, 'application'))], ['谈话时间', dotted(dayOf(about, 'talk'))]),
          pairRow(['确定积极\n分子时间', dotted(dayOf(about, 'recommendation'))], ['列为发展\n对象时间', dotted(dayOf(about, 'candidate'))]),
          pairRow(['培养联系人', names(about.contacts)], ['入党介绍人', names(about.sponsors)]),
          {
            height: 11,
            cells: [label('半年考察'), filled(months.length === 0 ? '' : `${months.length} 次：${months.join('、')}`, { span: 5, align: 'left' })],
          },
          {
            height: 11,
            cells: [
              label('公示情况'),
              filled(posted ? [`${dotted(posted.startedOn || posted.doneOn)}—${dotted(posted.doneOn)}`, posted.result].filter(Boolean).join('，') : '', {
                span: 5,
                align: 'left',
              }),
            ],
          },
          {
            height: 11,
            cells: [
              label('短期集中\n培　　训'),
              filled(
                course
                  ? [
                      `${course.startedOn === '' ? '' : `${dotted(course.startedOn)}—`}${dotted(course.doneOn)}`,
                      course.place,
                      course.hours === null ? '' : `${course.hours} 学时`,
                      course.opinion,
                    ]
                      .filter(Boolean)
                      .join('，')
                  : '',
                { span: 5, align: 'left' },
              ),
            ],
          },
        ],
      },
      opinions([
        opinion('政治审查\n结　　论', concluded(review), signedBy('支部书记', { day: review?.doneOn ?? '' }), {
          height: 34,
        }),
        opinion('支部委员会\n审查意见', checked?.opinion ?? '', signedBy('支部书记', { seal: true, day: checked?.doneOn ?? '' })),
        opinion(
          '基层党委\n预审意见',
          preview ? [preview.opinion, ending(preview.result)].filter(Boolean).join('\n') : '',
          signedBy('负责人', { seal: true, day: preview?.doneOn ?? '' }),
        ),
      ]),
      ...basis(about, 'preview', '经支部委员会严格审查，报具有审批权限的基层党委预审；预审合格的，发给入党志愿书。'),
    ],
  }
}

/** 发展对象（接收预备党员）预审表 */
export const previewForm = personForm({
  name: 'previewForm',
  label: '发展对象（接收预备党员）预审表',
  description: '每人一份：各阶段时间、考察、公示、培训、政审结论和支委会、党委意见，取自卷宗。',
  serves: ['M014', 'M107'],
  documentOf,
})
