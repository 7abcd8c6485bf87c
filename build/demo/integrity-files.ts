import { integrityAccess, integrityReview } from '../../shared/domain/integrity.ts'
import { addDays, yearOf } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import type { Person } from './people.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import { followed, noted, type RegisterEntry } from './registers.ts'

/** 廉政档案: gone through every December, this year's begun in autumn; a few asked for, one of them still out. */
export const integrityFiles = (ground: Ground, cadres: readonly Person[]): RegisterEntry[] => [...reviews(ground, cadres), ...accesses(ground, cadres)]

const changes = ['无变化', '补个人有关事项报告情况和年度考核', '补述责述廉测评、任免情况', '补审计反馈和整改情况'] as const

function reviews({ years, within, stream, world: { today } }: Ground, cadres: readonly Person[]): RegisterEntry[] {
  return years.flatMap(year => {
    const random = stream(`integrity-reviews/${year}`)
    const now = year === yearOf(today)
    return cadres.flatMap((person): RegisterEntry[] => {
      const reviewedOn = now ? dayBetween(random, iso(year, 10, 20), iso(year, 12, 25)) : dayBetween(random, iso(year, 12, 3), iso(year, 12, 22))
      if (!within(reviewedOn) || !wasThere(person, reviewedOn)) return []
      const said = random.pick(changes)
      return [entry(integrityReview)(reviewedOn, ids => ({ personId: ids.person(person), year, reviewedOn, reviewedBy: '干部监督科', changes: said }))]
    })
  })
}

const asked = [
  ['read', '纪委监督检查室', '选拔任用征求党风廉政意见'],
  ['borrow', '巡察工作领导小组办公室', '巡察前了解领导班子情况'],
  ['copy', '上级党委组织部', '上级组织部考察拟提拔人选'],
] as const

function accesses({ years, within, stream, world: { today } }: Ground, cadres: readonly Person[]): RegisterEntry[] {
  const done = years.flatMap(year => {
    const random = stream(`integrity-accesses/${year}`)
    return asked.flatMap(([way, unit, purpose]): RegisterEntry[] => {
      const [person] = random.some(cadres, 1)
      const askedOn = dayBetween(random, iso(year, 2, 15), iso(year, 10, 25))
      if (!person || !within(addDays(askedOn, 16)) || !wasThere(person, askedOn)) return []
      const given = (ids: { person(p: Person): string }) => ({
        ...request(ids.person(person), askedOn, unit, purpose),
        way,
        ...(way === 'borrow' && { returnBy: addDays(askedOn, 12) }),
      })
      if (way !== 'borrow') return [noted(integrityAccess, addDays(askedOn, 2), given)]
      const returnedOn = addDays(askedOn, random.int(6, 14))
      return followed(integrityAccess, addDays(askedOn, 2), given, { on: returnedOn, patch: { returnedOn } })
    })
  })
  const [last] = stream('integrity-out').some(cadres, 1)
  const askedOn = addDays(today, -8)
  if (!last || !within(askedOn) || !wasThere(last, askedOn)) return done
  const open = entry(integrityAccess)(addDays(askedOn, 2), ids => ({
    ...request(ids.person(last), askedOn, '纪委监督检查室', '核实信访反映的问题'),
    way: 'borrow',
    returnBy: addDays(today, 4),
  }))
  return [...done, open]
}

const request = (personId: string, askedOn: string, unit: string, purpose: string) => ({
  personId,
  askedOn,
  askedBy: unit.startsWith('上级') ? '顾明远' : '韩立新',
  unit,
  purpose,
  approvedBy: '组织部部长',
  approvedOn: addDays(askedOn, 1),
  usedOn: addDays(askedOn, 1),
})
