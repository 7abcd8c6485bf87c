import { z } from 'zod'
import { ballotKindNames } from '../domain/ballot-words.ts'
import { candidateStages, selectionKinds } from '../domain/selection.ts'
import { localDate } from '../records/fields.ts'
import { keysOf } from '../records/keys.ts'
import { row } from './activity.ts'
import { command, query } from './endpoint.ts'
import { piece } from './piece.ts'
import { caseStates } from './procedures.ts'

const evidence = z.object({ type: z.string(), id: z.string() })

const finding = z.object({
  code: z.string(),
  tone: z.enum(['warn', 'wait']),
  candidateId: z.string().nullable(),
  message: z.string(),
  clause: z.string(),
  evidence: evidence.nullable(),
})
export type SelectionFindingShown = z.infer<typeof finding>

const votes = z.object({ ballotId: z.string(), step: z.string(), votes: z.int().nullable(), of: z.int() })

const candidateShown = z.object({
  record: row,
  name: z.string(),
  /** 干部信息 of the person, if one is kept. */ cadreId: z.string().nullable(),
  photo: z.string().nullable(),
  checks: z.array(row),
  objections: z.array(row),
  votes: z.array(votes),
})

const compared = z.object({
  key: z.string(),
  label: z.string(),
  /** By candidate, in their order. */ values: z.array(z.string()),
  /** What the office looks for, where there is such a thing. */ asked: z.string().nullable(),
})

const structure = z.object({
  count: z.int(),
  averageAge: z.number().nullable(),
  sides: z.array(z.object({ key: z.string(), label: z.string(), bands: z.array(z.object({ label: z.string(), personIds: z.array(z.string()) })) })),
})

export const selectionsApi = {
  /** The dossiers with where each stands, who is considered, and how many things ask for attention. */
  'selection.list': query(
    z.strictObject({ organizationId: z.string().optional(), ended: z.boolean().default(false), search: z.string().max(60).optional(), ...piece }),
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          organization: z.string(),
          kind: z.enum(keysOf(selectionKinds)),
          places: z.int(),
          owner: z.string().nullable(),
          openedOn: z.string(),
          phase: z.string(),
          step: z.string(),
          state: z.enum(keysOf(caseStates)),
          dueOn: z.string().nullable(),
          candidates: z.array(z.object({ name: z.string(), stage: z.enum(keysOf(candidateStages)) })),
          findings: z.int(),
          closedOn: z.string().nullable(),
          outcome: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** What a dossier holds besides its steps: the candidates side by side, the checks, the votes, and what asks for attention. */
  'selection.get': query(
    z.strictObject({ caseId: z.string() }),
    z.object({
      selection: row,
      candidates: z.array(candidateShown),
      compared: z.array(compared),
      ballots: z.array(
        z.object({
          ballotId: z.string(),
          step: z.string(),
          kind: z.enum(ballotKindNames),
          name: z.string(),
          heldOn: z.string().nullable(),
          closedOn: z.string().nullable(),
        }),
      ),
      talks: z.array(row),
      findings: z.array(finding),
      gates: z.array(z.object({ key: z.string(), label: z.string(), state: z.enum(['good', 'wait', 'warn']), says: z.string() })),
      /** Attendance and votes that the committee needs at the number given for it; null until 应到 is recorded. */
      quorum: z.object({ eligible: z.int(), present: z.int(), agree: z.int() }).nullable(),
    }),
  ),
  /** The dossiers in which somebody was or is considered. */
  'selection.ofPerson': query(
    z.strictObject({ personId: z.string() }),
    z.array(
      z.object({
        caseId: z.string(),
        name: z.string(),
        openedOn: z.string(),
        proposedPost: z.string(),
        stage: z.enum(keysOf(candidateStages)),
        outcome: z.string().nullable(),
      }),
    ),
  ),
  /** Opens a dossier with its matter and whoever is considered so far. */
  'selection.open': command(
    z.strictObject({
      name: z.string().trim().min(1).max(200),
      organizationId: z.string(),
      openedOn: localDate,
      owner: z.string().trim().max(200).nullable(),
      kind: z.enum(keysOf(selectionKinds)),
      places: z.int().min(1).max(200),
      rank: z.string().trim().max(200).nullable(),
      dual: z.boolean(),
      probation: z.boolean(),
      vacancy: z.string().trim().max(4000).nullable(),
      candidates: z
        .array(z.strictObject({ personId: z.string(), proposedPost: z.string().trim().min(1).max(200) }))
        .max(100)
        .default([]),
    }),
    z.object({ caseId: z.string() }),
  ),
  /** Adds people to those considered, after the last one. */
  'selection.consider': command(
    z.strictObject({ caseId: z.string(), personIds: z.array(z.string()).min(1).max(100), proposedPost: z.string().trim().min(1).max(200) }),
    z.object({ added: z.int() }),
  ),
  /** The steps that a result has for all: recommended ones become 考察对象, these 拟任人选; who is not named falls out, with the reason. */
  'selection.advance': command(
    z.strictObject({
      caseId: z.string(),
      stage: z.enum(['assessed', 'proposed', 'appointed']),
      candidateIds: z.array(z.string()).min(1).max(100),
      /** Why the others are not among them. */ otherwise: z.string().trim().min(1).max(4000).nullable(),
      on: localDate.nullable(),
    }),
    z.object({ advanced: z.int(), out: z.int() }),
  ),
  /** 班子结构 of a unit today, and as these candidates would make it. Without a unit the first one. */
  'team.structure': query(
    z.strictObject({ unit: z.string().optional(), candidateIds: z.array(z.string()).max(100).default([]) }),
    z.object({
      units: z.array(z.string()),
      unit: z.string().nullable(),
      members: z.array(
        z.object({
          personId: z.string(),
          name: z.string(),
          posts: z.array(z.string()),
          education: z.string(),
          major: z.string().nullable(),
          bornOn: z.string().nullable(),
          since: z.string().nullable(),
          change: z.enum(['in', 'out']).nullable(),
        }),
      ),
      before: structure,
      after: structure.nullable(),
    }),
  ),
  /** 考察材料 as a draft, filled with the facts that are on file; nothing is written. */
  'selection.draft': query(z.strictObject({ candidateId: z.string() }), z.object({ text: z.string() })),
}
