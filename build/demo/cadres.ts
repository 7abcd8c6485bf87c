import { cadre, familyMember, resumePeriod, reward, yearGrade } from '../../shared/domain/cadre.ts'
import { post, postHolding } from '../../shared/domain/post.ts'
import { addDays, addYears, yearOf } from '../../shared/rules/days.ts'
import { growth, vacancies } from './cadre-growth.ts'
import { inventLife, type Life } from './cadre-lives.ts'
import { collegePosts, countyPosts, type Plan } from './cadre-plans.ts'
import { integrityFiles } from './integrity-files.ts'
import type { Random } from './random.ts'
import { type Ground, wasThere } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'
import { silhouette } from './silhouette.ts'

/** 干部: leaders of the office with a post each, their sheets, who holds what since when, pools, postings, 能下 and personal files checked. */
export function cadreRegisters(ground: Ground): RegisterEntry[] {
  const { stream, world, within } = ground
  const random = stream('cadre-records')
  const entered = addDays(world.start, 6)
  const all = world.plan.preset === 'college' ? collegePosts(ground, random) : countyPosts(ground)
  // Nothing is entered before the person is.
  const plans = all.filter(({ person }) => wasThere(person, entered))
  const entries = plans.flatMap((plan, i) => cadreEntries(ground, plan, i, entered, stream(`cadre-records/${i}`)))
  const files = integrityFiles(
    ground,
    plans.map(({ person }) => person),
  )
  return [...entries, ...files, ...growth(ground, plans, random), ...vacancies(plans, entered, ground)].filter(
    ({ on }) => within(addDays(on, 2)) || on === entered,
  )
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
