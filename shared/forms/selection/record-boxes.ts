import { lastOf } from '../case-facts.ts'
import { dotted } from '../parts.ts'
import type { Check, Dossier, FiledMaterial, FormCandidate } from './facts.ts'

/** A box of 纪实表 that asks 有无材料. */
interface Box {
  /** Which of the materials on file belong to it. */
  of(material: FiledMaterial): boolean
  /** The check whose scan stands for the material where nothing else was filed. */
  check?(of: FormCandidate): Check | undefined
  /** Whether there would be material by now: until then neither 有 nor 无 is ticked. */
  done(about: Dossier, of: FormCandidate): boolean
  /** What is said behind the number. */
  words?(about: Dossier, of: FormCandidate): string
}

const aboutPetitions = /信访|举报|群众反映/
const steps =
  (...of: readonly string[]) =>
  ({ step }: FiledMaterial): boolean =>
    of.includes(step)
const taken =
  (...of: readonly string[]) =>
  (about: Dossier): boolean =>
    of.some(step => lastOf(about, step) !== undefined)
const checked = (about: Dossier, check: Check | undefined): boolean => (check?.answeredOn !== undefined ? check.answeredOn !== '' : taken('checks')(about))

/** 县纪委监委回复（2026.09.16） */
const answered = (check: Check | undefined): string =>
  check && check.answeredOn !== '' ? `${check.answeredBy === '' ? '' : `${check.answeredBy}回复`}（${dotted(check.answeredOn)}）` : ''
const concluded = (check: Check | undefined): string => check?.opinion || check?.conclusion || ''

/** In the order of the sheet, by which the 附件 are numbered. */
const boxes = {
  plan: { of: steps('analysis', 'proposal', 'consultation'), done: taken('proposal') },
  recommendation: {
    of: steps('talkRecommendation', 'meetingRecommendation', 'recommendationReport'),
    done: taken('meetingRecommendation', 'talkRecommendation'),
  },
  discipline: {
    of: ({ step, material }) => step === 'checks' && material === 'discipline',
    check: of => of.checks.discipline,
    done: (about, of) => checked(about, of.checks.discipline),
    words: (_, of) => answered(of.checks.discipline),
  },
  notice: { of: steps('assessmentNotice'), done: taken('assessmentNotice'), words: about => dayWords(about, 'assessmentNotice') },
  tally: { of: ({ step, material }) => step === 'assessment' && material !== 'talks', done: taken('assessment') },
  personalMatters: {
    of: ({ step, material }) => step === 'checks' && material === 'personalMatters',
    check: of => of.checks.personalMatters,
    done: (about, of) => checked(about, of.checks.personalMatters),
    words: (_, of) => concluded(of.checks.personalMatters),
  },
  petitions: {
    of: ({ step, material, name }) => step === 'checks' && material === '' && aboutPetitions.test(name),
    check: of => of.checks.petitions,
    done: (about, of) => checked(about, of.checks.petitions),
    words: (_, of) => concluded(of.checks.petitions),
  },
  report: { of: steps('report'), done: taken('report') },
  opinion: {
    of: ({ step, material }) => step === 'unitOpinion' || (step === 'checks' && material === 'integrity'),
    check: of => of.checks.integrity,
    done: taken('unitOpinion'),
  },
  dual: { of: steps('dualReply'), done: about => !about.dual || taken('dualReply')(about), words: dualWords },
  posting: {
    of: ({ step, material }) => step === 'publicNotice' && material === 'notice',
    done: taken('publicNotice'),
    words: about => dayWords(about, 'publicNotice'),
  },
  objections: { of: ({ step, material }) => step === 'publicNotice' && material !== 'notice', done: taken('publicNotice'), words: objectionWords },
} as const satisfies Readonly<Record<string, Box>>
export type BoxName = keyof typeof boxes
export type Boxes = Readonly<Record<BoxName, string>>

/** 2026.09.29—10.12 */
function dottedSpan(from: string, to: string): string {
  if (from === to) return dotted(to)
  return `${dotted(from)}—${dotted(from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to)}`
}

function dayWords(about: Dossier, step: string): string {
  const found = lastOf(about, step)
  return found ? `（${dottedSpan(found.startedOn || found.doneOn, found.doneOn)}）` : ''
}

function dualWords(about: Dossier): string {
  const reply = lastOf(about, 'dualReply')
  return about.dual && reply ? [reply.result, reply.number].filter(Boolean).join('，') : ''
}

/** How many spoke up against this one and what came of it; where nobody was spoken against, what was put down of the posting as a whole. */
function objectionWords(about: Dossier, { objections }: FormCandidate): string {
  if (objections.length === 0) return about.candidates.some(one => one.objections.length > 0) ? '' : (lastOf(about, 'publicNotice')?.opinion ?? '')
  const results = new Set(objections.map(({ conclusion }) => conclusion || '正在核查'))
  return `${objections.length}件，${[...results].join('、')}`
}

/** What stands in each of them for one candidate: ☑有　□无　附件4、5：…. Neither is ticked before the step was taken. */
export function boxesOf(about: Dossier, candidate: FormCandidate): Boxes {
  const materials = about.materials.filter(({ candidateId }) => candidateId === '' || candidateId === candidate.id)
  let last = 0
  const said = (box: Box): string => {
    const filed = materials.filter(material => box.of(material)).length || (box.check?.(candidate)?.filed ? 1 : 0)
    const numbers = Array.from({ length: filed }, (_, i) => last + i + 1)
    last += filed
    const [has, lacks] = filed > 0 ? ['☑', '□'] : ['□', box.done(about, candidate) ? '☑' : '□']
    const number = filed > 0 ? `附件${numbers.join('、')}` : ''
    const words = box.words?.(about, candidate) ?? ''
    const rest = number !== '' && words !== '' && !words.startsWith('（') ? `${number}：${words}` : `${number}${words}`
    return [`${has}有`, `${lacks}无`, rest].filter(Boolean).join('　')
  }
  return {
    plan: said(boxes.plan),
    recommendation: said(boxes.recommendation),
    discipline: said(boxes.discipline),
    notice: said(boxes.notice),
    tally: said(boxes.tally),
    personalMatters: said(boxes.personalMatters),
    petitions: said(boxes.petitions),
    report: said(boxes.report),
    opinion: said(boxes.opinion),
    dual: said(boxes.dual),
    posting: said(boxes.posting),
    objections: said(boxes.objections),
  }
}
