import { dayOf, lastOf } from '../case-facts.ts'
import { dayLine, written } from '../parts.ts'
import { talkSheet } from '../talk-sheet.ts'
import type { WrittenDocument } from '../written.ts'
import type { Development } from './facts.ts'
import { basis } from './parts.ts'
import { personForm } from './person-form.ts'

function documentOf(about: Development): WrittenDocument {
  const talk = lastOf(about, 'talk')
  return {
    blocks: [
      { kind: 'title', text: '入党申请人谈话记录表' },
      { kind: 'spread', parts: [`党支部：${about.branch}`, `收到入党申请书：${dayLine(dayOf(about, 'application'))}`], size: 'cell' },
      ...talkSheet({
        people: [
          { label: '谈话对象', name: about.name, asked: '单位及职务', said: about.workPost },
          { label: '谈 话 人', name: talk?.people, asked: '党内职务', said: '' },
          { label: '记 录 人', name: '', asked: '党内职务', said: '' },
        ],
        when: written(talk?.doneOn ?? ''),
        place: talk?.place,
        content: talk?.opinion ?? '',
        signs: [{ who: '谈话对象', words: '以上记录属实。' }, { who: '谈话人' }, { who: '记录人' }],
      }),
      ...basis(about, 'talk', '收到入党申请书后一个月内派人同入党申请人谈话，了解学习工作经历、对党的认识、入党动机、遵纪守法和家庭情况等。'),
    ],
  }
}

/** 入党申请人谈话记录表 */
export const talkRecord = personForm({
  name: 'talkRecord',
  label: '入党申请人谈话记录表',
  description: '每人一份：谈话对象、谈话人、时间、地点和内容取自卷宗，签名留白。',
  serves: ['M014', 'M107'],
  documentOf,
})
