import { z } from 'zod'
import { ballotKindNames } from '../../domain/ballot-words.ts'
import { candidateCheckNames, candidateStages, selectionKinds, talkPurposes } from '../../domain/selection.ts'
import { keysOf } from '../../records/keys.ts'
import { casePast, formPerson } from '../case-facts.ts'
import { posted } from '../posted.ts'

/** One of 凡提四必 and the conclusion on integrity. Words as they are printed, days as on file; what is not on file is empty. */
const check = z.object({
  askedOn: z.string(),
  answeredOn: z.string(),
  answeredBy: z.string(),
  conclusion: z.string(),
  opinion: z.string(),
  signedBy: z.string(),
  /** Its scan is on file. */
  filed: z.boolean(),
})
export type Check = z.infer<typeof check>

const objection = z.object({ receivedOn: z.string(), settledOn: z.string(), conclusion: z.string() })

/** 人选: what the forms of a selection say of one. Months as 1985.03. */
const candidate = z.object({
  id: z.string(),
  ...formPerson,
  joinedOn: z.string(),
  startedWork: z.string(),
  /** 2025年优秀、2024年称职 */
  grades: z.string(),
  currentPost: z.string(),
  proposedPost: z.string(),
  removedPost: z.string(),
  stage: z.enum(keysOf(candidateStages)),
  /** Whoever fell out after having been assessed. */
  wasAssessed: z.boolean(),
  exception: z.string(),
  /** 考察材料 as it was written; where it was not, what is on file as its beginning. */
  assessment: z.string(),
  drafted: z.boolean(),
  assessors: z.string(),
  assessedOn: z.string(),
  appointedOn: z.string(),
  probationFrom: z.string(),
  probationUntil: z.string(),
  checks: z.partialRecord(z.enum(candidateCheckNames), check),
  objections: z.array(objection),
  /** The votes of the committee on this one, from the closed count of its ballot; null where there is none. */
  votes: z.object({ agree: z.int().nullable(), against: z.int().nullable(), abstain: z.int().nullable(), deferred: z.int().nullable() }).nullable(),
})
export type FormCandidate = z.infer<typeof candidate>

const material = z.object({ step: z.string(), material: z.string(), name: z.string(), candidateId: z.string() })
export type FiledMaterial = z.infer<typeof material>

const talk = z.object({
  purpose: z.enum(keysOf(talkPurposes)),
  candidateId: z.string(),
  talkedOn: z.string(),
  place: z.string(),
  interviewee: z.string(),
  intervieweePost: z.string(),
  interviewers: z.string(),
  recorder: z.string(),
  content: z.string(),
})
export type FormTalk = z.infer<typeof talk>

const figure = z.int().nullable()

/** A ballot that a step names: its figures once its count is closed. */
const ballot = z.object({
  step: z.string(),
  kind: z.enum(ballotKindNames),
  heldOn: z.string(),
  closed: z.boolean(),
  eligible: figure,
  present: figure,
  issued: figure,
  returned: figure,
  valid: figure,
  /** Everyone who had votes, candidates or not. */
  rows: z.array(z.object({ name: z.string(), post: z.string(), candidateId: z.string(), votes: figure, of: z.int() })),
})
export type FormBallot = z.infer<typeof ballot>

/** Everything that is on file of one selection, as its forms say it. */
const dossier = z.object({
  name: z.string(),
  kind: z.enum(keysOf(selectionKinds)),
  /** Whose post it is, and the 党委 that decides. */
  organization: z.string(),
  committee: z.string(),
  phone: z.string(),
  places: z.int(),
  rank: z.string(),
  vacancy: z.string(),
  dual: z.boolean(),
  probation: z.boolean(),
  ...casePast,
  materials: z.array(material),
  candidates: z.array(candidate),
  talks: z.array(talk),
  ballots: z.array(ballot),
  /** 任职前公示: when and where. */
  posted,
})
export type Dossier = z.infer<typeof dossier>

export const dossierProps = z.object({ watermark: z.string().nullable(), office: z.string(), dossiers: z.array(dossier) })
export type DossierProps = z.infer<typeof dossierProps>

/** Those who have come to one of these stages; before anybody has, whoever is still in question. */
function come({ candidates }: Dossier, to: (of: FormCandidate) => boolean): readonly FormCandidate[] {
  const there = candidates.filter(to)
  return there.length > 0 ? there : candidates.filter(({ stage }) => stage !== 'out')
}

const isDecided = ({ stage }: FormCandidate): boolean => stage === 'proposed' || stage === 'appointed'

/** 拟任人选, those appointed since among them. */
export const proposedOf = (about: Dossier): readonly FormCandidate[] => come(about, isDecided)

/** 考察对象, those among them who went on and who fell out after it. */
export const assessedOf = (about: Dossier): readonly FormCandidate[] => come(about, ({ stage, wasAssessed }) => wasAssessed || !early.has(stage))
const early: ReadonlySet<string> = new Set(['recommended', 'out'])

/** Those on whom the committee decided. */
export const decidedOf = ({ candidates }: Dossier): readonly FormCandidate[] => candidates.filter(isDecided)
