import { z } from 'zod'
import { blankDay } from './parts.ts'
import { longDay } from './text.ts'
import type { Paragraph } from './written.ts'

/** 公示: when it is up, by working days, and where. */
export const posted = z.object({
  /** Empty where the posting has not begun: the days are written in by hand. */
  startsOn: z.string(),
  lastOn: z.string(),
  workingDays: z.int().nullable(),
  /** 暂算 because of these years. */
  provisional: z.array(z.int()),
  place: z.string(),
  phone: z.string(),
})
export type Posted = z.infer<typeof posted>

/** 2026年9月24日至10月9日（5个工作日）; a line to be filled in where it has not begun. */
export function period({ startsOn, lastOn, workingDays }: Pick<Posted, 'startsOn' | 'lastOn' | 'workingDays'>): string {
  if (startsOn === '') return `${blankDay}至　　月　　日（不少于5个工作日）`
  const end = longDay(lastOn)
  const same = startsOn.slice(0, 4) === lastOn.slice(0, 4)
  return `${longDay(startsOn)}至${same ? end.slice(end.indexOf('年') + 1) : end}${workingDays === null ? '' : `（${workingDays}个工作日）`}`
}

/** Said at the head of a sheet that must not be posted yet. */
export const guess = ({ provisional }: Pick<Posted, 'provisional'>): readonly Paragraph[] =>
  provisional.length === 0
    ? []
    : [
        {
          kind: 'paragraph',
          text: `暂算：${provisional.join('、')} 年的放假安排没有登记全，截止日期按周一至周五上班推算。登记放假通知以后重新打印，再张贴。`,
          size: 'note',
        },
      ]

/** How people may speak up, and who hears them. */
export const heard = (who: string, ways: string, signer: string): string =>
  `公示期间，${who}如对公示对象有情况和问题反映，可通过${ways}等方式，向${signer}反映。反映情况和问题要坚持实事求是的原则。以单位名义反映的应加盖公章，以个人名义反映的应署真实姓名和联系方式。对反映的情况和问题，将按有关规定调查核实，并为反映人保密。`
