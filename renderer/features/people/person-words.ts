import { mobilityStates, type Person, person, personCategories } from '../../../shared/domain/person.ts'
import { addYears, ageOn, daysBetween } from '../../../shared/rules/days.ts'
import type { Values } from '../../records/draft.ts'

/** A person as a list or a page has it: ID number and phone masked. */
export function readPerson(record: Values): Person {
  return person.stored.parse(record)
}

const sexes: Readonly<Record<string, string>> = person.fields.sex.choices ?? {}

export const categoryWord = (p: Pick<Person, 'category'>): string => personCategories[p.category]
export const sexWord = (p: Pick<Person, 'sex'>): string => (p.sex ? (sexes[p.sex] ?? '') : '')

export const ageText = (bornOn: string | null, today: string): string => (bornOn && bornOn <= today ? String(ageOn(bornOn, today)) : '')

/** Full years since becoming a full member; 党龄 runs from that day (党章 第七条). */
export const partyYears = (fullMemberOn: string | null, today: string): string =>
  fullMemberOn && fullMemberOn <= today ? String(ageOn(fullMemberOn, today)) : ''

/** 正式党员 · 50 岁 · 党龄 26 年 */
export function personLine(p: Person, today: string): string {
  const age = ageText(p.bornOn, today)
  const years = partyYears(p.fullMemberOn, today)
  return [categoryWord(p), age && `${age} 岁`, years && `党龄 ${years} 年`].filter(Boolean).join(' · ')
}

export interface Hint {
  readonly tone: 'short' | 'soon' | 'info'
  readonly title: string
  /** The clause it rests on. */
  readonly clause: string
}

/** How long before the end of 预备期 it is worth a word. */
const noticeDays = 60

/** What the record itself gives cause to look at. It hints; people conclude. */
export function recordHints(p: Person, today: string): readonly Hint[] {
  const hints: Hint[] = []
  if (p.category === 'probationary' && p.joinedOn) {
    const ends = addYears(p.joinedOn, 1)
    const left = daysBetween(today, ends)
    if (left < 0) hints.push({ tone: 'short', title: `预备期 ${ends} 已满，还没有转正日期`, clause: '《中国共产党章程》第七条' })
    else if (left <= noticeDays) hints.push({ tone: 'soon', title: `预备期 ${ends} 满，还有 ${left} 天`, clause: '《中国共产党章程》第七条' })
  }
  if ((p.category === 'full' || p.category === 'probationary') && !p.organizationId)
    hints.push({ tone: 'short', title: '没有编入党支部', clause: '《中国共产党章程》第八条' })
  if (p.mobility === 'floating' || p.mobility === 'lost')
    hints.push({
      tone: 'soon',
      title: [mobilityStates[p.mobility], p.mobilityOn && `自 ${p.mobilityOn}`, p.mobilityPlace].filter(Boolean).join('，'),
      clause: '名册登记的流动状态',
    })
  return hints
}
