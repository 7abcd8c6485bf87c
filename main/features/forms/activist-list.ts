import type { FormParams } from '../../../shared/api/forms.ts'
import { AppError } from '../../../shared/errors.ts'
import { activistList, type ActivistListProps, type ActivistRow } from '../../../shared/forms/development/activist-list.ts'
import { dayOf, lastOf } from '../../../shared/forms/case-facts.ts'
import type { Development } from '../../../shared/forms/development/facts.ts'
import { procedures } from '../../../shared/procedures/index.ts'
import { openStandings } from '../../procedures/kept.ts'
import { subtreeIds } from '../../records/subtree.ts'
import { developmentsOf } from './development.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'

async function gather(scope: GatherScope, { organizationId, caseIds }: FormParams, { from, size }: Slice): Promise<Gathered<ActivistListProps>> {
  const { db, office, actor, today, watermark } = scope
  const body = organizationId === undefined ? undefined : await db.selectFrom('organization').select('name').where('id', '=', organizationId).executeTakeFirst()
  const organization = body?.name ?? office.name
  const wanted = caseIds ?? (await activistsIn(scope, organizationId))
  if (wanted.length === 0) throw new AppError('form.empty', { what: `${organization}没有在培养的入党积极分子` })
  const { list, total, about } = await developmentsOf(scope, { caseIds: wanted }, { from, size })
  const rows = list.map(({ facts }, i) => rowOf(facts, from + i + 1))
  return {
    props: { watermark, office: office.name, author: actor, printedOn: today, organization, rows },
    shown: rows.length,
    total,
    about: caseIds ? about : organization,
  }
}

/** Those who have been found to be activists and are not candidates yet, by branch and day. */
async function activistsIn(scope: GatherScope, organizationId: string | undefined): Promise<string[]> {
  const bodies = organizationId === undefined ? undefined : new Set(await subtreeIds(scope.db, organizationId))
  return (await openStandings(scope))
    .filter(({ record, procedure, standing }) => {
      const done = (key: string) => standing.steps.some(({ step, on }) => step.key === key && on !== null)
      return procedure === procedures.membership && (!bodies || bodies.has(record.organizationId)) && done('recommendation') && !done('candidate')
    })
    .map(({ record, standing }) => ({ record, on: standing.steps.find(({ step }) => step.key === 'recommendation')?.on ?? '' }))
    .toSorted((a, b) => (a.record.organizationId + a.on < b.record.organizationId + b.on ? -1 : 1))
    .map(({ record }) => record.id)
}

const dotted = (day: string): string => day.replaceAll('-', '.')

function rowOf(facts: Development, number: number): ActivistRow {
  const { name, sex, bornOn, nation, education, workPost, branch } = facts
  const filing = lastOf(facts, 'activistFiling')
  return {
    number,
    name,
    sex,
    bornOn,
    nation,
    education,
    workPost,
    branch,
    appliedOn: dotted(dayOf(facts, 'application')),
    settledOn: dotted(dayOf(facts, 'recommendation')),
    contacts: facts.contacts.map(one => one.name).join('\n'),
    filed: filing ? filing.number || dotted(filing.doneOn) : '',
  }
}

export const activistListEngine = engine(activistList, gather)
