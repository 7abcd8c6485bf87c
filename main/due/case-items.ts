import { derivedSources } from '../../shared/due/sources.ts'
import type { DueFound } from '../../shared/due/source.ts'
import { boards, casePath } from '../../shared/procedures/boards.ts'
import { openStandings } from '../procedures/kept.ts'
import { restsOn } from '../../shared/rules/procedure.ts'
import type { Gather } from './asked.ts'

const { case: source } = derivedSources

/** 程序步骤: of every open case, what is overdue and what has to be done soon. */
export const caseItems: Gather = async ({ db, today, concerns, lastDay }) => {
  const standings = (await openStandings({ db, today })).filter(({ record }) => concerns(record.organizationId))
  const last = lastDay(source.ahead)
  return standings.flatMap(({ record, procedure, standing }) => {
    const { alarm } = boards[record.procedure]
    return standing.steps.flatMap((found): DueFound[] => {
      const { step, state, until, overdueBy, missing } = found
      if ((state !== 'open' && state !== 'overdue') || until === null || until > last) return []
      const bounds = restsOn(found)
      return [
        {
          key: `${source.name}/${record.id}/${step.key}/${until}`,
          source: source.name,
          topic: source.topic,
          title: `${procedure.label}：${record.name} · ${step.label}`,
          asks: bounds.map(({ words }) => words).join('；') || step.label,
          now: [
            overdueBy > 0 ? `${alarm?.step === step.key ? `${alarm.word}，` : ''}已过 ${overdueBy} 天` : '可以办了',
            missing.length > 0 ? `还要材料：${missing.join('、')}` : '',
          ]
            .filter(Boolean)
            .join('；'),
          dueOn: until,
          organizationId: record.organizationId,
          responsible: record.owner,
          path: `${casePath(record.procedure, record.id)}?step=${step.key}`,
          clause: [...new Set(bounds.map(({ clause }) => clause))].join('；') || step.clause,
        },
      ]
    })
  })
}
