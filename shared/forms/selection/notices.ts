import { lastOf, type Taken } from '../case-facts.ts'
import { blankDay, written } from '../parts.ts'
import { guess, heard, period } from '../posted.ts'
import { longSpan } from '../text.ts'
import type { WrittenDocument } from '../written.ts'
import { notice, noticePaper, noticeTitle, sentences, signedBy } from '../written-notice.ts'
import { batchLetter, dossierForm } from './dossier-form.ts'
import { assessedOf, decidedOf, type Dossier } from './facts.ts'
import { candidateSentence, comrades, ruleOf } from './parts.ts'

const line = '＿'.repeat(10)

/** 2026年9月15日—18日; room to write it in where it is not on file. */
const days = (taken: Taken | undefined): string => (taken ? longSpan(taken.startedOn || taken.doneOn, taken.doneOn) : `${blankDay}至　　月　　日`)

function announced(about: Dossier, office: string): WrittenDocument {
  const told = lastOf(about, 'assessmentNotice')
  const team = lastOf(about, 'team')
  const people = assessedOf(about)
  return notice(
    noticeTitle('干部考察预告'),
    sentences(
      `根据工作需要，按照${ruleOf(about, 'assessmentNotice')}有关规定，经${about.committee || '党委'}研究，决定对${comrades(people)}进行考察，现将有关情况预告如下。`,
      ...people.map(of => candidateSentence(of)),
      `考察时间：${days(lastOf(about, 'assessment'))}。`,
      `考察方式：在${told?.place || about.organization}进行个别谈话、民主测评，查阅干部人事档案和工作资料，同考察对象面谈。`,
      `考察组成员：${team?.people || line}`,
      `联系电话：${told?.phone || about.phone || line}`,
      '考察期间，干部群众可以通过来信、来电、来访等方式，实事求是反映考察对象的情况和问题，考察组严格保密。',
    ),
    signedBy(office, told?.doneOn ?? ''),
  )
}

/** 考察预告 */
export const assessmentNotice = dossierForm({
  name: 'assessmentNotice',
  label: '考察预告',
  description: '一个卷宗一张，列全部考察对象：基本情况、考察时间和方式、考察组成员、反映途径和电话取自卷宗，没有记的留白。',
  paper: noticePaper,
  unit: '张',
  documentsOf: (about, office) => [announced(about, office)],
})

/** One sheet for those who are posted at the same time in the same place by the same committee. */
function postedTogether({ posted, committee, phone, clauses, rules }: Dossier, together: readonly Dossier[], office: string): WrittenDocument {
  const people = together.flatMap(decidedOf)
  const said = people.map(of => candidateSentence(of, `拟任${of.proposedPost}`, of.exception === '' ? '' : `破格提拔理由：${of.exception.replace(/。$/, '')}`))
  return notice(
    noticeTitle('干部任前公示'),
    guess(posted),
    sentences(
      `为加强对干部选拔任用工作的监督，根据${clauses['publicNotice'] ?? rules}${clauses['publicNotice'] === undefined ? '有关规定' : ''}，经${committee || '党委'}会议研究，现将拟任职干部的有关情况予以公示。`,
      ...said,
      `公示时间：${period(posted)}。`,
      ...(posted.place === '' ? [] : [`公示范围：${posted.place}。`]),
      heard('干部群众', '信函、电话、网络举报和来访', office),
      `受理单位：${office}`,
      `联系电话：${posted.phone || phone || line}`,
    ),
    signedBy(office, posted.startsOn),
  )
}

/** 任前公示 of one, or of a batch on one sheet. */
export const appointmentNotice = batchLetter({
  name: 'appointmentNotice',
  label: '干部任前公示',
  description: '一人或一批合成一张：基本情况、现任和拟任职务、公示时间（不少于 5 个工作日，按放假安排推算）、受理单位和电话；同时公示的几个卷宗合在一张上。',
  needs: ['case', 'posted'],
  unit: '张',
  alike: ({ posted, committee, clauses, rules }) => [posted, committee, clauses['publicNotice'] ?? rules],
  documentOf: postedTogether,
})

/** The day of the meeting that decided. */
export const decidedOn = (about: Dossier): string => written(lastOf(about, 'committeeMeeting')?.doneOn ?? '') || blankDay
