import { lastOf } from '../case-facts.ts'
import { note, written } from '../parts.ts'
import { type AtTalk, talkSheet } from '../talk-sheet.ts'
import type { WrittenDocument } from '../written.ts'
import { dossierForm } from './dossier-form.ts'
import { assessedOf, decidedOf, type Dossier, type FormCandidate, type FormTalk } from './facts.ts'
import { basisNote } from './parts.ts'

const present = (talk: Partial<FormTalk>, other: string): readonly AtTalk[] => [
  { label: '谈话对象', name: talk.interviewee, asked: '单位及职务', said: talk.intervieweePost ?? '' },
  { label: '谈 话 人', name: talk.interviewers, asked: other, said: '' },
  { label: '记 录 人', name: talk.recorder, asked: other, said: '' },
]

const titles = { assessment: '干部考察谈话记录', recommendation: '谈话调研推荐记录' } as const

/** Before anybody was talked with: one to be written on by hand, that names whom it is about. */
const blank: Partial<FormTalk> & { readonly purpose: 'assessment' } = { purpose: 'assessment', candidateId: '' }

function assessing(about: Dossier): readonly WrittenDocument[] {
  const held = about.talks.flatMap(talk => (talk.purpose === 'appointment' ? [] : [{ ...talk, purpose: talk.purpose }]))
  return (held.length > 0 ? held : [blank]).map((talk): WrittenDocument => {
    const whom = about.candidates.find(({ id }) => id === talk.candidateId)
    const named = whom ? [whom] : assessedOf(about)
    return {
      blocks: [
        { kind: 'title', text: titles[talk.purpose] },
        { kind: 'spread', parts: [`选拔事项：${about.name}`, `单位：${about.organization}`], size: 'cell' },
        ...talkSheet({
          people: present(talk, '单位及职务'),
          when: written(talk.talkedOn ?? ''),
          place: talk.place,
          more: talk.purpose === 'assessment' ? [['谈到的人选', named.map(({ name, currentPost }) => `${name}（${currentPost}）`).join('、')]] : [],
          content: talk.content ?? '',
          height: 112,
          signs: [{ who: '谈话人' }, { who: '记录人' }],
        }),
        ...note('谈话内容主要记录对人选德、能、勤、绩、廉和政治素质的具体评价、缺点和不足、推荐意见；只作干部工作用，注意保密。'),
      ],
    }
  })
}

/** 考察谈话记录, and those of 谈话调研推荐: one for each talk that was recorded. */
export const assessmentTalk = dossierForm({
  name: 'assessmentTalk',
  label: '考察（推荐）谈话记录',
  description: '登记的每次推荐谈话、考察谈话一份：对象、谈话人、时间、地点、内容取自卷宗，签名留白；一次也没有登记的印一份空白的。',
  documentsOf: assessing,
})

/** The talk that was recorded with one who is appointed; otherwise what the step says. */
function talkWith(about: Dossier, { id, name, proposedPost }: FormCandidate): Partial<FormTalk> {
  const talk = about.talks.findLast(({ purpose, candidateId }) => purpose === 'appointment' && candidateId === id)
  const taken = lastOf(about, 'appointmentTalk')
  return talk ?? { interviewee: name, intervieweePost: proposedPost, interviewers: taken?.people ?? '', talkedOn: taken?.doneOn ?? '' }
}

const appointing = (about: Dossier): readonly WrittenDocument[] =>
  decidedOf(about).map((of): WrittenDocument => {
    const talk = talkWith(about, of)
    return {
      blocks: [
        { kind: 'title', text: '干部任前谈话记录' },
        { kind: 'spread', parts: [`选拔事项：${about.name}`, `单位：${about.organization}`], size: 'cell' },
        ...talkSheet({
          people: present(talk, '职　务'),
          when: written(talk.talkedOn ?? ''),
          place: talk.place,
          more: [
            ['现任职务', of.currentPost],
            ['拟任职务', of.proposedPost],
          ],
          content: talk.content ?? '',
          height: 96,
          signs: [{ who: '谈话对象', words: '以上记录属实。' }, { who: '谈话人' }, { who: '记录人' }],
        }),
        ...basisNote(about, 'appointmentTalk', '对决定任用的干部，由党委（党组）指定专人同本人谈话，肯定成绩，指出不足，提出要求和需要注意的问题。'),
      ],
    }
  })

/** 任前谈话记录 */
export const appointmentTalk = dossierForm({
  name: 'appointmentTalk',
  label: '任前谈话记录',
  description: '每名拟任人选一份：谈话对象、职务、谈话人、时间和内容取自卷宗，签名留白。',
  documentsOf: appointing,
})
