import { sanction } from '../../shared/domain/sanction.ts'
import type { Draft } from '../../shared/records/record.ts'
import { addDays, addMonths } from '../../shared/rules/days.ts'
import { entry, type Ground, wasThere } from './register-entry.ts'
import type { RegisterEntry } from './registers.ts'

type Given = Partial<Draft<typeof sanction.fields>>

interface Story {
  /** How long before today it was decided. */
  readonly monthsAgo: number
  readonly given: Given
  /** What came of it later, by months after the decision. */
  readonly later?: { readonly months: number; readonly patch: (on: string) => Given }
}

/** What an office has of these in a few years: most are light and over, one waits for the rights to be restored. */
const stories: readonly Story[] = [
  { monthsAgo: 21, given: { kind: 'partyWarning', facts: '违规收受礼金，金额较小，主动交代并上交。' } },
  { monthsAgo: 8, given: { kind: 'partySevereWarning', facts: '违反工作纪律，审核把关不严，造成不良影响。' } },
  { monthsAgo: 8, given: { kind: 'demerit', facts: '违反工作纪律，审核把关不严，造成不良影响。' } },
  { monthsAgo: 17, given: { kind: 'partyProbation', probationYears: 1, facts: '酒后驾驶机动车，受到行政拘留。' } },
  { monthsAgo: 4, given: { kind: 'stateWarning', facts: '公车私用。' } },
  { monthsAgo: 6, given: { kind: 'admonished', facts: '分管工作连续两个季度没有完成，经提醒仍无改进。' } },
  {
    monthsAgo: 14,
    given: { kind: 'partySevereWarning', facts: '违规发放津补贴。' },
    later: { months: 4, patch: on => ({ revision: 'changed', revisedTo: 'partyWarning', revisedOn: on, revisionDocument: '纪复〔2025〕2 号' }) },
  },
]

/** 处分和组织处理: a handful in any office, of members without an office of their own. */
export function sanctionRegisters({ stream, branches, within, world }: Ground): RegisterEntry[] {
  const random = stream('sanctions')
  const { today, plan } = world
  const people = random.some(
    branches
      .filter(({ body: { sort } }) => sort === 'staff' || sort === 'agency')
      .flatMap(home => home.people)
      .filter(p => p.post === null && p.diligence < 0.8 && wasThere(p, addMonths(today, -22))),
    stories.length - 1,
  )
  return stories.flatMap(({ monthsAgo, given, later }, i): RegisterEntry[] => {
    const on = addDays(addMonths(today, -monthsAgo), -random.int(0, 20))
    // 党纪 and 政务 of one matter fall upon the same person.
    const person = people[given.kind === 'demerit' ? i - 1 : i > 2 ? i - 1 : i]
    const revisedOn = later && addMonths(on, later.months)
    const revised = later && revisedOn !== undefined && within(addDays(revisedOn, 3)) ? later.patch(revisedOn) : {}
    if (!person || !within(addDays(on, 3)) || !wasThere(person, on)) return []
    return [
      entry(sanction)(addDays(revised.revisedOn ?? on, 3), ids => ({
        personId: ids.person(person),
        approvedOn: on,
        approvedBy: plan.preset === 'college' ? '学院纪委' : '县纪委监委',
        formerPost: person.draft.workPost,
        ...given,
        ...revised,
      })),
    ]
  })
}
