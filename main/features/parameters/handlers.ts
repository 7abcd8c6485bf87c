import type { ParameterStanding, parametersApi } from '../../../shared/api/parameters.ts'
import type { Quota } from '../../../shared/quotas/quota.ts'
import { yearOf } from '../../../shared/rules/days.ts'
import type { ParameterValue } from '../../../shared/rules/parameters.ts'
import type { Handlers } from '../../app/handlers.ts'
import { add, none } from '../../quotas/counts.ts'
import { Ground } from '../../quotas/ground.ts'
import { allQuotas } from '../../quotas/known.ts'
import { readStandings } from '../../quotas/standings.ts'

export const parametersHandlers: Handlers<keyof typeof parametersApi> = {
  async 'parameters.preview'({ db, today }, { key, value, startsOn, replaces }) {
    const all = await allQuotas(db)
    const moved = all.filter(quota => quota.targets.some(target => target.parameter === key || target.per === key))
    const reminds = all.some(({ warn }) => warn.days === key || warn.within === key)
    const ground = new Ground(db)
    const now = await ground.parameters()
    const kept = await db.selectFrom('parameter').select(['id', 'key', 'value', 'startsOn', 'clause', 'basis']).where('voidedAt', 'is', null).execute()
    const asked: ParameterValue = { key, value, startsOn, clause: null, basis: 'policy' }
    const then = [...kept.filter(p => p.id !== replaces), asked]
    const quotas = []
    for (const quota of moved) {
      const standingsBy = async (parameters: readonly ParameterValue[]) => readStandings(ground, { quota, today, parameters })
      const [before, after] = [await standingsBy(now), await standingsBy(then)]
      const years = []
      for (const year of [yearOf(today) - 1, yearOf(today)]) years.push({ year, before: inAll(await before.in(year)), after: inAll(await after.in(year)) })
      quotas.push({ quota: quota.name, label: quota.label, circle: quota.subjects.label, unit: unitOf(quota), years })
    }
    return { bears: moved.length > 0 ? 'targets' : reminds || key.startsWith('due.') ? 'reminders' : 'other', quotas }
  },
}

const unitOf = ({ subjects }: Quota): '人' | '个' => (subjects.of === 'people' ? '人' : '个')

function inAll(counted: Parameters<typeof add>[1][]): ParameterStanding {
  const counts = none()
  for (const one of counted) add(counts, one)
  const { required, met, short, near, open, due, kept } = counts
  return { required, met, short: short + near, open, due, kept }
}
