import { admonition } from '../../shared/domain/admonition.ts'
import { personalReport, reportCheck } from '../../shared/domain/personal-report.ts'
import { talk } from '../../shared/domain/talk.ts'
import { accounts } from './supervision-accounts.ts'
import { addDays, addMonths, yearOf } from '../../shared/rules/days.ts'
import { dayBetween } from './numbers.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import { entry, type Ground, iso, wasThere } from './register-entry.ts'
import { followed, noted, type RegisterEntry } from './registers.ts'
import { oversight } from './supervision-oversight.ts'

/** 领导干部监督: who was reminded, asked and admonished, reports on personal matters, letters, findings, and the talks and reports of leading cadres. */
export function supervisionRegisters(ground: Ground): RegisterEntry[] {
  const leaders = leadersOf(ground)
  const supervised = [...leaders, ...officersOf(ground)]
  return [
    ...ground.years.flatMap(year => [
      ...admonitions(ground, supervised, year, ground.stream(`admonitions/${year}`)),
      ...reports(ground, leaders, year, ground.stream(`personal-reports/${year}`)),
      ...talksWith(ground, leaders, year, ground.stream(`leader-talks/${year}`)),
      ...accounts(ground, leaders, year, ground.stream(`accounts/${year}`)),
    ]),
    ...oversight(ground, supervised),
  ]
}

/** Leading cadres, at most sixty of them: a county has hundreds. */
function leadersOf({ branches, stream }: Ground): readonly Person[] {
  const all = branches.flatMap(({ people }) => people).filter(p => p.draft.leader)
  return stream('supervised').some(all, 60)
}

/** Those who hold an office in a branch, at most forty. */
function officersOf({ branches, stream }: Ground): readonly Person[] {
  const all = branches.flatMap(({ people }) => people).filter(p => !p.draft.leader && p.post !== null)
  return stream('supervised-officers').some(all, 40)
}

const cases = [
  ['remind', 'duty', 'daily', '分管工作进度连续两季度落后，向上报告不及时。'],
  ['remind', 'style', 'tour', '检查发现工作部署照抄照转，实地督促少。'],
  ['remind', 'duty', 'assessment', '年度考核反映工作主动性不够，分管领域两项任务没有完成。'],
  ['inquiry', 'centralism', 'petition', '反映大额支出没有提交班子会议研究，请说明决定的经过和会议记录保存情况。'],
  ['inquiry', 'integrity', 'petition', '反映在一次设备采购中与供应商接触，请说明接触的时间、事由和是否收受礼品。'],
  ['inquiry', 'personnel', 'transferred', '反映一名工作人员聘用没有经过集体研究，请说明聘用的程序和依据。'],
  ['admonish', 'personalReport', 'personalReport', '个人有关事项报告查核中认定漏报，经研究并报主要负责同志同意，予以诫勉。'],
  ['admonish', 'centralism', 'tour', '巡察反馈三项经费支出未经集体研究，经研究并报主要负责同志同意，予以诫勉。'],
] as const
const levelOf = (preset: string, { draft }: Person) =>
  preset === 'college'
    ? draft.leader
      ? ('middleChief' as const)
      : ('middleDeputy' as const)
    : draft.leaderLevel === 'division'
      ? ('divisionDeputy' as const)
      : draft.leader
        ? ('sectionChief' as const)
        : ('sectionDeputy' as const)
const pair = ['组织部部长', '组织部副部长'] as const

/** A handful a year. Most answer and hand in on time; some late, and the last ones are still running. */
function admonitions({ within, world: { today, plan } }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  const some = random.some(leaders, 8)
  return cases.flatMap(([kind, category, channel, problem], i): RegisterEntry[] => {
    // One is asked about the same again: 同类问题 shows.
    const person = i === 2 ? some[0] : some[i]
    const executedOn = i === 5 && year === yearOf(today) ? addDays(today, -40) : dayBetween(random, iso(year, 2, 5), iso(year, 11, 5))
    if (!person || !within(addDays(executedOn, 2)) || !wasThere(person, executedOn)) return []
    const number = `${plan.preset === 'college' ? '临院组' : '永组'}${kind === 'remind' ? '提' : kind === 'inquiry' ? '函询' : '诫'}〔${year}〕${i + 1}号`
    const open = {
      kind,
      category,
      channel,
      problem,
      postThen: person.draft.workPost ?? '党支部书记',
      level: levelOf(plan.preset, person),
      way: kind === 'inquiry' ? ('letter' as const) : ('talk' as const),
      reviewedBy: pair[1],
      approvedBy: pair[0],
      approvedOn: addDays(executedOn, -random.int(3, 12)),
      reportedOn: kind === 'admonish' ? addDays(executedOn, -2) : null,
      number,
      executedOn,
      ...(kind === 'inquiry' ? { deliveredOn: addDays(executedOn, 1) } : conversation(person.draft.name, random, kind === 'admonish')),
    }
    const stalled = i === 5 && year === yearOf(today)
    const later = stalled ? null : followUp(kind, executedOn, random)
    const given = (ids: { person(p: Person): string }) => ({ personId: ids.person(person), ...open })
    if (!later || !within(addDays(later.on, 2))) return [noted(admonition, addDays(executedOn, 2), given)]
    return followed(admonition, addDays(executedOn, 2), given, { on: addDays(later.on, 1), patch: later.patch })
  })
}

const conversation = (name: string, random: Random, serious: boolean) => ({
  time: `9:${String(random.int(0, 3) * 10).padStart(2, '0')}—10:00`,
  place: '组织部谈话室',
  talkers: pair[serious ? 0 : 1],
  talkerPost: pair[serious ? 0 : 1],
  recorder: '干部监督科科长',
  content: [
    `${pair[serious ? 0 : 1]}：今天按组织决定和你谈话。反映的情况已经核实，请你谈谈认识。`,
    `${name}：情况属实。我对规定学得不深，工作中图省事，负有责任，诚恳接受批评。`,
    `${pair[serious ? 0 : 1]}：要把问题想深想透，对照检查，认真整改。${serious ? '5 个工作日内交书面检查，6 个月后报整改情况。' : ''}`,
    `${name}：我接受组织的要求，马上整改。`,
  ].join('\n'),
})

function followUp(kind: (typeof cases)[number][0], executedOn: string, random: Random) {
  if (kind === 'inquiry') {
    const repliedOn = addDays(executedOn, random.int(12, 24))
    const clear = random.chance(0.75)
    return {
      on: repliedOn,
      patch: {
        repliedOn,
        reply: '已逐项书面说明，所在单位党组织主要负责人签署意见。',
        replyState: clear ? ('clear' as const) : ('unclear' as const),
        ...(clear ? { outcome: 'settled' as const, closedOn: repliedOn } : { outcome: 'again' as const }),
      },
    }
  }
  if (kind === 'remind') return { on: addDays(executedOn, 30), patch: { outcome: 'settled' as const, closedOn: addDays(executedOn, 30) } }
  const reportOn = addDays(addMonths(executedOn, 6), random.int(-5, 8))
  return { on: reportOn, patch: { selfCriticismOn: addDays(executedOn, random.int(4, 6)), reportOn, outcome: 'observed' as const, closedOn: reportOn } }
}

/** Every January for the year before; a change now and then; a tenth is checked, and whoever is put forward. */
function reports({ within }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  const annual = leaders.flatMap((person): RegisterEntry[] => {
    const formTakenOn = iso(year, 1, random.int(5, 12))
    const late = random.chance(0.05)
    const submittedOn = late ? iso(year, 2, random.int(3, 12)) : iso(year, 1, random.int(18, 30))
    if (!within(addDays(submittedOn, 2)) || !wasThere(person, formTakenOn)) return []
    return [
      entry(personalReport)(addDays(submittedOn, 1), ids => ({
        personId: ids.person(person),
        kind: 'annual',
        year: year - 1,
        formTakenOn,
        submittedOn,
        coverOn: submittedOn,
        receivedBy: '干部监督科',
        lateReason: late ? '出差在外' : null,
      })),
    ]
  })
  const changes = random.some(leaders, 3).flatMap((person): RegisterEntry[] => {
    const eventOn = dayBetween(random, iso(year, 3, 1), iso(year, 10, 20))
    const submittedOn = addDays(eventOn, random.int(10, 35))
    if (!within(addDays(submittedOn, 2)) || !wasThere(person, eventOn)) return []
    return [
      entry(personalReport)(addDays(submittedOn, 1), ids => ({
        personId: ids.person(person),
        kind: 'change',
        year,
        eventOn,
        submittedOn,
        receivedBy: '干部监督科',
      })),
    ]
  })
  const checks = random.some(leaders, Math.ceil(leaders.length / 10) + 2).flatMap((person, i): RegisterEntry[] => {
    const askedOn = dayBetween(random, iso(year, 4, 1), iso(year, 9, 20))
    const comparedOn = addDays(askedOn, random.int(20, 40))
    const decidedOn = addDays(comparedOn, random.int(7, 20))
    if (!within(addDays(decidedOn, 4)) || !wasThere(person, askedOn)) return []
    const left = i === 0
    return [
      entry(reportCheck)(addDays(decidedOn, 3), ids => ({
        personId: ids.person(person),
        kind: i < 2 ? 'promotion' : 'random',
        askedOn,
        comparedOn,
        decidedOn,
        ...(left
          ? {
              finding: 'omitted',
              omissions: ['parking'],
              statedOn: addDays(comparedOn, 4),
              basis: '领导干部个人有关事项报告查核结果处理办法（2017）',
              handling: ['educate', 'correct'],
              handledOn: addDays(decidedOn, 2),
            }
          : { finding: 'truthful', handling: ['none'] }),
      })),
    ]
  })
  return [...annual, ...changes, ...checks]
}

const talked = [
  ['integrity', '年度廉政谈话', '谈履行一岗双责和廉洁自律情况，提出防范廉政风险的要求。'],
  ['integrity', '节前廉政谈话', '重申节日期间廉洁要求，提醒管好自己和身边的人。'],
  ['reminder', '提醒谈话', '指出分管工作推进偏慢，要求抓紧整改。'],
  ['education', '批评教育', '就一次无故缺席会议进行批评教育，本人作出说明。'],
] as const

/** 廉政谈话 with most leading cadres, a reminder or a word of criticism with a few. */
function talksWith({ within }: Ground, leaders: readonly Person[], year: number, random: Random): RegisterEntry[] {
  const [talker] = leaders
  return leaders.flatMap((person, i): RegisterEntry[] => {
    const on = dayBetween(random, iso(year, 1, 15), iso(year, 11, 10))
    const [occasion, matter, content] = talked[i % 11 === 3 ? 2 : i % 11 === 7 ? 3 : i % 2] ?? talked[0]
    if (!talker || person === talker || !random.chance(0.75) || !within(addDays(on, 2)) || !wasThere(person, on) || !wasThere(talker, on)) return []
    return [
      entry(talk)(addDays(on, 2), ids => ({
        personId: ids.person(person),
        talkerId: ids.person(talker),
        talkedOn: on,
        occasion,
        place: '会议室',
        matter,
        content,
      })),
    ]
  })
}
