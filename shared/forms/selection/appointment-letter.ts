import { lastOf } from '../case-facts.ts'
import { blankDay, written } from '../parts.ts'
import { type Block, type WrittenDocument } from '../written.ts'
import { notice, noticeTitle, numbered, salutation, sentences, signedBy } from '../written-notice.ts'
import { batchLetter } from './dossier-form.ts'
import { decidedOf, type Dossier, type FormCandidate } from './facts.ts'
import { decidedOn } from './notices.ts'
import { comrades } from './parts.ts'

/** 发文机关标志 fills the line, at most as large as handbooks have it. */
function mast(issuer: string): readonly Block[] {
  const name = `${issuer || '　'.repeat(8)}文件`
  const points = Math.min(52, Math.floor(((156 / 25.4) * 72) / [...name].length) - 1)
  return [
    { kind: 'gap', mm: 30 },
    { kind: 'title', text: name, points, red: true },
    { kind: 'gap', mm: 12 },
  ]
}

/** 温启明同志任教务处副处长（试用期一年），免去其测绘教研室主任职务。 */
const decision = ({ name, proposedPost, removedPost }: FormCandidate, probation: boolean): string =>
  `${name}同志任${proposedPost}${probation ? '（试用期一年）' : ''}${removedPost === '' ? '' : `，免去其${removedPost}职务`}。`

/** One letter for what was decided on the same day and is issued under the same number. */
function letterOf(about: Dossier, together: readonly Dossier[], office: string): WrittenDocument {
  const issued = lastOf(about, 'notice')
  const people = together.flatMap(one => decidedOf(one).map(of => ({ of, probation: isProbation(one) })))
  const removes = people.some(({ of }) => of.removedPost !== '')
  const on = decidedOn(about)
  // What holds for all of several is said once.
  const all = people.length > 1 && people.every(({ probation }) => probation)
  const { committee } = about
  return notice(
    mast(committee),
    numbered(issued?.number),
    { kind: 'gap', mm: 4 },
    { kind: 'rule' },
    { kind: 'gap', mm: 18 },
    noticeTitle(`${committee}\n关于${comrades(people.map(({ of }) => of))}${removes ? '任免职' : '任职'}的通知`),
    salutation('各基层党组织，各部门、各单位'),
    sentences(
      `经${on}${committee || '党委'}会议研究决定：`,
      ...people.map(({ of, probation }) => decision(of, probation && !all)),
      `${all ? '上述同志试用期一年，' : ''}任职时间自${on}起计算。${startOf(people.map(({ of }) => of))}`,
    ),
    signedBy(committee || '　'.repeat(8), issued?.doneOn ?? ''),
    {
      kind: 'imprint',
      lines: [[`抄送：${'　'.repeat(8)}`], [office, `${written(issued?.doneOn ?? '') || blankDay}印发`]],
    },
  )
}

const isProbation = (about: Dossier): boolean => {
  const result = lastOf(about, 'notice')?.result
  return result === undefined ? about.probation : result.includes('试')
}

/** From when 试用期 counts, where it is the same for all. */
function startOf(people: readonly FormCandidate[]): string {
  const days = new Set(people.map(({ probationFrom }) => probationFrom))
  const [day = ''] = days
  return days.size === 1 && day !== '' ? `试用期自${written(day)}起计算。` : ''
}

/** 任免通知, set as 公文 of a committee. */
export const appointmentLetter = batchLetter({
  name: 'appointmentLetter',
  label: '任免通知',
  description: '按公文格式（GB/T 9704）排版：发文机关标志、文号、标题、主送、任免决定、落款、版记，取自卷宗；同一文号的几个卷宗合成一份，抄送和没有记的留白。',
  alike: about => [about.committee, lastOf(about, 'notice')?.number, lastOf(about, 'notice')?.doneOn, lastOf(about, 'committeeMeeting')?.doneOn],
  documentOf: letterOf,
})
