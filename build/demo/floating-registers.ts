import { cardCheck } from '../../shared/domain/card-check.ts'
import { floatingContact } from '../../shared/domain/floating-contact.ts'
import { floatingIn } from '../../shared/domain/floating-in.ts'
import { floatingOut } from '../../shared/domain/floating-out.ts'
import { floatingReport } from '../../shared/domain/floating-report.ts'
import { addDays, addYears, yearOf } from '../../shared/rules/days.ts'
import type { Sort } from './body.ts'
import { inventName } from './names.ts'
import { dayBetween, inventDay, inventIdNumber, inventPhone } from './numbers.ts'
import type { Person } from './people.ts'
import { entry, type Ground, iso, secretaryOf, type Standing, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

interface Away {
  readonly person: Person
  readonly home: Standing
  readonly leftOn: string
  readonly returnedOn: string | null
  readonly place: string
  readonly card: string | null
}

/** 流出, 流入, 联系, 汇报, 活动证查验. */
export function floatingRegisters(ground: Ground): RegisterEntry[] {
  const away = allAway(ground)
  return [...away.map((a, i) => outOf(ground, a, i)), ...contacts(ground, away), ...reports(ground, away), ...checks(ground, away), ...arrivals(ground)]
}

const places = ['广东深圳', '浙江义乌', '福建厦门', '上海', '江苏昆山'] as const

/** Those who are away as the roster says it, and some who were away and are back. */
function allAway({ branches, stream, world: { start, today } }: Ground): Away[] {
  let card = 0
  const numbered = (year: number) => `${year}${String(++card).padStart(4, '0')}`
  return branches.flatMap(home => {
    const random = stream(`away/${home.at}`)
    return home.people.flatMap((person): Away[] => {
      const { mobility, mobilityOn, mobilityPlace, joinedOn, exemptReason } = person.draft
      if (mobility === 'floating' && mobilityOn !== null && mobilityOn < addDays(today, -4) && wasThere(person, mobilityOn)) {
        return [
          {
            person,
            home,
            leftOn: mobilityOn,
            returnedOn: null,
            place: mobilityPlace ?? '外地',
            card: random.chance(0.85) ? numbered(yearOf(mobilityOn)) : null,
          },
        ]
      }
      if (mobility !== 'settled' || person.post !== null || exemptReason !== null || joinedOn === null || !wasThere(person, start) || !random.chance(0.01))
        return []
      const leftOn = dayBetween(random, addDays(start, 10), addDays(today, -300))
      const returnedOn = dayBetween(random, addDays(leftOn, 200), addDays(today, -20))
      return [{ person, home, leftOn, returnedOn, place: random.pick(places), card: numbered(yearOf(leftOn)) }]
    })
  })
}

const work: Readonly<Record<Sort, readonly [reason: 'work' | 'study' | 'residence' | 'job' | 'graduate', employer: string | null]>> = {
  staff: ['study', '访学单位'],
  students: ['work', '顶岗实习企业'],
  retired: ['residence', null],
  agency: ['job', '借调单位'],
  school: ['study', '进修学校'],
  village: ['work', '个体经营'],
  community: ['work', '务工企业'],
  enterprise: ['job', '外派项目部'],
}

function outOf({ seed, stream, world: { start, today } }: Ground, { person, home, leftOn, returnedOn, place, card }: Away, nth: number): RegisterEntry {
  const random = stream(`out/${seed}/${nth}`)
  const [reason, employer] = work[home.body.sort]
  const helper = secretaryOf(home, leftOn)
  const reported = random.chance(0.6) && addDays(leftOn, 16) < today
  const phone = inventPhone(random)
  const on = returnedOn ?? leftOn
  return entry(floatingOut)(on < start ? start : addDays(on, 2), ids => ({
    personId: ids.person(person),
    leftOn,
    appliedOn: addDays(leftOn, -7),
    reason,
    formerJob: person.draft.workPost,
    place,
    distance: place.startsWith('福建') ? 'province' : 'nation',
    fixedPlace: reason === 'residence',
    employer,
    phone,
    helperId: helper && helper !== person ? ids.person(helper) : null,
    briefedOn: addDays(leftOn, -3),
    briefing: '按月联系、按时交纳党费、主动到流入地党组织报到',
    cardNumber: card,
    cardIssuedOn: card === null ? null : addDays(leftOn, -2),
    reportedOn: reported ? addDays(leftOn, 14) : null,
    hostBranch: reported ? `${place}流动党员党支部` : null,
    returnedOn,
    outcome: returnedOn === null ? null : '恢复参加组织生活',
  }))
}

const said = [
  '工作稳定，按时参加当地组织生活。',
  '近期加班较多，通过线上学习。',
  '询问党费交纳办法，已告知。',
  '家中老人由亲属照顾，情况良好。',
  '准备年底返乡。',
] as const

/** Every month from leaving until the return; a branch that runs less well lets some months fall out. */
function contacts({ stream, within, world: { today } }: Ground, away: readonly Away[]): RegisterEntry[] {
  const random = stream('contacts')
  return away.flatMap(({ person, home, leftOn, returnedOn }) => {
    const by = secretaryOf(home, leftOn)?.draft.name ?? null
    const entries: RegisterEntry[] = []
    for (let on = addDays(leftOn, random.int(8, 25)); on < (returnedOn ?? today); on = addDays(on, random.int(26, 31))) {
      if (!random.chance(0.35 + 0.62 * home.body.quality) || !within(on)) continue
      const contactedOn = on
      const way = random.weighted([
        ['call', 5],
        ['wechat', 5],
        ['video', 1],
        ['home', 1],
      ])
      const content = random.pick(said)
      const difficulties = random.chance(0.06) ? '子女在流入地入学有困难。' : null
      const notice = random.chance(0.2) ? '通报支部近期工作，通知参加民主评议。' : null
      entries.push(
        entry(floatingContact)(addDays(on, 1), ids => ({
          personId: ids.person(person),
          contactedOn,
          way,
          by,
          content,
          notice,
          difficulties,
          handling: difficulties === null ? null : '已联系流入地党组织协助。',
        })),
      )
    }
    return entries
  })
}

/** Once a year, in the last months. */
function reports({ years, stream, within }: Ground, away: readonly Away[]): RegisterEntry[] {
  const random = stream('reports')
  return away.flatMap(({ person, leftOn, returnedOn, place }) =>
    years.flatMap((year): RegisterEntry[] => {
      const on = iso(year, random.int(9, 12), random.int(1, 28))
      if (on <= leftOn || (returnedOn !== null && on > returnedOn) || !within(on) || !random.chance(0.82)) return []
      const moved = random.chance(0.08)
      const way = random.pick(['wechat', 'letter', 'call'] as const)
      return [
        entry(floatingReport)(addDays(on, 2), ids => ({
          personId: ids.person(person),
          reportedOn: on,
          kind: 'yearly',
          way,
          content: '汇报一年来的思想、工作和学习情况。',
          activities: '参加流入地党组织主题党日。',
          feePaidUntil: on.slice(0, 7),
          addressChanged: moved,
          address: moved ? `${place}新住处` : null,
        })),
      ]
    }),
  )
}

/** The card is looked at on the return, and once a year while someone is away and comes home for the festival. */
function checks({ years, stream, within }: Ground, away: readonly Away[]): RegisterEntry[] {
  const random = stream('checks')
  return away.flatMap(({ person, home, leftOn, returnedOn, card }) => {
    if (card === null) return []
    const checker = secretaryOf(home, leftOn)?.draft.name ?? null
    const check = (on: string, kind: 'yearly' | 'home', result: 'right' | 'mended' | 'withdrawn') =>
      within(on)
        ? [
            entry(cardCheck)(addDays(on, 1), ids => ({
              personId: ids.person(person),
              checkedOn: on,
              kind,
              cardNumber: card,
              result,
              lifeNoted: true,
              feeNoted: true,
              conduct: '外出期间表现正常。',
              checker,
            })),
          ]
        : []
    return [
      ...years.flatMap(year => {
        const on = iso(year, 2, random.int(3, 20))
        const mended = random.chance(0.2)
        return on > addDays(leftOn, 30) && (returnedOn === null || on < returnedOn) && random.chance(0.75)
          ? check(on, 'yearly', mended ? 'mended' : 'right')
          : []
      }),
      ...(returnedOn === null ? [] : check(addDays(returnedOn, 5), 'home', 'withdrawn')),
    ]
  })
}

const homes = ['江西上饶', '四川达州', '贵州毕节', '安徽阜阳', '湖南邵阳'] as const

/** Members of other places who work where a branch of ours looks after them. */
function arrivals({ branches, stream, world: { start, today, plan } }: Ground): RegisterEntry[] {
  const taken = new Set<string>()
  const hosts = branches.filter(b => ['enterprise', 'community'].includes(b.body.sort))
  return hosts.flatMap(host => {
    const random = stream(`in/${host.at}`)
    return Array.from({ length: plan.preset === 'college' ? 3 : random.int(0, 2) }, () => {
      const sex = random.chance(0.35) ? 'female' : 'male'
      const bornOn = inventDay(random, yearOf(today) - 48, yearOf(today) - 26)
      const name = inventName(random, sex)
      const idNumber = inventIdNumber(random, bornOn, sex, taken)
      const arrivedOn = dayBetween(random, addDays(start, 5), addDays(today, -60))
      const home = random.pick(homes)
      const phone = inventPhone(random)
      const card = random.chance(0.7)
      const feedback = random.chance(0.5) && addDays(arrivedOn, 40) < today
      const finding = random.pick(['self', 'unit', 'site', 'building'] as const)
      const buddy = secretaryOf(host, arrivedOn)?.draft.name ?? null
      const joinedOn = addDays(addYears(bornOn, 18), random.int(60, 900))
      const number = `${yearOf(arrivedOn)}${random.int(100, 999)}`
      return entry(floatingIn)(addDays(arrivedOn, 20), ids => ({
        name,
        sex,
        idNumber,
        joinedOn,
        formerJob: '务工',
        homePlace: home,
        homeBranch: `${home}某村党支部`,
        cardNumber: card ? number : null,
        arrivedOn,
        reason: 'work',
        employer: host.body.name.replace(/党支部$|联合党支部$/, ''),
        phone,
        finding,
        verifiedOn: addDays(arrivedOn, 10),
        proof: card ? 'card' : 'inquiry',
        organizationId: ids.body(host.at),
        assignedOn: addDays(arrivedOn, 15),
        buddy,
        ...(feedback ? { feedbackOn: addDays(arrivedOn, 18), feedback: '已到本支部报到，参加组织生活正常。' } : {}),
      }))
    })
  })
}
