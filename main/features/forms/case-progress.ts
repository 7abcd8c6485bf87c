import { caseStates } from '../../../shared/api/procedures.ts'
import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { caseProgress, type CaseProgressProps, type CaseProgressRow } from '../../../shared/forms/case-progress.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { openStandings } from '../../procedures/kept.ts'
import { nextOf } from '../../procedures/next.ts'
import { warnDaysOn } from '../../procedures/warn-days.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(
  scope: GatherScope,
  { procedure = 'membership', organizationId, caseIds }: FormParams,
  { from, size }: Slice,
): Promise<Gathered<CaseProgressProps>> {
  const { db, today, office, actor, watermark } = scope
  const { label, phases } = procedures[procedure]
  const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(db, organizationId))
  const chosen = caseIds && new Set(caseIds)
  const names = new Map((await db.selectFrom('organization').select(['id', 'name']).execute()).map(o => [o.id, o.name]))
  const about = organizationId === undefined ? office.name : (names.get(organizationId) ?? '')
  const warnDays = await warnDaysOn(scope)
  const all = (await openStandings(scope))
    .filter(({ record }) => record.procedure === procedure && (!bodies || bodies.has(record.organizationId)) && (!chosen || chosen.has(record.id)))
    .map(found => ({ ...found, next: nextOf(found, today, warnDays) }))
    .toSorted((a, b) => order(a.next.dueOn, b.next.dueOn))
  if (all.length === 0) throw new AppError('form.empty', { what: `${about}没有在办的卷宗` })
  const rows = all.map(({ record, standing, next }, i): CaseProgressRow => {
    return {
      number: i + 1,
      name: record.name,
      branch: names.get(record.organizationId) ?? '',
      phase: next.phase,
      step: next.step?.step.label ?? '',
      state: caseStates[next.state],
      dueOn: next.dueOn?.replaceAll('-', '.') ?? '',
      missing: standing.steps.reduce((sum, step) => sum + (step.state === 'done' ? step.missing.length : 0), 0),
      remarks: standing.steps.reduce((sum, step) => sum + step.remarks.length, 0),
      owner: record.owner ?? '',
      openedOn: record.openedOn.replaceAll('-', '.'),
    }
  })
  const shown = rows.slice(from, from + size)
  return {
    props: {
      watermark,
      office: office.name,
      author: actor,
      printedOn: today,
      title: `${label}进度表`,
      organization: about,
      rows: shown,
      byPhase: phases.map(phase => `${phase} ${rows.filter(row => row.phase === phase).length} 人`),
      overdue: rows.filter(({ state }) => state === caseStates.overdue).length,
    },
    shown: shown.length,
    total: rows.length,
    about,
  }
}

/** What has no day comes last. */
const order = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)

export const caseProgressEngine = engine(caseProgress, gather)
