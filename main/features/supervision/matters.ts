import type { SupervisionMatter } from '../../../shared/api/supervision.ts'
import { admonition, replyStates } from '../../../shared/domain/admonition.ts'
import type { CadreLevel } from '../../../shared/domain/cadre-words.ts'
import { oversightMatter, oversightMethods } from '../../../shared/domain/oversight.ts'
import { personalReport, reportCheck, reportFindings } from '../../../shared/domain/personal-report.ts'
import { petition } from '../../../shared/domain/petition.ts'
import { sanctionKinds } from '../../../shared/domain/sanction-words.ts'
import { problemKinds } from '../../../shared/domain/supervision-words.ts'
import type { Watched } from '../../../shared/rules/supervision-figures.ts'
import {
  admonitionDeadlines,
  type Deadline,
  type DeadlineGround,
  petitionDeadlines,
  reportDeadlines,
  supervisionDuties,
} from '../../../shared/rules/supervision-deadlines.ts'
import type { ReadScope } from '../../app/scopes.ts'
import { fromRow } from '../../records/rows.ts'

/** What must be done by a day, in a word: 函询回复, 整改. */
type Owed = Omit<Deadline, 'duty' | 'rule'> & { readonly duty: string }

/** A record of supervision, as the figures count it, as a list shows it, and what is owed on it until when. */
export interface Known {
  readonly watched: Watched | null
  readonly shown: Omit<SupervisionMatter, 'kind' | 'organization'>
  readonly organizationId: string | null
  /** Whom it is about, where that is somebody on the roster. */
  readonly person: string
  readonly owes: readonly Owed[]
  /** 函询 that was not answered clearly, and the earlier one that a letter follows. */
  readonly unclear: boolean
  readonly follows: string | null
}

type Db = ReadScope['db']
type PersonOf = (id: string | null) => { readonly name: string; readonly organizationId: string | null; readonly level: CadreLevel | null }

/** Every record that who asks may open, of the five registers that are counted and of 处分. */
export async function knownMatters(db: Db, ground: DeadlineGround): Promise<readonly Known[]> {
  const personOf = await people(db)
  return [
    ...(await admonitions(db, personOf, ground)),
    ...(await petitions(db, personOf, ground)),
    ...(await findings(db, personOf)),
    ...(await checks(db, personOf)),
    ...(await sanctions(db, personOf)),
    ...(await reports(db, personOf, ground)),
  ]
}

async function people(db: Db): Promise<PersonOf> {
  const rows = await db
    .selectFrom('person as p')
    .leftJoin('cadre as c', join => join.onRef('c.personId', '=', 'p.id').on('c.voidedAt', 'is', null))
    .select(['p.id', 'p.name', 'p.organizationId', 'c.level'])
    .execute()
  const known = new Map(rows.map(row => [row.id, row]))
  return id => (id === null ? undefined : known.get(id)) ?? { name: '', organizationId: null, level: null }
}

const plain = { owes: [], unclear: false, follows: null } as const

const named = (deadlines: readonly Deadline[]): readonly Owed[] =>
  deadlines.map(({ duty, dueOn, doneOn, dropped, provisional }) => ({ duty: supervisionDuties[duty], dueOn, doneOn, dropped, provisional }))

async function admonitions(db: Db, personOf: PersonOf, ground: DeadlineGround): Promise<readonly Known[]> {
  const rows = (await db.selectFrom('admonition').selectAll().where('voidedAt', 'is', null).execute()).map(row => fromRow(admonition, row))
  return rows.map((a): Known => {
    const person = personOf(a.personId)
    const { id, kind, personId, category, executedOn: on } = a
    return {
      watched: { id, kind, personId, category, level: a.level ?? person.level, on },
      shown: {
        id,
        type: admonition.name,
        name: person.name,
        says: [problemKinds[category], a.replyState === 'unclear' ? replyStates.unclear : ''].filter(Boolean).join('，'),
        on,
        closed: a.closedOn !== null,
      },
      person: person.name,
      organizationId: person.organizationId,
      owes: named(admonitionDeadlines(a, ground)),
      unclear: kind === 'inquiry' && a.replyState === 'unclear' && a.closedOn === null && (a.outcome === null || a.outcome === 'again'),
      follows: a.earlierId,
    }
  })
}

async function petitions(db: Db, personOf: PersonOf, ground: DeadlineGround): Promise<readonly Known[]> {
  const rows = (await db.selectFrom('petition').selectAll().where('voidedAt', 'is', null).execute()).map(row => fromRow(petition, row))
  return rows.map((p): Known => {
    const { id, personId, category, receivedOn: on } = p
    const person = personOf(personId)
    return {
      ...plain,
      watched: { id, kind: 'petition', personId, category, level: person.level, on },
      shown: { id, type: petition.name, name: p.number, says: [p.subjectName, problemKinds[category]].join('，'), on, closed: p.closedOn !== null },
      person: person.name,
      organizationId: person.organizationId,
      owes: named(petitionDeadlines(p, ground)),
      follows: p.repeatOfId,
    }
  })
}

async function findings(db: Db, personOf: PersonOf): Promise<readonly Known[]> {
  const rows = (await db.selectFrom('oversightMatter').selectAll().where('voidedAt', 'is', null).execute()).map(row => fromRow(oversightMatter, row))
  return rows.map((m): Known => {
    const { id, personId, category, foundOn: on } = m
    const person = personOf(personId)
    return {
      ...plain,
      watched: { id, kind: 'oversight', personId, category, level: person.level, on },
      shown: { id, type: oversightMatter.name, name: person.name, says: `${oversightMethods[m.method]}，${m.problem}`, on, closed: m.doneOn !== null },
      person: person.name,
      organizationId: m.organizationId ?? person.organizationId,
      owes: m.dueOn === null ? [] : [{ duty: '整改', dueOn: m.dueOn, doneOn: m.doneOn, dropped: false, provisional: [] }],
    }
  })
}

async function checks(db: Db, personOf: PersonOf): Promise<readonly Known[]> {
  const rows = (await db.selectFrom('reportCheck').selectAll().where('voidedAt', 'is', null).execute()).map(row => fromRow(reportCheck, row))
  return rows.map((c): Known => {
    const { id, personId, askedOn: on, finding } = c
    const person = personOf(personId)
    const wrong = finding === 'omitted' || finding === 'concealed'
    return {
      ...plain,
      watched: { id, kind: 'check', personId, category: wrong ? 'personalReport' : null, level: person.level, on },
      shown: {
        id,
        type: reportCheck.name,
        name: person.name,
        says: finding === null ? '还没有认定' : reportFindings[finding],
        on,
        closed: finding !== null && finding !== 'pending',
      },
      person: person.name,
      organizationId: person.organizationId,
    }
  })
}

async function sanctions(db: Db, personOf: PersonOf): Promise<readonly Known[]> {
  const rows = await db.selectFrom('sanction').select(['id', 'personId', 'kind', 'approvedOn']).where('voidedAt', 'is', null).execute()
  return rows.map(({ id, personId, kind, approvedOn: on }): Known => {
    const person = personOf(personId)
    return {
      ...plain,
      watched: { id, kind: 'sanction', personId, category: null, level: person.level, on },
      shown: { id, type: 'sanction', name: person.name, says: sanctionKinds[kind], on, closed: true },
      person: person.name,
      organizationId: person.organizationId,
    }
  })
}

/** Reports are not counted as matters: only what is owed of them is told. */
async function reports(db: Db, personOf: PersonOf, ground: DeadlineGround): Promise<readonly Known[]> {
  const rows = (await db.selectFrom('personalReport').selectAll().where('voidedAt', 'is', null).execute()).map(row => fromRow(personalReport, row))
  return rows.map((r): Known => {
    const person = personOf(r.personId)
    return {
      ...plain,
      watched: null,
      shown: {
        id: r.id,
        type: personalReport.name,
        name: person.name,
        says: `${r.year} 年度`,
        on: r.submittedOn ?? r.eventOn ?? '',
        closed: r.submittedOn !== null,
      },
      person: person.name,
      organizationId: person.organizationId,
      owes: named(reportDeadlines(r, ground)),
    }
  })
}
