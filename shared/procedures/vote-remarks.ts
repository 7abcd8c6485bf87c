import { ballots } from '../ballots/index.ts'
import type { CaseStep } from '../domain/procedure-case.ts'
import type { Remark } from '../rules/procedure-remarks.ts'
import { fewest, meets } from '../rules/shares.ts'
import type { Step } from './procedure.ts'

type Votes = Pick<CaseStep, 'eligible' | 'present' | 'agree' | 'against' | 'abstain' | 'doneOn' | 'result'>

/** What the figures of a vote come to under the thresholds of its kind of ballot; and where they cannot be. */
export function voteRemarks({ label, vote, results = [] }: Step, { eligible, present, agree, against, abstain, doneOn, result }: Votes): readonly Remark[] {
  // A recommendation or an assessment has no majority to reach: its figures stand with the ballot.
  if (vote === undefined || doneOn === null || ballots[vote].thresholds.length === 0) return []
  const say = (message: string, clause: string | null): Remark => ({ code: 'vote', message: `${label}：${message}`, clause })
  const chosen = results.find(({ key }) => key === result)
  if (chosen?.vote === 'notTaken' && agree === null) return []
  if (eligible === null || present === null || agree === null) return [say('没有填齐应到、实到和赞成人数', null)]
  const cast = agree + (against ?? 0) + (abstain ?? 0)
  if (present > eligible) return [say(`实到 ${present} 人多于应到 ${eligible} 人`, null)]
  if (cast > present) return [say(`赞成、不赞成、弃权共 ${cast}，多于实到 ${present} 人`, null)]
  const { thresholds } = ballots[vote]
  const carried = thresholds.every(({ measured, share }) => 'parameter' in share || meets(share, measured === 'present' ? present : agree, eligible))
  if (chosen?.vote === 'lost' && carried) return [say(`赞成 ${agree} 人已超过半数，结果写的是“${chosen.label}”`, null)]
  return thresholds.flatMap(({ measured, share, words, clause }) => {
    if ('parameter' in share || (measured !== 'present' && chosen?.vote !== undefined)) return []
    const some = measured === 'present' ? present : agree
    return meets(share, some, eligible) ? [] : [say(`${some} 人，至少 ${fewest(share, eligible)} 人（${words}）`, clause)]
  })
}
