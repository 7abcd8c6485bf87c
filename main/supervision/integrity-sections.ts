import type { IntegrityEntry } from '../../shared/api/integrity.ts'
import { admonitionKinds } from '../../shared/domain/admonition.ts'
import { yearGrades } from '../../shared/domain/cadre-words.ts'
import type { RecordName } from '../../shared/domain/index.ts'
import { admonition } from '../../shared/domain/admonition.ts'
import type { IntegritySectionName } from '../../shared/domain/integrity-sections.ts'
import { oversightMatter, oversightMethods, verifications } from '../../shared/domain/oversight.ts'
import { petitionFindings } from '../../shared/domain/petition.ts'
import { problemKinds } from '../../shared/domain/supervision-words.ts'
import { talkOccasions } from '../../shared/domain/talk.ts'
import { recordPlace } from '../../shared/due/places.ts'
import { effectStates } from '../../shared/rules/effect-standing.ts'
import { fromRow } from '../records/rows.ts'
import { knownEffects } from './effects.ts'
import { accountsOf, ballotsOf, checksOf, type IntegrityGround, latestFirst, reportsOf, rewardsOf, said, sheetPath } from './integrity-gather.ts'

interface Part {
  /** The registers it is taken from; of one that is not open to the user nothing is told. */
  readonly of: readonly RecordName[]
  gather(ground: IntegrityGround): Promise<readonly IntegrityEntry[]>
}

/** 廉政档案 part by part: each says which registers it is taken from and how an entry reads. Nothing is stored twice. */
export const integrityParts: Readonly<Record<IntegritySectionName, Part>> = {
  family: {
    of: ['cadre'],
    gather: async ground =>
      (ground.sheet?.family ?? []).map(({ born, relation, name, politics, work }) => ({
        on: born ?? '',
        what: `${relation} ${name}`,
        says: said(politics, work),
        path: sheetPath(ground, 'family'),
      })),
  },
  personal: {
    of: ['personalReport', 'reportCheck'],
    gather: async ground => [...(await reportsOf(ground)), ...(await checksOf(ground))].toSorted(latestFirst),
  },
  matters: {
    of: ['matterReport'],
    gather: async ({ db, personId }) => {
      const rows = await db.selectFrom('matterReport').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).execute()
      return rows
        .map(m => ({
          on: m.submittedOn,
          what: m.subject,
          says: said(m.answeredOn && `${m.answeredOn} 答复`, m.answer),
          path: recordPlace('matterReport', m.id),
        }))
        .toSorted(latestFirst)
    },
  },
  accounts: { of: ['writtenReport'], gather: accountsOf },
  ballots: { of: ['ballot', 'ballotCount', 'gradeDecision'], gather: ballotsOf },
  findings: {
    of: ['oversightMatter'],
    gather: async ({ db, personId }) => {
      const rows = await db.selectFrom('oversightMatter').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).execute()
      return rows
        .map(row => fromRow(oversightMatter, row))
        .map(m => ({
          on: m.foundOn,
          what: `${oversightMethods[m.method]} · ${problemKinds[m.category]}`,
          says: said(m.problem, m.doneOn === null ? '整改没有完成' : `${m.doneOn} 完成整改`, m.verification && verifications[m.verification]),
          path: recordPlace('oversightMatter', m.id),
        }))
        .toSorted(latestFirst)
    },
  },
  petitions: {
    of: ['petition'],
    // A letter that was not looked into yet says nothing about anybody.
    gather: async ({ db, personId }) => {
      const rows = await db
        .selectFrom('petition')
        .select(['id', 'number', 'category', 'closedOn', 'finding', 'result'])
        .where('personId', '=', personId)
        .where('finding', 'is not', null)
        .where('voidedAt', 'is', null)
        .execute()
      return rows
        .map(p => ({
          on: p.closedOn ?? '',
          what: `${p.number} · ${problemKinds[p.category]}`,
          says: said(p.finding && petitionFindings[p.finding], p.result),
          path: recordPlace('petition', p.id),
        }))
        .toSorted(latestFirst)
    },
  },
  admonitions: {
    of: ['admonition'],
    gather: async ({ db, personId }) => {
      const rows = await db.selectFrom('admonition').selectAll().where('personId', '=', personId).where('voidedAt', 'is', null).execute()
      return rows
        .map(row => fromRow(admonition, row))
        .map(a => ({
          on: a.executedOn,
          what: `${admonitionKinds[a.kind]} · ${problemKinds[a.category]}`,
          says: said(
            a.problem,
            a.repliedOn && `${a.repliedOn} 回复`,
            a.reportOn && `${a.reportOn} 报整改情况`,
            a.outcome && admonition.fields.outcome.choices?.[a.outcome],
          ),
          path: recordPlace('admonition', a.id),
        }))
        .toSorted(latestFirst)
    },
  },
  sanctions: {
    of: ['sanction', 'admonition', 'stepDown'],
    gather: async ({ db, today, personId }) =>
      (await knownEffects(db, [personId], today))
        .filter(({ shown }) => shown)
        .map(({ decidedOn, label, document, from, until, promotableFrom, state, evidence }) => ({
          on: decidedOn,
          what: said(label, document),
          says: said(
            until === null ? `${from} 起` : `${from} 至 ${until}`,
            effectStates[state],
            promotableFrom !== null && promotableFrom > today && `${promotableFrom} 起可提拔`,
          ),
          path: recordPlace(evidence.type, evidence.id),
        }))
        .toSorted(latestFirst),
  },
  rewards: { of: ['cadre', 'award'], gather: rewardsOf },
  talks: {
    of: ['talk'],
    gather: async ({ db, personId }) => {
      const rows = await db
        .selectFrom('talk')
        .select(['id', 'talkedOn', 'occasion', 'talker', 'matter', 'measures'])
        .where('personId', '=', personId)
        .where('occasion', 'in', ['integrity', 'reminder', 'education', 'appointment'])
        .where('voidedAt', 'is', null)
        .execute()
      return rows
        .map(t => ({
          on: t.talkedOn,
          what: t.occasion === null ? '' : talkOccasions[t.occasion],
          says: said(t.talker && `谈话人 ${t.talker}`, t.matter, t.measures),
          path: recordPlace('talk', t.id),
        }))
        .toSorted(latestFirst)
    },
  },
  grades: {
    of: ['cadre'],
    gather: async ground =>
      (ground.sheet?.grades ?? [])
        .map(({ year, grade, remark }) => ({ on: String(year), what: yearGrades[grade], says: remark ?? '', path: sheetPath(ground, 'grades') }))
        .toSorted(latestFirst),
  },
}
