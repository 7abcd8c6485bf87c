import type { CaseRelative } from '../../shared/domain/case-relative.ts'
import type { ProcedureCase } from '../../shared/domain/procedure-case.ts'
import { addDays, ageOn, yearOf } from '../../shared/rules/days.ts'
import { inventName } from './names.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

const month = (year: number, of: number): string => `${year}.${String(of).padStart(2, '0')}`
const schools = ['临江第一中学', '临江第二中学', '青岚县第一中学', '白河镇中学'] as const
const trades = ['临江市自来水公司职工', '青岚县供电公司职工', '个体工商户', '务农', '临江市第三小学教师', '白河镇卫生院医生', '退休'] as const

/** What the forms ask of whom a case is about: schooling up to the day, the League, rewards. */
export function backgroundOf({ draft }: Person, openedOn: string, random: Random): Pick<ProcedureCase, 'workingSince' | 'leagueOn' | 'resume' | 'rewards'> {
  const born = yearOf(draft.bornOn ?? '1990-01-01')
  const works = ageOn(draft.bornOn ?? openedOn, openedOn) > 23
  const lines = [
    `${month(born + 15, 9)}—${month(born + 18, 7)} ${random.pick(schools)}学习 ${inventName(random, 'female')}`,
    works
      ? `${month(born + 18, 9)}—${month(born + 22, 7)} 大学学习 ${inventName(random, 'male')}`
      : `${month(born + 18, 9)}— 临江工业职业学院学习 ${inventName(random, 'male')}`,
    ...(works ? [`${month(born + 22, 8)}— ${draft.workPost ?? '参加工作'} ${inventName(random, 'female')}`] : []),
  ]
  return {
    workingSince: works ? `${born + 22}-08-01` : null,
    leagueOn: `${born + 14}-05-01`,
    resume: lines.join('\n'),
    rewards: random.chance(0.4) ? `${yearOf(openedOn) - 1}年被评为优秀共青团员。` : '无',
  }
}

type Draft = Pick<CaseRelative, 'relation' | 'name' | 'circle'> & Partial<CaseRelative>

/** Parents, and for some an uncle; the letters go out from the day of the review, most are answered. */
export function relativesOf({ draft }: Person, reviewedOn: string | null, random: Random): readonly Draft[] {
  const born = yearOf(draft.bornOn ?? '1990-01-01')
  const one = (relation: string, sex: 'male' | 'female', circle: Draft['circle'], older: number): Draft => {
    const member = random.chance(0.3)
    const asked = reviewedOn !== null && member
    const sentOn = asked ? addDays(reviewedOn, -24) : null
    return {
      circle,
      relation,
      name: relation === '父亲' ? draft.name.slice(0, 1) + inventName(random, sex).slice(1) : inventName(random, sex),
      bornOn: `${born - older}-${String(random.int(1, 12)).padStart(2, '0')}-01`,
      politics: member ? '中共党员' : '群众',
      workPost: random.pick(trades),
      askedOf: member ? `${random.pick(['白河镇', '清风街道', '南屏乡'])}党委` : null,
      letter: asked ? `临院函〔${yearOf(reviewedOn)}〕${random.int(2, 60)}号` : null,
      sentOn,
      answeredOn: sentOn !== null && random.chance(0.8) ? addDays(sentOn, random.int(8, 20)) : null,
      finding: reviewedOn === null ? null : '政治历史清楚，遵纪守法，没有发现问题。',
    }
  }
  return [
    one('父亲', 'male', 'family', random.int(23, 32)),
    one('母亲', 'female', 'family', random.int(22, 30)),
    ...(random.chance(0.4) ? [one('舅舅', 'male', 'social', random.int(20, 34))] : []),
  ]
}
