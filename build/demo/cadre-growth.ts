import { archiveCheck, archiveItem } from '../../shared/domain/archive-check.ts'
import { posting, stepDown, talentPool } from '../../shared/domain/cadre-growth.ts'
import { type ArchiveItemName, archiveItemNames } from '../../shared/domain/cadre-words.ts'
import { post } from '../../shared/domain/post.ts'
import { addDays, addYears, ageOn, yearOf } from '../../shared/rules/days.ts'
import type { Plan } from './cadre-plans.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import { type RegisterEntry, whole } from './registers.ts'

/** Pools, postings, 能下 and personal files checked. */
export function growth({ years, branches, stream, world }: Ground, plans: readonly Plan[], random: Random): RegisterEntry[] {
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
export function vacancies(plans: readonly Plan[], on: string, { world: { plan } }: Ground): RegisterEntry[] {
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
