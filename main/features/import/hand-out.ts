import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOf, OutputOf } from '../../../shared/api/endpoint.ts'
import type { importApi } from '../../../shared/api/import.ts'
import { meetingKinds } from '../../../shared/domain/meeting.ts'
import { AppError } from '../../../shared/errors.ts'
import { shippedQuota } from '../../../shared/quotas/index.ts'
import { periodEnd, periodStart, yearOf } from '../../../shared/rules/days.ts'
import { maskIdNumber } from '../../../shared/rules/id-number.ts'
import type { Period } from '../../../shared/rules/periods.ts'
import type { ActionScope, ReadScope } from '../../app/scopes.ts'
import { among } from '../../db/among.ts'
import { putNoted } from '../../files/noted-file.ts'
import { type StagedFile, stageFile } from '../../files/whole-file.ts'
import { livingOrganizations, type StoredOrganization } from '../../imports/lookups.ts'
import { owedMeetings } from '../../imports/report/owed.ts'
import { type ReportFacts, reportWorkbook } from '../../imports/report/workbook.ts'
import { Ground } from '../../quotas/ground.ts'
import { rosterOn } from '../../quotas/roster.ts'
import { readStandings } from '../../quotas/standings.ts'
import { subtreeIds } from '../../records/subtree.ts'

type HandOut = (typeof importApi)['import.handOut']

/** Writes 支部上报表, one workbook for each branch, into a folder: all of them with their audit line, or none. */
export async function handOut(scope: ActionScope, input: InputOf<HandOut>): Promise<OutputOf<HandOut>> {
  const folder = scope.tokens.pathOf(input.folder)
  return scope.jobs.run(input.job, '发支部上报表', async ({ step }) => {
    const staged: StagedFile[] = []
    try {
      await step(0, 0, '正在取数')
      const facts = await scope.read(read => factsOf(read, input))
      const names = namesOf(facts)
      for (const name of names) if (existsSync(join(folder, name))) throw new AppError('file.unwritable', { name, why: '文件夹里已有这个文件，请换一个文件夹' })
      for (const [i, one] of facts.entries()) {
        await step(i, facts.length, one.branch)
        staged.push(await stageFile(join(folder, names[i] ?? ''), await reportWorkbook(one)))
      }
      await step(facts.length, facts.length)
      await putNoted(staged, () =>
        scope.write(async ({ store }) =>
          store.note({
            recordType: 'import',
            recordId: 'branch',
            detail: { handedOut: facts.length, period: facts[0]?.period ?? '', backBy: input.backBy, files: names },
          }),
        ),
      )
      return { files: facts.length }
    } catch (cause) {
      for (const file of staged) await file.drop()
      throw cause
    }
  })
}

/** The days of a month or quarter, and how it is called. */
function periodOf({ year, month, quarter }: InputOf<HandOut>): Period & { readonly label: string } {
  const first = month ?? ((quarter ?? 1) - 1) * 3 + 1
  const months = month === undefined ? 3 : 1
  const day = `${year}-${String(first).padStart(2, '0')}-01`
  const label = month === undefined ? `${year}年第${'一二三四'[(quarter ?? 1) - 1] ?? ''}季度` : `${year}年${month}月`
  return { from: periodStart(day, months), until: periodEnd(day, months), label }
}

async function factsOf({ db, office, today }: ReadScope, input: InputOf<HandOut>): Promise<ReportFacts[]> {
  const { organizationId, branchIds, backBy, backTo } = input
  const period = periodOf(input)
  const organizations = await livingOrganizations(db)
  const below = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const chosen = branchIds && new Set(branchIds)
  const branches = organizations.filter(o => isOpenBranch(o, period) && (!below || below.has(o.id)) && (!chosen || chosen.has(o.id)))
  if (branches.length === 0) throw new AppError('form.empty', { what: '所选范围内没有党支部' })
  const ground = new Ground(db)
  const owed = await owedMeetings(ground, { ...period, organizationId })
  // Of days to come nobody knows: the roster of today.
  const roster = await rosterOn(db, period.until < today ? period.until : today)
  const untalked = await untalkedIn(ground, yearOf(period.until), today)
  const meetings = await db
    .selectFrom('activity')
    .select(['organizationId', 'kind', 'name', 'startsOn'])
    .where('voidedAt', 'is', null)
    .where(among('kind', meetingKinds))
    .where('startsOn', '>=', period.from)
    .where('startsOn', '<=', period.until)
    .orderBy('startsOn')
    .execute()
  const groupsOf = Map.groupBy(
    organizations.filter(o => o.kind === 'group' && o.closedOn === null),
    o => o.parentId ?? '',
  )
  const members = Map.groupBy(roster, entry => entry.organizationId ?? '')
  const held = Map.groupBy(meetings, meeting => meeting.organizationId ?? '')
  return branches.map(branch => {
    const bodies = [branch, ...(groupsOf.get(branch.id) ?? [])]
    return {
      report: { branchId: branch.id, from: period.from, until: period.until },
      branch: branch.name,
      period: period.label,
      office: office.name,
      backBy,
      backTo,
      bodies: new Map(bodies.map(o => [o.id, o.name])),
      owed: bodies.flatMap(o => owed.get(o.id) ?? []).toSorted((a, b) => a.until.localeCompare(b.until)),
      onFile: bodies.flatMap(o => held.get(o.id) ?? []),
      members: bodies
        .flatMap(o => members.get(o.id) ?? [])
        .map(({ id, name, idNumber }) => ({ id, name, idNumber: maskIdNumber(idNumber), talkOwed: untalked.has(id) })),
    }
  })
}

const isOpenBranch = ({ kind, closedOn, foundedOn }: StoredOrganization, { from, until }: Period): boolean =>
  kind === 'branch' && (closedOn === null || closedOn > from) && (foundedOn === null || foundedOn <= until)

async function untalkedIn(ground: Ground, year: number, today: string): Promise<ReadonlySet<string>> {
  const quota = shippedQuota('talks')
  if (!quota) return new Set()
  const standings = await (await readStandings(ground, { quota, today })).in(year)
  return new Set(standings.filter(c => c.owes && !c.standing.met).map(c => c.entry.id))
}

/** File names by the branch, with a number where two are called alike. */
function namesOf(facts: readonly ReportFacts[]): string[] {
  const taken = new Map<string, number>()
  return facts.map(({ branch, period }) => {
    const base = `${branch} ${period}上报表`.replaceAll(/[\\/:*?"<>|]/g, '_')
    const times = (taken.get(base) ?? 0) + 1
    taken.set(base, times)
    return `${base}${times > 1 ? `（${times}）` : ''}.xlsx`
  })
}
