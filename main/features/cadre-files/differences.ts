import { cadre, type YearGrade } from '../../../shared/domain/cadre.ts'
import { person, type Person } from '../../../shared/domain/person.ts'
import type { Field } from '../../../shared/records/fields.ts'
import { retirementGroup, retirementMonth } from '../../../shared/rules/retirement.ts'
import { familyText, gradesText, resumeText, rewardsText } from '../../cadres/lines.ts'
import { shownValue } from '../../imports/kind.ts'
import { valuesOf } from '../../records/drafts.ts'
import type { Given } from './given.ts'
import type { Kept } from './kept.ts'
import { fingerprintOf } from './kept.ts'

/** One thing that a file says otherwise than what is kept. */
export interface Difference {
  /** `cadre.health`, `lines.resume`, `photo`. */
  readonly field: string
  readonly of: 'person' | 'cadre' | 'lines' | 'photo' | 'file'
  readonly name: string
  readonly label: string
  readonly before: string
  readonly after: string
  readonly value: unknown
}

/** What the file says otherwise, in the order of the sheet. What the file leaves empty is left as it is. */
export function differencesOf(whose: Person | undefined, kept: Kept, given: Given): readonly Difference[] {
  return [
    ...fieldsThatDiffer('person', person.fields, valuesOf(whose), withoutSameMonth(given.person, whose)),
    ...fieldsThatDiffer('cadre', cadre.fields, valuesOf(kept.record), withoutReckoned(given, kept)),
    ...linesThatDiffer('resume', '简历', kept.resume, given.resume, resumeText),
    ...linesThatDiffer('rewards', '奖惩情况', kept.rewards, given.rewards, rewardsText),
    ...linesThatDiffer('grades', '年度考核', kept.grades, withKept(kept.grades, given.grades), gradesText),
    ...linesThatDiffer('family', '家庭成员', kept.family, given.family, familyText),
    ...photoThatDiffers(kept, given),
    ...restThatDiffers(kept, given),
  ]
}

function fieldsThatDiffer(
  of: 'person' | 'cadre',
  fields: Readonly<Record<string, Field>>,
  kept: Readonly<Record<string, unknown>>,
  given: Readonly<Record<string, unknown>>,
): Difference[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const field = fields[name]
    if (!field || (kept[name] ?? null) === value) return []
    return [{ field: `${of}.${name}`, of, name, label: field.label, before: shownValue(field, kept[name]), after: shownValue(field, value), value }]
  })
}

/** The sheet knows months: a day in that month stays. */
function withoutSameMonth({ joinedOn, ...rest }: Given['person'], whose: Person | undefined): Given['person'] {
  const same = typeof joinedOn === 'string' && whose?.joinedOn?.startsWith(joinedOn.slice(0, 7))
  return joinedOn === undefined || same ? rest : { ...rest, joinedOn }
}

/** 到龄年月 that the rule comes to by itself is not kept: it would stand in the way of a later change of the rule. */
export function withoutReckoned({ cadre: values, bornMonth, sex }: Given, { record, stepsOf }: Pick<Kept, 'record' | 'stepsOf'>): Given['cadre'] {
  const { retiresOn, ...rest } = values
  if (retiresOn === undefined || (record?.retiresOn ?? null) !== null) return values
  const limit = typeof values['ageLimit'] === 'number' ? values['ageLimit'] : (record?.ageLimit ?? null)
  const group = retirementGroup(sex, limit)
  const steps = group === null ? undefined : stepsOf(group)
  return steps && bornMonth !== null && retirementMonth(bornMonth, steps).month === retiresOn ? rest : values
}

/** A sheet tells of the last years only: the others stay. */
export function withKept(kept: readonly YearGrade[], given: readonly YearGrade[]): readonly YearGrade[] {
  const years = new Map(kept.map(line => [line.year, line]))
  for (const line of given) if (years.get(line.year)?.grade !== line.grade) years.set(line.year, line)
  return given.length === 0 ? [] : [...years.values()].toSorted((a, b) => a.year - b.year)
}

function linesThatDiffer<L extends object>(
  name: 'resume' | 'rewards' | 'grades' | 'family',
  label: string,
  kept: readonly L[],
  given: readonly L[],
  say: (lines: readonly L[]) => string,
): Difference[] {
  const [before, after] = [say(kept), say(given)]
  if (given.length === 0 || before === after) return []
  return [{ field: `lines.${name}`, of: 'lines', name, label, before, after, value: given }]
}

function photoThatDiffers(kept: Kept, { photo }: Given): Difference[] {
  if (!photo || fingerprintOf(photo) === kept.photo) return []
  return [{ field: 'photo', of: 'photo', name: 'photo', label: '照片', before: kept.photo === null ? '' : '原有照片', after: '文件里的照片', value: photo }]
}

/** What else the file says: the program has no fields for it, and gives it back when it writes a file. */
function restThatDiffers(kept: Kept, { file }: Given): Difference[] {
  const after = file?.rest.join('\n') ?? ''
  const before = after === '' ? '' : kept.rest().join('\n')
  return after === before ? [] : [{ field: 'file', of: 'file', name: 'file', label: '本程序没有栏目的内容', before, after, value: after }]
}
