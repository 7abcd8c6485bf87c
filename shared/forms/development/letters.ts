import type { Block, WrittenDocument } from '../written.ts'
import { dayOf, type Development, lastOf, type Taken } from './facts.ts'
import { blankDay, dayLine, official, written } from './parts.ts'
import { personForm } from './person-form.ts'

const sentence = (text: string): Block => ({ kind: 'paragraph', text, indent: true, size: 'heading' })

/** 通知书 of a committee to a branch: number, to whom, what was decided, seal and day. */
const letter = (title: string, { branch, committee }: Development, approval: Taken | undefined, sentences: readonly string[]): WrittenDocument => ({
  numbers: 'dashes',
  blocks: [
    { kind: 'title', text: title },
    { kind: 'paragraph', text: approval?.number || '　　　〔　　　　〕　　号', align: 'center', indent: false, size: 'heading' },
    { kind: 'gap', mm: 8 },
    { kind: 'paragraph', text: `${branch}：`, indent: false, size: 'heading' },
    ...sentences.map(sentence),
    { kind: 'gap', mm: 14 },
    { kind: 'paragraph', text: `${committee || '　　　　　　　　'}（盖章）　`, align: 'right', indent: false, size: 'heading', keep: true },
    { kind: 'paragraph', text: `${dayLine(approval?.doneOn)}　　`, align: 'right', indent: false, size: 'heading' },
  ],
})

function admitted(about: Development): WrittenDocument {
  const approval = lastOf(about, 'approval')
  const met = written(dayOf(about, 'meeting')) || blankDay
  return letter('接收预备党员审批通知书', about, approval, [
    `你支部${met}支部党员大会通过接收${about.name}同志为中共预备党员的决议收悉。经${written(approval?.doneOn ?? '') || blankDay}审批，同意接收${about.name}同志为中共预备党员。预备期一年，从支部党员大会通过之日算起。`,
    '请将审批结果通知本人并在党员大会上宣布，及时将其编入党支部和党小组，组织入党宣誓，继续做好教育和考察。',
  ])
}

function converted(about: Development): WrittenDocument {
  const approval = lastOf(about, 'conversionApproval')
  const meeting = lastOf(about, 'conversionMeeting')
  const day = written(approval?.doneOn ?? '') || blankDay
  // A meeting that prolonged the term is of the round before.
  const prolonged = meeting === undefined && about.prolongedTo !== ''
  const decision = prolonged
    ? `经${day}审批，同意将${about.name}同志的预备期延长至${written(about.prolongedTo)}。`
    : `你支部${written(meeting?.doneOn ?? '') || blankDay}支部党员大会关于${about.name}同志转正的决议收悉。经${day}审批，同意${about.name}同志转为中共正式党员，党龄从其转为正式党员之日算起。`
  return letter(prolonged ? '延长预备期审批通知书' : '预备党员转正审批通知书', about, approval, [
    decision,
    prolonged ? '请将审批结果通知本人并在党员大会上宣布，继续做好教育和考察。' : '请将审批结果通知本人并在党员大会上宣布，及时将有关材料归档。',
  ])
}

/** 接收预备党员审批通知书 */
export const admissionLetter = personForm({
  name: 'admissionLetter',
  label: '接收预备党员审批通知书',
  description: '上级党委审批后通知党支部，每人一份；审批日期和文号取自卷宗，没有记的留白。',
  serves: ['M014'],
  paper: official,
  documentOf: admitted,
})

/** 预备党员转正审批通知书 */
export const conversionLetter = personForm({
  name: 'conversionLetter',
  label: '预备党员转正审批通知书',
  description: '上级党委审批转正（延长预备期）后通知党支部，每人一份；没有记的留白。',
  serves: ['M014'],
  paper: official,
  documentOf: converted,
})
