import { archiveCheck, archiveItem } from '../../shared/domain/archive-check.ts'
import { cadre, familyMember, resumePeriod, reward, yearGrade } from '../../shared/domain/cadre.ts'
import { type ArchiveItemName, archiveItemNames, type CadreLevel } from '../../shared/domain/cadre-words.ts'
import { posting, stepDown, talentPool } from '../../shared/domain/cadre-growth.ts'
import { post, postHolding } from '../../shared/domain/post.ts'
import { addDays, addYears, ageOn, yearOf } from '../../shared/rules/days.ts'
import { inventLife, type Life } from './cadre-lives.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'
import { silhouette } from './silhouette.ts'

interface Plan {
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

/** 干部: leaders of the office with a post each, their sheets, who holds what since when, pools, postings, 能下 and personal files checked. */
export function cadreRegisters(ground: Ground): RegisterEntry[] {
  const { stream, world, within } = ground
  const random = stream('cadre-records')
  const entered = addDays(world.start, 6)
  const all = world.plan.preset === 'college' ? collegePosts(ground, random) : countyPosts(ground)
  // Nothing is entered before the person is.
  const plans = all.filter(({ person }) => wasThere(person, entered))
  const entries = plans.flatMap((plan, i) => cadreEntries(ground, plan, i, entered, stream(`cadre-records/${i}`)))
  return [...entries, ...growth(ground, plans, random), ...vacancies(plans, entered, ground)].filter(({ on }) => within(addDays(on, 2)) || on === entered)
}

/** 系 by 系 the head and a deputy, the offices, and who stands at the head of the college. */
function collegePosts({ branches, world: { today } }: Ground, random: Random): Plan[] {
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
function countyPosts({ branches, world: { today } }: Ground): Plan[] {
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

function cadreEntries({ world: { today, plan: office } }: Ground, plan: Plan, i: number, on: string, random: Random): RegisterEntry[] {
  const college = office.preset === 'college'
  const life = inventLife(plan.person, { ...plan, post: plan.title, today, random, college })
  const current = yearOf(today) - yearOf(life.postSince)
  return [
    {
      on,
      write: async (store, ids, { db }) => {
        const personId = ids.person(plan.person)
        const kept = store.create(
          cadre,
          whole(cadre, {
            ...facts(plan, life, i),
            personId,
            photo: store.attach({ name: `${plan.person.draft.name}.jpg`, bytes: silhouette(plan.person.draft.sex === 'female') }),
            identity: college ? 'institution' : 'civil',
            managedBy: plan.kind === 'team' ? (college ? '省管' : '市管') : college ? '校管' : '县管',
          }),
        )
        let lined = store.writeLines(resumePeriod, cadre, kept, life.resume)
        lined = store.writeLines(familyMember, cadre, lined, life.family)
        lined = store.writeLines(yearGrade, cadre, lined, life.grades)
        if (life.rewards.length > 0) store.writeLines(reward, cadre, lined, life.rewards)
        const known = await db.selectFrom('post').select('id').where('title', '=', plan.title).limit(1).executeTakeFirst()
        const { unit, title, level, kind, headcount } = plan
        const postId =
          known?.id ??
          store.create(
            post,
            whole(post, {
              unit,
              title,
              level,
              kind,
              headcount,
              number: i + 1,
              organizationId: ids.body(plan.at),
              probation: true,
              termYears: kind === 'team' ? 5 : null,
            }),
          ).id
        const probation = current <= 1 && addYears(life.postSince, 1) > addDays(today, -30)
        store.create(
          postHolding,
          whole(postHolding, {
            personId,
            title,
            postId,
            unit,
            method: 'appointed',
            startsOn: life.postSince,
            document: `${college ? '临院委' : '永委组'}〔${yearOf(life.postSince)}〕${random.int(3, 80)} 号`,
            probationUntil: probation ? addYears(life.postSince, 1) : null,
            confirmedOn: !probation && yearOf(life.postSince) > yearOf(today) - 4 ? addYears(life.postSince, 1) : null,
          }),
        )
      },
    },
  ]
}

const facts = ({ person: { draft }, unit, title, level }: Plan, life: Life, i: number) => ({
  unit,
  currentPost: title,
  level,
  postSince: life.postSince,
  levelSince: life.levelSince,
  number: i + 1,
  birthPlace: draft.nativePlace,
  startedWork: life.startedWork,
  health: '健康',
  professionalTitle: life.title,
  expertise: life.major,
  major: life.major,
  fullTimeEducation: life.education,
  fullTimeDegree: life.degree,
  fullTimeSchool: life.school,
  inServiceEducation: life.inService?.education ?? null,
  inServiceDegree: life.inService?.degree ?? null,
  inServiceSchool: life.inService?.school ?? null,
})

/** Pools, postings, 能下 and personal files checked. */
function growth({ years, branches, stream, world }: Ground, plans: readonly Plan[], random: Random): RegisterEntry[] {
  const { today, plan: office } = world
  const college = office.preset === 'college'
  const young = branches
    .filter(({ body: { sort } }) => sort === 'staff' || sort === 'agency')
    .flatMap(({ people }) => people)
    .filter(p => p.draft.bornOn !== null && ageOn(p.draft.bornOn, today) < 42 && p.diligence > 0.8 && !p.draft.leader && !plans.some(plan => plan.person === p))
  const picked = years.flatMap(year => {
    const on = iso(year, 4, random.int(6, 24))
    return random
      .some(
        young.filter(p => wasThere(p, addDays(on, -900))),
        college ? 6 : 20,
      )
      .map((p, i) => ({ p, on, year, i }))
  })
  const from = stream('cadre-growth')
  return [
    ...picked.map(({ p, on, year, i }) =>
      entry(talentPool)(addDays(on, 2), ids => ({
        personId: ids.person(p),
        kind: i % 3 === 0 ? 'young' : college ? 'reserve' : 'unit',
        direction: college ? '中层副职' : '乡科级副职',
        enteredOn: on,
        reason: '民主评议优秀，工作实绩突出。',
        recommendedBy: college ? '学院党委' : '县委组织部',
        ...(year < yearOf(today) - 1 && i % 4 === 3 ? { leftOn: addDays(on, 2), leftReason: '超过年龄' } : {}),
      })),
    ),
    ...picked
      .filter(({ i }) => i % 2 === 0)
      .map(({ p, on, i }) =>
        entry(posting)(addDays(on, 40), ids => ({
          personId: ids.person(p),
          kind: (['down', 'up', 'away', 'rotation'] as const)[(i / 2) % 4] ?? 'down',
          place: from.pick(['桃源镇党委', '省教育厅', '宁夏固原市', '县信访局']),
          post: from.pick(['党委副书记（挂职）', '主任科员（挂职）', '工作队员']),
          startsOn: addDays(on, 36),
          dueOn: addYears(addDays(on, 36), 1),
          ...(addDays(addYears(on, 1), 50) < today && i !== 0 ? { endsOn: addDays(on, 38), grade: 'good' as const, appraisal: '能吃苦，群众认可。' } : {}),
        })),
      ),
    ...years.flatMap((year, i) => {
      const plan = plans[(i * 7 + 5) % plans.length]
      return plan
        ? [
            entry(stepDown)(iso(year, 9, 12), ids => ({
              personId: ids.person(plan.person),
              formerPost: `${plan.unit}科长`,
              kind: 'moved',
              cause: 'performance',
              reason: '年度考核排名末位，分管工作连续两年没有完成，民主测评不称职票超过三分之一。',
              decidedOn: iso(year, 9, 10),
              decidedBy: college ? '学院党委' : '县委',
              newPost: `${plan.unit}科员`,
              until: iso(year + 1, 9, 10),
            })),
          ]
        : []
    }),
    ...plans.slice(0, college ? 12 : 40).map((plan, i) => archiveEntry(plan, addDays(today, -20 - i), i)),
  ]
}

function archiveEntry({ person }: Plan, on: string, i: number): RegisterEntry {
  return {
    on: addDays(on, 1),
    write: (store, ids) => {
      const differs = i % 5 === 4
      const { bornOn, joinedOn, education } = person.draft
      const said: Readonly<Record<ArchiveItemName, string | null>> = {
        birth: bornOn?.slice(0, 7).replace('-', '.') ?? null,
        work: '参加工作审批表齐全',
        party: joinedOn?.slice(0, 7).replace('-', '.') ?? null,
        education,
        resume: '各段任免材料齐全',
        identity: '录用、调动材料齐全',
      }
      const kept = store.create(
        archiveCheck,
        whole(archiveCheck, {
          personId: ids.person(person),
          occasion: 'daily',
          checkedOn: on,
          checkedBy: '组织科',
          secondBy: '干部科',
          missing: differs ? '缺入党志愿书' : null,
          conclusion: differs ? '入党时间待补材料后认定。' : '三龄两历一身份清楚，无异议。',
        }),
      )
      store.writeLines(
        archiveItem,
        archiveCheck,
        kept,
        archiveItemNames.map(item => ({
          item,
          archive: differs && item === 'party' ? '入党志愿书缺，转正材料记为次年' : said[item],
          sheet: said[item],
          agrees: !(differs && item === 'party'),
          basis: differs && item === 'party' ? '入党志愿书待补' : null,
        })),
      )
    },
  }
}

/** Two posts that nobody holds. */
function vacancies(plans: readonly Plan[], on: string, { world: { plan } }: Ground): RegisterEntry[] {
  const [first] = plans
  if (!first) return []
  const titles = plan.preset === 'college' ? ['图书馆馆长', '继续教育中心主任'] : ['永溪县档案馆馆长', '永溪县融媒体中心主任']
  return titles.map((title, i) =>
    entry(post)(on, ids => ({
      unit: title.replace(/馆长$|主任$/u, ''),
      title,
      level: plan.preset === 'college' ? 'middleChief' : 'sectionChief',
      kind: 'middle',
      headcount: 1,
      number: 900 + i,
      organizationId: ids.body(first.at),
    })),
  )
}
