import { leavingRule, towardsMember } from './membership-joining.ts'
import { constitution, likeConversion, probation } from './membership-probation.ts'
import { customary, disposalRules, phases, rules2026, towardsCandidate } from './membership-towards.ts'
import type { Procedure, Step } from './procedure.ts'

const steps: readonly Step[] = [...towardsCandidate, ...towardsMember, ...probation]

const unseen = '《中国共产党发展党员工作细则》（2014），条号待核'
/** What is the same whichever rules a case goes by. */
const seen: ReadonlySet<string> = new Set([customary, disposalRules, leavingRule, constitution, likeConversion])
const ofOld = <T extends { readonly clause: string }>(rule: T): T => (seen.has(rule.clause) ? rule : { ...rule, clause: unseen })
/** Under the rules of 2014 the upper committee was told (备案) and no public notice was asked for; their articles were not seen. */
const steps2014 = steps
  .filter(({ key }) => key !== 'candidateNotice')
  .map((step): Step => {
    const { earliest, latest, lasts, repeats, results } = step
    const old: Step = {
      ...step,
      clause: step.clause === null || seen.has(step.clause) ? step.clause : unseen,
      needs: step.needs.map(key => (key === 'candidateNotice' ? 'consent' : key)),
      ...(earliest ? { earliest: earliest.map(ofOld) } : {}),
      ...(latest ? { latest: latest.map(ofOld) } : {}),
      ...(lasts ? { lasts: ofOld(lasts) } : {}),
      ...(repeats ? { repeats: ofOld(repeats) } : {}),
      ...(results ? { results: results.map(result => (result.extends ? { ...result, extends: ofOld(result.extends) } : result)) } : {}),
    }
    if (step.key !== 'consent') return old
    return { ...old, label: '报上级党委备案', results: [] }
  })

/** 发展党员: from the application to the day the file is closed, by the article. The numbers 1 to 25 are the steps as offices count them. */
export const membership: Procedure = {
  name: 'membership',
  label: '发展党员',
  caseLabel: '发展党员卷宗',
  phases,
  terms: [
    {
      no: 19,
      label: '预备期',
      before: 'probationInspection',
      from: 'meeting',
      until: 'conversionMeeting',
      words: '从支部党员大会通过之日算起，期满可以转正',
    },
  ],
  rules: [
    { startsOn: '2014-05-28', source: '《中国共产党发展党员工作细则》（2014）', steps: steps2014 },
    { startsOn: '2026-05-11', source: rules2026, steps },
  ],
  serves: ['M014', 'M015', 'M107', 'M108', 'M138'],
}
