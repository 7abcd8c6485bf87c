import type { Evidence } from './bars.ts'
import { addYears, fullMonthsBetween } from './days.ts'
import type { CandidateFacts, DossierFacts } from './selection-facts.ts'

/** 交流和任职回避: what of a candidate's posts and relatives asks for a look before a proposal. The numbers of the articles are not verified. */
interface Told {
  readonly tone: 'warn' | 'wait'
  readonly message: string
  readonly clause: string
  readonly evidence: Evidence | null
}

const regulation = '《党政领导干部选拔任用工作条例》（2019，条号待核）'
const civilServants = '《中华人民共和国公务员法》第七十四条'

/** 同一职位任满年限应当交流: said of whoever holds a post for as long, louder where the same post is proposed again. */
export function rotationFindings({ today, postYears }: DossierFacts, { name, candidate, held, postSince, cadreId }: CandidateFacts): readonly Told[] {
  if (postYears === 0) return []
  const clause = `${regulation}：在同一职位上任职满 ${postYears} 年应当交流`
  const long = held.filter(({ startsOn }) => addYears(startsOn, postYears) <= today)
  const ofHoldings = long.map(({ id, title, postId, startsOn }): Told => {
    const again = isSame(candidate, { title, postId })
    const evidence = { type: 'postHolding', id }
    if (again) return { tone: 'warn', message: `${name}任${title}自 ${startsOn}，已满 ${postYears} 年，拟任的还是这个职位`, clause, evidence }
    return { tone: 'wait', message: `${name}任${title}自 ${startsOn}，已满 ${postYears} 年，属应当交流`, clause, evidence }
  })
  const known = held.length > 0 || postSince === null || addYears(postSince, postYears) > today
  const evidence = cadreId === null ? null : { type: 'cadre', id: cadreId }
  return known ? ofHoldings : [{ tone: 'wait', message: `${name}任现职自 ${postSince}，已满 ${postYears} 年，属应当交流`, clause, evidence }]
}

/** 同一职位连任: nobody is proposed once more for a post that he has held for as many terms as the regulation allows. */
export function termsFindings({ today, postTerms }: DossierFacts, { name, candidate, held }: CandidateFacts): readonly Told[] {
  if (postTerms === 0) return []
  return held.flatMap(({ id, title, postId, startsOn, termYears }): readonly Told[] => {
    if (termYears === null || termYears === 0 || !isSame(candidate, { title, postId })) return []
    const terms = Math.floor(fullMonthsBetween(startsOn, today) / 12 / termYears)
    if (terms < postTerms) return []
    const clause = `${regulation}：在同一职位上连任 ${postTerms} 届的不再提名担任同一职位`
    return [
      {
        tone: 'warn',
        message: `${name}任${title}已满 ${terms} 届（自 ${startsOn}，每届 ${termYears} 年），拟任的还是这个职位`,
        clause,
        evidence: { type: 'postHolding', id },
      },
    ]
  })
}

/** 任职回避: a relative who works in the unit of the proposed post, by what the family's lines say, or by the name of who holds a post there. */
export function kinPostFindings(_: DossierFacts, { name, kin, postUnit, cadreId }: CandidateFacts): readonly Told[] {
  if (postUnit === null) return []
  const { unit, holders } = postUnit
  return kin.flatMap(({ name: relative, relation, work }): readonly Told[] => {
    const holding = holders.find(holder => holder.name === relative)
    const evidence = holding ? { type: 'postHolding', id: holding.id } : cadreId === null ? null : { type: 'cadre', id: cadreId }
    const there = holding ? `与任${holding.title}的${relative}同名` : work?.includes(unit) === true ? `在${unit}工作` : null
    return there === null
      ? []
      : [
          {
            tone: 'warn',
            message: `${name}的${relation}${relative}${there}，拟任职位也在${unit}，请核对任职回避`,
            clause: `${civilServants}：任职回避`,
            evidence,
          },
        ]
  })
}

const isSame = (candidate: CandidateFacts['candidate'], post: { readonly title: string; readonly postId: string | null }): boolean =>
  candidate.postId !== null && post.postId !== null ? candidate.postId === post.postId : candidate.proposedPost === post.title
