import type { DevelopmentFigures } from '../../../shared/api/development.ts'
import type { FormParams } from '../../../shared/api/forms.ts'
import { organizationKinds } from '../../../shared/domain/organization.ts'
import { AppError } from '../../../shared/errors.ts'
import { planBulletin, type PlanBulletinProps } from '../../../shared/forms/development/plan-bulletin.ts'
import { planMonthly, type PlanMonthlyProps, type PlanMonthlyRow } from '../../../shared/forms/development/plan-monthly.ts'
import { percentText } from '../../../shared/forms/text.ts'
import { lastDate, monthOf, yearOf } from '../../../shared/rules/days.ts'
import { happeningNames, happenings, stageNames, stages } from '../../../shared/rules/development.ts'
import { type Development, developmentOf } from '../../procedures/development.ts'
import { rowsOf, totalOf } from '../../procedures/development-rows.ts'
import { engine, type Gathered, type GatherScope, type Slice } from './engine.ts'
import { yearOfForm } from './params.ts'

/** A unit up to the end of a month, beside what happened in that month alone. */
interface Unit {
  readonly sofar: DevelopmentFigures
  readonly inMonth: DevelopmentFigures
}

interface Month {
  readonly year: number
  readonly month: number
  readonly found: Development
  readonly units: readonly Unit[]
  readonly total: Unit
  readonly name: string
  /** Whether the month's end is today or later: only then is it known whose steps are overdue. */
  readonly current: boolean
}

/** The month asked for; else the one that runs, of a past year December. */
async function monthFor(scope: GatherScope, params: FormParams): Promise<Month> {
  const year = yearOfForm(params)
  const { organizationId } = params
  const running = yearOf(scope.today) === year
  const month = params.month ?? (running ? monthOf(scope.today) : 12)
  const head = `${year}-${String(month).padStart(2, '0')}`
  if (`${head}-01` > scope.today) throw new AppError('form.empty', { what: `${year} 年 ${month} 月还没有开始` })
  const until = `${head}-${String(lastDate(year, month)).padStart(2, '0')}`
  const found = await developmentOf(scope, { year, until })
  const alone = await developmentOf(scope, { year, from: `${head}-01`, until })
  const inMonth = new Map(rowsOf(alone, organizationId, 'units').map(row => [keyOf(row), row]))
  const units = rowsOf(found, organizationId, 'units').map(sofar => ({ sofar, inMonth: inMonth.get(keyOf(sofar)) ?? sofar }))
  if (units.length === 0) throw new AppError('form.empty', { what: '没有党组织' })
  const total = { sofar: totalOf(found, organizationId, scope.office.name), inMonth: totalOf(alone, organizationId, scope.office.name) }
  return { year, month, found, units, total, name: total.sofar.name, current: found.asOf === scope.today }
}

const keyOf = ({ id, self }: DevelopmentFigures): string => `${id} ${self}`

async function monthly(scope: GatherScope, params: FormParams, { size }: Slice): Promise<Gathered<PlanMonthlyProps>> {
  const { year, month, found, units, total, name, current } = await monthFor(scope, params)
  const rows = units.map((unit, i): PlanMonthlyRow => ({ number: i + 1, name: unit.sofar.name, ...figuresOf(unit, current) }))
  return {
    props: {
      watermark: scope.watermark,
      unit: name,
      year,
      month,
      until: found.asOf,
      rows: rows.slice(0, size),
      total: figuresOf(total, current),
      omitted: Math.max(0, rows.length - size),
      author: scope.actor,
      filledOn: scope.today,
      notes: [
        '接收数按支部大会通过之日计，上级党委批准后计入；没有立卷的按花名册的入党日期计。每人只计一次。',
        `进度：落后时序超过 ${found.lagRule.points} 个百分点${found.lagRule.overdue > 0 ? `，或有步骤逾期的达到 ${found.lagRule.overdue} 人` : ''}，列为滞后（参数）。${current ? '' : '步骤逾期只有当月的表才统计。'}`,
      ],
    },
    shown: Math.min(size, rows.length),
    total: rows.length,
    about: `${year}年${month}月 ${name}`,
  }
}

function figuresOf({ sofar, inMonth }: Unit, current: boolean): Omit<PlanMonthlyRow, 'number' | 'name'> {
  return {
    planned: sofar.planned,
    happened: happeningNames.map(name => inMonth.happened[name]),
    received: sofar.happened.received,
    stages: stageNames.map(name => sofar.stages[name]),
    overdue: current ? sofar.overdue : null,
    lags: sofar.lag.length > 0,
  }
}

async function bulletin(scope: GatherScope, params: FormParams): Promise<Gathered<PlanBulletinProps>> {
  const { year, month, found, units, total, name, current } = await monthFor(scope, params)
  const known = await managedIn(scope, `${year}-${String(month).padStart(2, '0')}`, found.asOf)
  const { lagRule } = found
  const kinds = new Set(units.map(({ sofar }) => sofar.kind))
  const addressed = Object.entries(organizationKinds).flatMap(([kind, word]) => (kinds.has(kind) ? [word] : []))
  return {
    props: {
      watermark: scope.watermark,
      office: name,
      addressed: `各${addressed.join('、')}`,
      year,
      month,
      until: found.asOf,
      overall: overallOf(total, {
        year,
        month,
        elapsed: found.elapsed,
        current,
        pool: total.sofar.own?.pool ?? (params.organizationId === undefined ? (found.pool?.value ?? null) : total.sofar.pool),
      }),
      rule: `接收进度落后时序超过${lagRule.points}个百分点${lagRule.overdue > 0 ? `，或者有步骤逾期的达到${lagRule.overdue}人` : ''}的，列为滞后单位。`,
      units: units.map(({ sofar, inMonth }) => ({
        name: sofar.name,
        planned: sofar.planned,
        inMonth: inMonth.happened.received,
        received: sofar.happened.received,
        activists: sofar.stages.activist,
        candidates: sofar.stages.candidate,
        lag: sofar.lag,
        managed: known.get(sofar.id) ?? [],
      })),
      issuedOn: scope.today,
    },
    shown: 1,
    total: 1,
    about: `${year}年${month}月 ${name}`,
  }
}

function overallOf(
  { sofar, inMonth }: Unit,
  {
    year,
    month,
    elapsed,
    current,
    pool,
  }: { readonly year: number; readonly month: number; readonly elapsed: number; readonly current: boolean; readonly pool: number | null },
): string[] {
  const { planned } = sofar
  const { received } = sofar.happened
  const happened = happeningNames.filter(name => inMonth.happened[name] > 0).map(name => `${happenings[name]}${inMonth.happened[name]}人`)
  const share = planned ? `，完成年度计划的${percentText(received, planned, received >= planned)}，时间进度${percentText(elapsed, 1, elapsed >= 1)}` : ''
  const lacking = pool !== null && sofar.stages.activist < pool ? `（队伍规模要求${pool}人，还差${pool - sofar.stages.activist}人）` : ''
  return [
    planned === null ? '' : `${year}年计划发展党员${planned}人。`,
    happened.length > 0 ? `${month}月${happened.join('，')}。` : `${month}月各阶段没有新增。`,
    `本年累计接收预备党员${received}人${share}。`,
    `目前在办的有：${stageNames.map(name => `${stages[name]}${sofar.stages[name]}人${name === 'activist' ? lacking : ''}`).join('，')}。`,
    ...(current && sofar.overdue > 0 ? [`有步骤逾期的${sofar.overdue}人。`] : []),
  ].filter(Boolean)
}

/** 重点管理 on file that has begun by the month and was not lifted by its end, by unit. */
async function managedIn({ db }: GatherScope, month: string, until: string) {
  const rows = await db
    .selectFrom('keyManagement')
    .select(['organizationId', 'measures', 'responsible', 'dueOn', 'liftedOn'])
    .where('voidedAt', 'is', null)
    .where('month', '<=', month)
    .orderBy('month')
    .execute()
  const open = rows.filter(({ liftedOn }) => liftedOn === null || liftedOn > until)
  const found = open.map(({ organizationId, measures, responsible, dueOn }) => ({
    organizationId,
    measures: measures ?? '',
    responsible: responsible ?? '',
    dueOn: dueOn ?? '',
  }))
  return Map.groupBy(found, ({ organizationId }) => organizationId)
}

export const planEngines = { planMonthly: engine(planMonthly, monthly), planBulletin: engine(planBulletin, bulletin) } as const
