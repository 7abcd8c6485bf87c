import type { FamilyMember, ResumePeriod, Reward, YearGrade } from '../../shared/domain/cadre.ts'
import type { CadreLevel } from '../../shared/domain/cadre-words.ts'
import { yearOf } from '../../shared/rules/days.ts'
import { inventName } from './names.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** What is invented of a cadre's life: it agrees with the roster's birth, schooling and post. */
export interface Life {
  readonly startedWork: string
  readonly school: string
  readonly major: string
  readonly education: string
  readonly degree: string | null
  readonly inService: { readonly education: string; readonly degree: string; readonly school: string } | null
  readonly title: string | null
  readonly postSince: string
  readonly levelSince: string
  readonly resume: readonly ResumePeriod[]
  readonly family: readonly FamilyMember[]
  readonly grades: readonly YearGrade[]
  readonly rewards: readonly Reward[]
}

const schools = ['福建师范大学', '华侨大学', '福州大学', '集美大学', '福建农林大学', '厦门大学', '江西师范大学', '安徽大学'] as const
const majors = ['机械设计制造及其自动化', '计算机科学与技术', '汉语言文学', '行政管理', '会计学', '思想政治教育', '土木工程', '法学', '农学'] as const

const month = (year: number, of: number): string => `${year}-${String(of).padStart(2, '0')}`

interface Around {
  readonly today: string
  readonly unit: string
  readonly post: string
  readonly level: CadreLevel
  readonly random: Random
  readonly college: boolean
}

/** Study, work from below and the post held now, without a gap; one in eight forgot a stretch, as real sheets do. */
export function inventLife({ draft }: Person, { today, unit, post, college, random }: Around): Life {
  const born = yearOf(draft.bornOn ?? '1980-01-01')
  const school = random.pick(schools)
  const major = random.pick(majors)
  const master = draft.education === '硕士研究生' || draft.education === '博士研究生'
  const enters = born + 18
  const leaves = enters + (master ? 7 : 4)
  const now = yearOf(today)
  const rises = Math.min(now - 3, leaves + random.int(5, 9))
  const current = Math.max(rises + 1, Math.min(now - 1, now - random.int(1, 11)))
  const [postMonth, riseMonth] = [random.int(1, 12), random.int(1, 12)]
  const first = college ? `${unit}教师` : `${unit}科员`
  const second = college ? `${unit}副主任` : `${unit}股长`
  const forgot = random.chance(0.12)
  const studied = random.chance(0.4) && !master
  const rows = [
    { since: month(enters, 9), until: month(leaves, 7), content: `${school}${major}专业学习` },
    { since: month(leaves, forgot ? 11 : 7), until: month(rises, riseMonth), content: first },
    {
      since: month(rises, riseMonth),
      until: month(current, postMonth),
      content: studied
        ? `${second}\n（其间：${month(rises, riseMonth).replace('-', '.')}--${rises + 3}.06福建师范大学公共管理专业在职学习，获硕士学位）`
        : second,
    },
    { since: month(current, postMonth), until: null, content: post },
  ]
  return {
    startedWork: month(leaves, forgot ? 11 : 7),
    school: `${school}${major}专业`,
    major,
    education: master ? '研究生' : '大学',
    degree: draft.degree === '博士' ? '博士' : master ? '硕士' : '学士',
    inService: studied ? { education: '研究生', degree: '硕士', school: '福建师范大学公共管理专业' } : null,
    title: college ? random.pick(['讲师', '副教授', '教授', '高级工程师']) : null,
    postSince: `${month(current, postMonth)}-01`,
    levelSince: `${month(Math.min(current, rises), rises === current ? Math.min(postMonth, riseMonth) : riseMonth)}-01`,
    resume: rows.map((row, i) => ({ number: i + 1, ...row })),
    family: inventFamily(draft.name, draft.sex === 'female', born, now, random),
    grades: [3, 2, 1].map(ago => ({
      year: now - ago,
      grade: random.weighted([
        ['competent', 80],
        ['excellent', 20],
      ]),
      remark: null,
    })),
    rewards: random.chance(0.3)
      ? [{ number: 1, kind: 'honour', given: month(now - 2, 7), content: `${now - 2}年7月被${college ? '学院党委' : '县委'}评为优秀党务工作者` }]
      : [],
  }
}

function inventFamily(name: string, woman: boolean, born: number, now: number, random: Random): FamilyMember[] {
  const surname = name.slice(0, 1)
  const spouse = inventName(random, woman ? 'male' : 'female')
  const rows = [
    {
      relation: woman ? '丈夫' : '妻子',
      name: spouse,
      born: month(born + random.int(-3, 3), random.int(1, 12)),
      politics: random.pick(['群众', '中共党员']),
      work: '永溪县实验小学教师',
    },
    ...(now - born > 30
      ? [
          {
            relation: woman ? '儿子' : '女儿',
            name: `${woman ? spouse.slice(0, 1) : surname}${random.pick(['一诺', '子涵', '思远', '雨桐'])}`,
            born: month(born + 28, random.int(1, 12)),
            politics: '群众',
            work: now - born > 50 ? '厦门某公司职员' : '学生',
          },
        ]
      : []),
    {
      relation: '父亲',
      name: `${surname}${random.pick(['国强', '建华', '文明', '德福'])}`,
      born: month(born - random.int(23, 30), random.int(1, 12)),
      politics: '中共党员',
      work: '退休',
    },
    { relation: '母亲', name: inventName(random, 'female'), born: month(born - random.int(21, 28), random.int(1, 12)), politics: '群众', work: '务农' },
  ]
  return rows.map((row, i) => ({ number: i + 1, ...row }))
}
