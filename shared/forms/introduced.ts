import type { z } from 'zod'
import type { formPerson } from './case-facts.ts'

type Person = z.infer<z.ZodObject<typeof formPerson>>

/** 1985年3月 of 1985.03. */
export const inMonth = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`

/** 大学学历，文学学士 */
const schooling = (education: string): readonly string[] =>
  education.split('　').map((part, i) => (i > 0 || part === '' || part.endsWith('学历') ? part : `${part}学历`))

/** 现任教务处科员; a student holds no post. */
const serving = (post: string): string => (/^$|学生$/.test(post) ? post : `现任${post}`)

/** 张三，男，汉族，1997年4月生，云江青岚人，…: who a letter is about. What is not on file is left out. */
export const introduced = (person: Person & { readonly workPost: string }, between: readonly string[] = []): string =>
  [
    person.name,
    person.sex,
    person.nation,
    person.bornOn === '' ? '' : `${inMonth(person.bornOn)}生`,
    person.nativePlace === '' ? '' : `${person.nativePlace}人`,
    ...schooling(person.education),
    ...between,
    serving(person.workPost),
  ]
    .filter(Boolean)
    .join('，')
