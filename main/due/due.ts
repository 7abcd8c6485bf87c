import type { DueCounts, DueItem } from '../../shared/api/due.ts'
import { recordSources } from '../../shared/due/record-sources.ts'
import { isSecretDue } from '../../shared/due/secret.ts'
import { dueSources } from '../../shared/due/sources.ts'
import { dueStateOf } from '../../shared/rules/due.ts'
import type { ReadScope } from '../app/scopes.ts'
import { ask, type Gather } from './asked.ts'
import { postYearsItems, retirementItems, vacancyItems } from './cadre-items.ts'
import { caseItems } from './case-items.ts'
import { effectItems } from './effect-items.ts'
import { integrityItems } from './integrity-items.ts'
import { leadersOn } from './leaders.ts'
import { lagItems, reportItems } from './plan-items.ts'
import { quotaItems } from './quota-items.ts'
import { recordItems } from './record-items.ts'
import { birthdayItems, calendarItems, probationItems, termItems } from './roster-items.ts'
import { admonitionItems, owedReportItems, personalReportItems, petitionItems } from './supervision-items.ts'

/** Every source with what gathers it. */
const gatherers: readonly Gather[] = [
  quotaItems,
  ...recordSources.map(recordItems),
  termItems,
  probationItems,
  postYearsItems,
  retirementItems,
  vacancyItems,
  caseItems,
  lagItems,
  reportItems,
  effectItems,
  admonitionItems,
  personalReportItems,
  owedReportItems,
  petitionItems,
  integrityItems,
  birthdayItems,
  calendarItems,
]

const labels = new Map(dueSources.map(source => [source.name, source.label]))

interface Question {
  readonly organizationId?: string | undefined
  readonly until?: string | undefined
}

/** What is due, the oldest day first: the one place from which the list, the month and the sheets take it. */
export async function dueItems(scope: Pick<ReadScope, 'db' | 'today' | 'extent'>, question: Question): Promise<DueItem[]> {
  const { db, today } = scope
  const asked = await ask(scope, question)
  const names = await asked.ground.organizations()
  const leaderOf = await leadersOn(db, today)
  const snoozes = new Map(
    (await db.selectFrom('snooze').select(['id', 'version', 'item', 'until', 'reason']).where('voidedAt', 'is', null).where('until', '>', today).execute()).map(
      ({ item, ...snooze }) => [item, snooze],
    ),
  )
  const items: DueItem[] = []
  for (const gather of gatherers) {
    for (const found of await gather(asked)) {
      const { organizationId } = found
      items.push({
        ...found,
        label: labels.get(found.source) ?? '',
        state: dueStateOf(found.dueOn, today),
        organization: organizationId === null ? '' : (names.get(organizationId) ?? ''),
        responsible: found.responsible ?? (organizationId === null ? undefined : leaderOf(organizationId)) ?? clerk,
        secret: isSecretDue(found.key),
        snoozed: snoozes.get(found.key) ?? null,
      })
    }
  }
  return items.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** Who looks after what nobody else is named for. */
const clerk = '经办人'

export function countsOf(items: readonly DueItem[]): DueCounts {
  const counts = { overdue: 0, today: 0, week: 0, later: 0, snoozed: 0 }
  for (const { state, snoozed } of items) counts[snoozed ? 'snoozed' : state] += 1
  return counts
}
