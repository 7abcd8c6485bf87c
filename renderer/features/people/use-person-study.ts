import type { CallOutput } from '../../api/client.ts'
import { useQuery } from '../../api/hooks.ts'
import { failedWith } from '../../records/failed-with.ts'
import { parameterBases } from '../../../shared/domain/parameter.ts'
import type { Hint } from './person-words.ts'

export type PersonStudy = CallOutput<'quota.subject'>

interface Study {
  readonly study: PersonStudy | undefined
  readonly missed: number
  /** Not under the quota in that year: not a member, or no longer here. */
  readonly none: boolean
  readonly error: Error | null
}

/** One person's hours of a year, with how many chances were missed. */
export function usePersonStudy(personId: string, year: number): Study {
  const question = { quota: 'study-hours' as const, year }
  const reply = useQuery('quota.subject', { ...question, subjectId: personId }, { keep: false })
  const missed = useQuery('quota.missed', { ...question, ids: [personId] }, { keep: false })
  const none = failedWith(reply.error, 'record.notFound')
  return { study: reply.data, missed: missed.data?.[personId] ?? 0, none, error: none ? null : reply.error }
}

const bases: Readonly<Record<string, string>> = parameterBases

/** 《条例》第二十条; what no source confirms says so. */
export function clauseText(clause: PersonStudy['clause']): string {
  if (!clause) return ''
  const said = clause.clause ?? `参数“${clause.label}”`
  return clause.basis === 'unverified' ? `${said}（${bases['unverified']}）` : said
}

/** 学时差 23，缺课 4 次, with the clause that set the target. Nothing when the hours are met or not owed. */
export function studyHint({ study, missed }: Pick<Study, 'study' | 'missed'>): Hint | undefined {
  if (!study || (study.subject.state !== 'near' && study.subject.state !== 'short')) return undefined
  const { subject: person, clause } = study
  return {
    tone: person.state === 'near' ? 'soon' : 'short',
    title: `学时差 ${person.missing}${missed > 0 ? `，缺课 ${missed} 次` : ''}`,
    clause: `${clauseText(clause)}：${person.targetLabel} ${person.target} 学时`,
  }
}
