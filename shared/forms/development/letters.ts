import type { WrittenDocument } from '../written.ts'
import { notice, noticePaper, noticeTitle, numbered, salutation, sentences, signedBy } from '../written-notice.ts'
import { dayOf, lastOf, type Taken } from '../case-facts.ts'
import type { Development } from './facts.ts'
import { blankDay, written } from '../parts.ts'
import { personForm } from './person-form.ts'

/** 通知书 of a committee to a branch: number, to whom, what was decided, seal and day. */
const letter = (title: string, { branch, committee }: Development, approval: Taken | undefined, said: readonly string[]): WrittenDocument =>
  notice(
    noticeTitle(title),
    numbered(approval?.number),
    salutation(branch),
    sentences(...said),
    signedBy(committee || '　　　　　　　　', approval?.doneOn ?? ''),
  )

const dayOr = (day: string | undefined): string => written(day ?? '') || blankDay

function admitted(about: Development): WrittenDocument {
  const { name } = about
  const approval = lastOf(about, 'approval')
  const meeting = `你支部${dayOr(dayOf(about, 'meeting'))}支部党员大会通过接收${name}同志为中共预备党员的决议收悉。经${dayOr(approval?.doneOn)}审批，`
  const refused = approval !== undefined && approval.result !== '' && approval.result !== '批准'
  return letter(
    '接收预备党员审批通知书',
    about,
    approval,
    refused
      ? [`${meeting}不予批准。`, '请将审批结果通知本人，并做好思想工作。']
      : [
          `${meeting}同意接收${name}同志为中共预备党员。预备期一年，从支部党员大会通过之日算起。`,
          '请将审批结果通知本人并在党员大会上宣布，及时将其编入党支部和党小组，组织入党宣誓，继续做好教育和考察。',
        ],
  )
}

function converted(about: Development): WrittenDocument {
  const { name, prolongedTo } = about
  const meeting = lastOf(about, 'conversionMeeting')
  const said = (title: string, approval: Taken | undefined, decision: string, then: string) =>
    letter(title, about, approval, [
      `${meeting ? `你支部${dayOr(meeting.doneOn)}支部党员大会的决议收悉。` : ''}经${dayOr(approval?.doneOn)}审批，${decision}`,
      then,
    ])
  const cancelled = lastOf(about, 'cancellationApproval')
  const prolonged = lastOf(about, 'extensionApproval')
  // What was refused goes back to the branch: until it has met again, that is the last word.
  const again = '请支部党员大会重新讨论，并将审批结果通知本人。'
  if (meeting === undefined && cancelled?.result.startsWith('不予批准'))
    return said('取消预备党员资格审批通知书', cancelled, `不予批准取消${name}同志的预备党员资格。`, again)
  if (meeting === undefined && prolonged?.result.startsWith('不予批准'))
    return said('延长预备期审批通知书', prolonged, `不予批准延长${name}同志的预备期。`, again)
  if (meeting?.result === '取消预备党员资格')
    return said('取消预备党员资格审批通知书', cancelled, `同意取消${name}同志的预备党员资格。`, '请将审批结果通知本人并在党员大会上宣布，并做好思想工作。')
  // A meeting that prolonged the term is of the round before.
  if (meeting === undefined && prolongedTo !== '')
    return said(
      '延长预备期审批通知书',
      prolonged,
      `同意将${name}同志的预备期延长至${written(prolongedTo)}。`,
      '请将审批结果通知本人并在党员大会上宣布，继续做好教育和考察。',
    )
  return said(
    '预备党员转正审批通知书',
    lastOf(about, 'conversionApproval'),
    `同意${name}同志转为中共正式党员，党龄从其转为正式党员之日算起。`,
    '请将审批结果通知本人并在党员大会上宣布，及时将有关材料归档。',
  )
}

/** 接收预备党员审批通知书 */
export const admissionLetter = personForm({
  name: 'admissionLetter',
  label: '接收预备党员审批通知书',
  description: '上级党委审批后通知党支部，每人一份；审批日期和文号取自卷宗，没有记的留白。',
  serves: ['M014'],
  paper: noticePaper,
  documentOf: admitted,
})

/** 预备党员转正审批通知书 */
export const conversionLetter = personForm({
  name: 'conversionLetter',
  label: '预备党员转正审批通知书',
  description: '上级党委审批转正（延长预备期）后通知党支部，每人一份；没有记的留白。',
  serves: ['M014'],
  paper: noticePaper,
  documentOf: converted,
})
