import type { SanctionKind } from '../domain/sanction-words.ts'

/** 不得: what a sanction bars its subject from while its 影响期 runs. */
export const barredMatters = {
  promote: '提拔职务',
  reuse: '进一步使用',
  outside: '被推荐担任高于原任职务的党外职务',
  equalPost: '担任与原任职务相当或者更高的职务',
  outsideEqual: '被推荐担任相当或者更高的党外职务',
  lead: '担任领导职务',
  rank: '晋升职务、职级、衔级和级别',
  pay: '晋升工资档次',
  vote: '行使表决权、选举权和被选举权',
  rejoin: '重新入党',
  excellent: '评优评先',
} as const
export type BarredMatter = keyof typeof barredMatters

/** Whatever stands in the way of an appointment. */
export const appointing: readonly BarredMatter[] = ['promote', 'reuse', 'outside', 'equalPost', 'outsideEqual', 'lead', 'rank']

interface BarRule {
  readonly what: BarredMatter
  /** Where it is another than that of the length. */
  readonly clause?: string
  /** The key of a length of its own. */
  readonly parameter?: string
}

export interface EffectRule {
  /** The key of its length in months; null where no rule gives one. */
  readonly parameter: string | null
  /** What an empty length means: nothing is barred, it has no end, or its end must be on record. */
  readonly without: 'none' | 'endless' | 'unknown'
  /** The day it is counted from: 批准之日, or 生效之日 where that is another. */
  readonly counts: 'approved' | 'effective'
  /** 再受处分 is added to the rest of an earlier one of the same group. */
  readonly merges: 'party' | 'state' | null
  readonly bars: readonly BarRule[]
}

const discipline = '《中国共产党纪律处分条例》（2023）'
const law = '《中华人民共和国公职人员政务处分法》（2020）第十九条、第二十条'

const warned: Pick<EffectRule, 'without' | 'counts' | 'merges' | 'bars'> = {
  without: 'unknown',
  counts: 'approved',
  merges: 'party',
  bars: [{ what: 'promote' }, { what: 'reuse' }, { what: 'outside' }],
}

const ofState = (parameter: string, pay = true): EffectRule => ({
  parameter,
  without: 'unknown',
  counts: 'effective',
  merges: 'state',
  bars: [{ what: 'rank', clause: law }, ...(pay ? [{ what: 'pay', clause: law } as const] : [])],
})

const handled = (parameter: string | null, bars: readonly BarRule[] = [{ what: 'promote' }, { what: 'reuse' }]): EffectRule => ({
  parameter,
  without: parameter === null ? 'none' : 'unknown',
  counts: 'effective',
  merges: null,
  bars,
})

/** Sent away from a post: for a time no leading one, and for longer none that is higher. */
const sentAway = (parameter: string): EffectRule => handled(parameter, [{ what: 'lead', parameter: `${parameter}Post` }, { what: 'promote' }, { what: 'rank' }])

/** What each kind bars and by which length. The lengths are parameters, with their clause and basis. */
export const effectRules: Readonly<Record<SanctionKind, EffectRule>> = {
  partyWarning: { ...warned, parameter: 'effect.partyWarning' },
  partySevereWarning: { ...warned, parameter: 'effect.partySevereWarning' },
  partyRemoved: { ...warned, parameter: 'effect.partyRemoved', bars: [{ what: 'equalPost' }, { what: 'promote' }, { what: 'reuse' }] },
  partyProbation: {
    ...warned,
    parameter: 'effect.partyProbation',
    bars: [{ what: 'vote', clause: `${discipline}第十二条` }, { what: 'equalPost' }, { what: 'promote' }, { what: 'reuse' }],
  },
  partyExpelled: { ...warned, parameter: 'effect.partyExpelled', merges: null, bars: [{ what: 'rejoin' }, { what: 'outsideEqual' }] },
  stateWarning: ofState('effect.stateWarning', false),
  demerit: ofState('effect.demerit'),
  majorDemerit: ofState('effect.majorDemerit'),
  downgraded: ofState('effect.downgraded'),
  stateRemoved: ofState('effect.stateRemoved'),
  dismissed: { parameter: null, without: 'endless', counts: 'effective', merges: null, bars: [{ what: 'promote' }, { what: 'lead' }] },
  suspended: handled('effect.suspended'),
  moved: handled('effect.moved'),
  toldToResign: sentAway('effect.toldToResign'),
  removed: sentAway('effect.removed'),
  demoted: handled('effect.demoted', [{ what: 'promote' }, { what: 'reuse' }, { what: 'rank' }]),
  level: handled('effect.level'),
  toRank: handled('effect.toRank'),
  retired: handled(null, []),
  admonished: handled('effect.admonished', [{ what: 'promote' }, { what: 'reuse' }, { what: 'rank' }]),
  other: { parameter: null, without: 'unknown', counts: 'effective', merges: null, bars: [{ what: 'promote' }, { what: 'reuse' }] },
}
