import type { FormParams } from '../../../shared/api/forms.ts'
import { type Admonition, admonition, admonitionKinds, admonitionWays } from '../../../shared/domain/admonition.ts'
import { cadreLevels } from '../../../shared/domain/cadre-words.ts'
import { oversightMatter, oversightMethods, verifications } from '../../../shared/domain/oversight.ts'
import { petition, petitionFindings, petitionHandlings, petitionNatures, petitionSources } from '../../../shared/domain/petition.ts'
import { problemKinds, supervisionChannels } from '../../../shared/domain/supervision-words.ts'
import { AppError } from '../../../shared/errors.ts'
import type { DeclaredForm } from '../../../shared/forms/form.ts'
import { admonitionApproval, inquiryReply } from '../../../shared/forms/supervision/approval.ts'
import type { AdmonitionProps, AdmonitionSheet } from '../../../shared/forms/supervision/facts.ts'
import { admonitionLetter, inquiryNotice, reminderLetter } from '../../../shared/forms/supervision/letters.ts'
import { petitionForm } from '../../../shared/forms/supervision/petition-form.ts'
import { rectificationLedger } from '../../../shared/forms/supervision/rectification-ledger.ts'
import { admonitionTalk } from '../../../shared/forms/supervision/talk-record.ts'
import { dottedMonth, longDay } from '../../../shared/forms/text.ts'
import type { Fields, RecordType, Stored } from '../../../shared/records/record.ts'
import { daysBetween, firstDayOf, lastDayOf } from '../../../shared/rules/days.ts'
import { parameterOn } from '../../../shared/rules/parameters.ts'
import { petitionDeadlines, supervisionDuties } from '../../../shared/rules/supervision-deadlines.ts'
import { among } from '../../db/among.ts'
import { anyDb } from '../../records/find.ts'
import { parametersIn } from '../../records/parameters.ts'
import { fromRow } from '../../records/rows.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { workingCalendar } from '../../records/working-calendar.ts'
import { knownEffects } from '../../supervision/effects.ts'
import { engine, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'
import { sexWords } from './ballots.ts'

/** The records a form is asked for, in that order, one slice of them. */
async function recordsOf<F extends Fields>({ db }: GatherScope, type: RecordType<F>, { recordIds = [] }: FormParams, { from, size }: Slice) {
  const rows = await anyDb(db).selectFrom(type.name).selectAll().where(among('id', recordIds)).where('voidedAt', 'is', null).execute()
  const kept = new Map(rows.map(row => [String(row['id']), fromRow(type, row)]))
  const wanted = recordIds.flatMap((id): Stored<F>[] => {
    const record = kept.get(id)
    return record ? [record] : []
  })
  if (wanted.length === 0) throw new AppError('form.empty', { what: `没有要印的${type.label}` })
  return { list: wanted.slice(from, from + size), total: wanted.length }
}

const ofAdmonitions = (form: DeclaredForm<AdmonitionProps>) =>
  engine(form, async (scope, params, slice) => {
    const { list, total } = await recordsOf(scope, admonition, params, slice)
    const { db, office, actor, today, watermark } = scope
    const people = await peopleOf(
      scope,
      list.map(({ personId }) => personId),
    )
    const parameters = await parametersIn(db)
    const effects = await endsOf(scope, list)
    const earlierIds = list.flatMap(({ earlierId }) => earlierId ?? [])
    const earlier = new Map(
      (await db.selectFrom('admonition').select(['id', 'number', 'executedOn']).where(among('id', earlierIds)).execute()).map(row => [row.id, row]),
    )
    const sheets = list.map((record): AdmonitionSheet => {
      const person = people.get(record.personId)
      const inForce = (key: string) => parameterOn(parameters, key, record.deliveredOn ?? record.executedOn)?.value ?? 0
      const before = earlier.get(record.earlierId ?? '')
      return {
        kind: record.kind,
        kindLabel: admonitionKinds[record.kind],
        way: record.way === null ? '' : admonitionWays[record.way],
        name: person?.name ?? '',
        sex: sexWords[person?.sex ?? ''] ?? '',
        bornOn: dottedMonth(person?.bornOn ?? null),
        postThen: record.postThen ?? person?.workPost ?? '',
        level: record.level === null ? '' : cadreLevels[record.level],
        category: problemKinds[record.category],
        problem: record.problem,
        channel: record.channel === null ? '' : supervisionChannels[record.channel],
        reviewedBy: record.reviewedBy ?? '',
        approvedBy: record.approvedBy ?? '',
        approvedOn: record.approvedOn ?? '',
        reportedOn: record.reportedOn ?? '',
        number: record.number ?? '',
        executedOn: record.executedOn,
        time: record.time ?? '',
        place: record.place ?? '',
        talkers: record.talkers ?? '',
        talkerPost: record.talkerPost ?? '',
        recorder: record.recorder ?? '',
        recorderPost: record.recorderPost ?? '',
        content: record.content ?? '',
        replyBy: record.replyBy ?? '',
        replyDays: inForce('supervision.inquiryReply'),
        selfCriticismDays: inForce('supervision.selfCriticism'),
        reportMonths: inForce(record.kind === 'remind' ? 'supervision.remindReport' : 'supervision.admonishReport'),
        repliedOn: record.repliedOn ?? '',
        reply: record.reply ?? '',
        replyState: record.replyState ?? '',
        earlier: before ? { number: before.number ?? '', sentOn: before.executedOn } : null,
        outcome: record.outcome === null ? '' : (admonition.fields.outcome.choices?.[record.outcome] ?? ''),
        barUntil: record.barUntil ?? effects.get(record.id) ?? '',
      }
    })
    const about = [...new Set(sheets.map(({ name }) => name))].slice(0, 3).join('、')
    return { props: { watermark, office: office.name, author: actor, printedOn: today, sheets }, shown: list.length, total, about }
  })

/** Until when each 诫勉 bars, by the rules of its day. */
async function endsOf({ db, today }: GatherScope, list: readonly Admonition[]): Promise<ReadonlyMap<string, string>> {
  const effects = await knownEffects(
    db,
    list.map(({ personId }) => personId),
    today,
  )
  return new Map(
    effects.flatMap(({ evidence, until, shown }) => (shown && until !== null && evidence.type === 'admonition' ? [[evidence.id, until] as const] : [])),
  )
}

async function peopleOf({ db }: GatherScope, ids: readonly string[]) {
  const rows = await db.selectFrom('person').select(['id', 'name', 'sex', 'bornOn', 'workPost']).where(among('id', ids)).execute()
  return new Map(rows.map(row => [row.id, row]))
}

const petitionFormEngine = engine(petitionForm, async (scope, params, slice) => {
  const { list, total } = await recordsOf(scope, petition, params, slice)
  const { db, office, actor, today, watermark } = scope
  const ground = { parameters: await parametersIn(db), calendar: await workingCalendar(db) }
  const sheets = list.map(record => ({
    number: record.number,
    receivedOn: record.receivedOn,
    source: petitionSources[record.source],
    nature: petitionNatures[record.nature],
    named: record.named,
    secrecy: record.secrecy === 'work' ? '工作秘密' : '内部资料',
    subjectName: record.subjectName,
    subjectPost: record.subjectPost ?? '',
    category: problemKinds[record.category],
    content: record.content,
    instruction: record.instruction ?? '',
    instructedBy: record.instructedBy ?? '',
    instructedOn: record.instructedOn ?? '',
    handling: record.handling === null ? '' : `${petitionHandlings[record.handling]}${record.forwardedTo === null ? '' : `：${record.forwardedTo}`}`,
    handler: record.handler ?? '',
    terms: petitionDeadlines(record, ground).map(
      ({ duty, dueOn, doneOn }) => `${supervisionDuties[duty]}：${longDay(dueOn)}前${doneOn === null ? '' : `（${longDay(doneOn)}已办）`}`,
    ),
    finding: record.finding === null ? '' : petitionFindings[record.finding],
    result: record.result ?? '',
    closedOn: record.closedOn ?? '',
    feedbackOn: record.feedbackOn ?? '',
    objection: record.objection ?? '',
  }))
  const about = list
    .slice(0, 3)
    .map(({ number }) => number)
    .join('、')
  return { props: { watermark, office: office.name, author: actor, printedOn: today, sheets }, shown: list.length, total, about }
})

const rectificationLedgerEngine = engine(rectificationLedger, async (scope, params, { from, size }) => {
  const { db, office, actor, today, watermark } = scope
  const year = yearOfForm(params)
  const { organizationId } = params
  let asked = db
    .selectFrom('oversightMatter as m')
    .leftJoin('organization as o', 'o.id', 'm.organizationId')
    .leftJoin('person as p', 'p.id', 'm.personId')
    .selectAll('m')
    .select(['o.name as body', 'p.name as person'])
    .where('m.voidedAt', 'is', null)
    .where('m.foundOn', '<=', lastDayOf(year))
    .where(row => row.or([row('m.foundOn', '>=', firstDayOf(year)), row('m.doneOn', 'is', null), row('m.doneOn', '>=', firstDayOf(year))]))
  if (organizationId !== undefined) {
    const below = await subtreeIds(db, organizationId)
    asked = asked.where(row => row.or([among('m.organizationId', below), among('p.organizationId', below)]))
  }
  const found = (await asked.orderBy('m.foundOn').orderBy('m.createdAt').execute()).map(({ body, person, ...row }) => ({
    ...fromRow(oversightMatter, row),
    body,
    person,
  }))
  const chosen =
    organizationId === undefined ? undefined : await db.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirst()
  const organization = chosen?.name ?? office.name
  if (found.length === 0) throw new AppError('form.empty', { what: `${organization}${year}年没有监督发现的问题` })
  const rows = found.slice(from, from + size).map(m => ({
    subject: [m.body, m.person].filter(Boolean).join('\n'),
    method: oversightMethods[m.method],
    foundOn: m.foundOn,
    document: m.document ?? '',
    problem: m.problem,
    measure: m.measure ?? '',
    responsible: m.responsible ?? '',
    dueOn: m.dueOn ?? '',
    doneOn: m.doneOn ?? '',
    overdue: m.dueOn !== null && m.doneOn === null && m.dueOn < today ? `逾期 ${daysBetween(m.dueOn, today)} 天` : '',
    result: m.result ?? '',
    verified: m.verification === null ? '' : verifications[m.verification],
  }))
  const open = found.filter(({ doneOn }) => doneOn === null)
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length
  return {
    props: { watermark, office: office.name, author: actor, printedOn: today, organization, year, open: open.length, overdue, rows },
    shown: rows.length,
    total: found.length,
    about: `${year}年 ${organization}`,
  }
})

export const supervisionEngines = {
  admonitionApproval: ofAdmonitions(admonitionApproval),
  reminderLetter: ofAdmonitions(reminderLetter),
  inquiryNotice: ofAdmonitions(inquiryNotice),
  inquiryReply: ofAdmonitions(inquiryReply),
  admonitionLetter: ofAdmonitions(admonitionLetter),
  admonitionTalk: ofAdmonitions(admonitionTalk),
  petitionForm: petitionFormEngine,
  rectificationLedger: rectificationLedgerEngine,
} as const
