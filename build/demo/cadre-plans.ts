import type { CadreLevel } from '../../shared/domain/cadre-words.ts'
import { ageOn } from '../../shared/rules/days.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Ground } from './register-entry.ts'

/** Somebody who leads, and the post that is his. */
export interface Plan {
  readonly person: Person
  readonly unit: string
  /** The body whose post it is. */
  readonly at: number
  readonly title: string
  readonly level: CadreLevel
  readonly kind: 'team' | 'middle'
  readonly headcount: number
}

const collegeTitles: Readonly<Record<string, readonly [string, ...string[]]>> = {
  机关: ['党委办公室主任', '组织人事处处长', '宣传统战处处长', '教务处处长', '学生工作处处长', '财务处处长', '教务处副处长', '后勤管理处副处长'],
}

/** 系 by 系 the head and a deputy, the offices, and who stands at the head of the college. */
export function collegePosts({ branches, world: { today } }: Ground, random: Random): Plan[] {
  const plans: Plan[] = []
  const offices = collegeTitles['机关'] ?? ['教务处处长']
  for (const { at, body, people } of branches.filter(({ body: { sort } }) => sort === 'staff')) {
    const able = people.filter(
      p => p.draft.bornOn !== null && p.draft.category === 'full' && ageOn(p.draft.bornOn, today) > 33 && ageOn(p.draft.bornOn, today) < 60,
    )
    const heads = able.filter(({ draft }) => draft.leader)
    const others = random.some(
      able.filter(p => !heads.includes(p) && p.draft.exemptReason === null),
      5,
    )
    const unit = body.name.replace(/教工党支部$|党支部$|第[一二]党支部$/u, '')
    const inOffice = unit.startsWith('机关')
    for (const [i, p] of [...heads, ...others].slice(0, inOffice ? 8 : 4).entries()) {
      const top = p.draft.leaderLevel === 'division'
      const title = top
        ? p.draft.workPost === '党委书记'
          ? '临江工业职业学院党委书记'
          : '临江工业职业学院院长'
        : inOffice
          ? (offices[(i + (body.name.includes('第二') ? 4 : 0)) % offices.length] ?? '')
          : i === 0
            ? `${unit}${unit.endsWith('系') ? '主任' : '部主任'}`
            : i === 1
              ? `${unit}党总支书记`
              : `${unit}副主任`
      plans.push({
        person: p,
        at,
        unit: top ? '学院领导班子' : inOffice ? title.replace(/副?处长$|主任$/u, '') : unit,
        title,
        level: top ? 'bureauChief' : title.includes('副') ? 'middleDeputy' : 'middleChief',
        kind: top ? 'team' : 'middle',
        headcount: title.endsWith('副主任') ? 3 : 1,
      })
    }
  }
  // Who stands at the head comes first.
  plans.sort((a, b) => Number(b.kind === 'team') - Number(a.kind === 'team'))
  return plans.filter((plan, i) => plan.headcount > 1 || plans.findIndex(({ title }) => title === plan.title) === i)
}

/** Who leads in the county's own offices: a dozen dozen of them. */
export function countyPosts({ branches, world: { today } }: Ground): Plan[] {
  const plans: Plan[] = []
  for (const { at, body, people } of branches.filter(({ body: { sort } }) => sort === 'agency')) {
    const unit = body.name.replace(/(?:机关)?第.+党支部$|机关党支部$|卫生院党支部$/u, '')
    for (const p of people.filter(({ draft }) => draft.leader && draft.bornOn !== null && ageOn(draft.bornOn, today) > 30 && ageOn(draft.bornOn, today) < 60)) {
      const higher = p.draft.leaderLevel === 'division'
      const first = !plans.some(plan => plan.unit === unit)
      const chief = unit.endsWith('镇') ? '镇长' : unit.endsWith('局') ? '局长' : unit.endsWith('工委') ? '书记' : '主任'
      const title = higher ? `永溪${p.draft.workPost ?? '县领导'}` : `${unit}${first ? '' : '副'}${chief.replace('镇长', first ? '长' : '镇长')}`
      plans.push({
        person: p,
        at,
        unit: higher ? '县领导班子' : unit,
        title,
        level: higher ? 'divisionDeputy' : first ? 'sectionChief' : 'sectionDeputy',
        kind: 'team',
        headcount: higher ? 2 : first ? 1 : 4,
      })
    }
  }
  // The county's own leaders come first.
  return plans.toSorted((a, b) => Number(b.level === 'divisionDeputy') - Number(a.level === 'divisionDeputy')).slice(0, 240)
}
