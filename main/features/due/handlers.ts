import type { dueApi } from '../../../shared/api/due.ts'
import { snooze } from '../../../shared/domain/snooze.ts'
import { AppError, refuse } from '../../../shared/errors.ts'
import { daysOfMonth } from '../../../shared/rules/workdays.ts'
import type { Handlers } from '../../app/handlers.ts'
import { among } from '../../db/among.ts'
import { countsOf, dueItems } from '../../due/due.ts'
import { fromRow } from '../../records/rows.ts'

export const dueHandlers: Handlers<keyof typeof dueApi> = {
  async 'due.list'(scope, question) {
    const items = await dueItems(scope, question)
    return { today: scope.today, counts: countsOf(items), items }
  },

  async 'due.month'(scope, { year, month, organizationId }) {
    const days = daysOfMonth(year, month)
    const last = days.at(-1) ?? ''
    const items = (await dueItems(scope, { organizationId, until: last })).filter(({ dueOn }) => dueOn >= (days[0] ?? '') && dueOn <= last)
    const byDay = Map.groupBy(items, item => item.dueOn)
    return {
      days: days.flatMap(date => {
        const counts = countsOf(byDay.get(date) ?? [])
        const due = counts.today + counts.week + counts.later
        return counts.overdue + due + counts.snoozed > 0 ? [{ date, overdue: counts.overdue, due, snoozed: counts.snoozed }] : []
      }),
      items,
    }
  },

  async 'due.snooze'({ db, store, today }, { keys, until, reason }) {
    if (until <= today) throw refuse('until', 'notLater', '暂缓到的日子应在今天之后')
    const wanted = new Set(keys)
    // A key is taken only of what is due: nothing else can be hidden by one.
    const found = (await dueItems({ db, today }, { until })).filter(item => wanted.has(item.key))
    if (found.length < wanted.size) throw new AppError('record.notFound', { label: '待办' })
    if (found.some(item => item.secret)) throw refuse('keys', 'secret', '监督资料的提醒不能暂缓，没有写入：暂缓了什么，别人也看得见')
    const before = await db.selectFrom('snooze').selectAll().where('voidedAt', 'is', null).where(among('item', keys)).execute()
    const kept = new Map(before.map(row => [row.item, fromRow(snooze, row)]))
    for (const { key, title, organizationId } of found) {
      const draft = { item: key, title, organizationId, until, reason }
      const known = kept.get(key)
      if (known) store.update(snooze, known, draft)
      else store.create(snooze, draft)
    }
    return { snoozed: found.length }
  },

  async 'due.wake'({ db, store }, { keys }) {
    const rows = await db.selectFrom('snooze').selectAll().where('voidedAt', 'is', null).where(among('item', keys)).execute()
    for (const row of rows) store.void(snooze, fromRow(snooze, row), '取消暂缓')
    return { woken: rows.length }
  },
}
