import type { FormName } from '../api/forms.ts'
import type { BallotKindName } from '../domain/ballot-words.ts'
import type { Person } from '../domain/person.ts'

/** A length of time. Months end where the month does: 01-31 and one month is 02-28. */
export type Span = { readonly days: number } | { readonly workingDays: number } | { readonly months: number }

/**
 * A day that something is counted from: a step's, or a fact of the one the case is about. A step that lasts is counted from its last day; with
 * a result it is the day on which it came out so, in whichever round.
 */
export type Moment = { readonly step: string; readonly result?: string } | { readonly fact: FactName }

/** Days that are known of whoever a case is about: 劝其退党 or 除名 was approved, is going to leave the unit. */
export type FactName = 'bornOn' | 'joinedOn' | 'openedOn' | 'removedOn' | 'leavesOn'

/** Not before, or not after, so long from a day. */
export interface Bound {
  readonly from: Moment
  readonly span: Span
  /** 收到申请书后一个月内 */
  readonly words: string
  readonly clause: string
  /** 特殊情况可以适当延长: how long at most, once a reason is on file. */
  readonly extended?: { readonly span: Span; readonly words: string }
  /** What the day is called that the step counted from writes down itself (介绍信有效期): where it does, that day is the last. */
  readonly stated?: string
}

/** How long a step lasts at least, from its first day to its last. */
export interface Lasting {
  readonly span: Span
  /** Enough instead: 24 学时. */
  readonly orHours?: number
  readonly words: string
  readonly clause: string
}

/** A step that comes again and again while another has not been taken. */
export interface Repeating {
  readonly every: Span
  readonly since: Moment
  readonly until: string
  readonly words: string
  readonly clause: string
}

/** 材料: required; or one of its group; or only where its step came out a certain way; or asked for by an office itself. */
export interface Material {
  readonly key: string
  readonly label: string
  /** One of those with the same group is enough. */
  readonly oneOf?: string
  /** One for each of those the case is about: each candidate's 考察材料. */
  readonly each?: true
  /** Asked for only where the step came out so (延长预备期), in whichever round; or where it was granted a longer time. */
  readonly when?: 'extended' | { readonly results: readonly string[] }
  readonly clause?: string
}

/** How a step came out, where there is more than one way. The first is the ordinary one. */
export interface Result {
  readonly key: string
  readonly label: string
  /** The case ends so. */
  readonly ends?: string
  /** How the vote went where it did not carry: lost, or none was taken (暂缓). */
  readonly vote?: 'lost' | 'notTaken'
  /** 人员类别 that the person has from then on, whatever it was: who loses 预备党员资格 is no longer counted among them. */
  readonly makes?: Person['category']
  /** Steps that have to be taken again: 退回, 延长预备期. */
  readonly again?: readonly string[]
  /** The step whose prolongation does not hold after all: the upper committee refused it. */
  readonly lifts?: string
  /** The time it prolongs, once; the steps that are taken again wait for the new end. */
  readonly extends?: Extension
}

/** A term counted from a day, that may be prolonged once by so much. */
export interface Extension {
  readonly from: Moment
  readonly term: Span
  readonly least: Span
  readonly most: Span
  readonly words: string
  readonly clause: string
}

/** What is written down of a step besides its day. */
export const askKinds = {
  people: '办理人',
  number: '文号（编号）',
  place: '地点',
  phone: '联系电话',
  hours: '学时',
  own: '本人情况和意见',
  sponsor: '联系人（介绍人）意见',
  group: '党小组（群团组织）意见',
  branch: '支部意见',
  opinion: '意见',
  vote: '表决',
  attended: '到会人员',
  until: '延长至',
  valid: '有效期至',
} as const
export type AskKind = keyof typeof askKinds

export interface Ask {
  readonly kind: AskKind
  /** 谈话人, 志愿书编号: what it is called here. */
  readonly label: string
  /** People: how many at least, and at most. */
  readonly atLeast?: number
  readonly atMost?: number
  /** Only 正式党员. */
  readonly fullMembers?: true
}

export interface Step {
  readonly key: string
  /** Its number as offices count the steps; several may share one. */
  readonly no?: number
  readonly label: string
  readonly phase: string
  /** The article that asks for it; null for what offices do by custom. */
  readonly clause: string | null
  /** Who does it: 党支部, 基层党委. */
  readonly actor: string
  /** Steps that come before it. */
  readonly needs: readonly string[]
  /** It is part of the case only where a step came out so; `ever`: also where that was in a round that is over, and was not refused since. */
  readonly when?: { readonly step: string; readonly results: readonly string[]; readonly ever?: true }
  /** What only an unusual result carries with it (取消资格的审批): nobody is shown it before a case has come to it. */
  readonly detour?: true
  readonly earliest?: readonly Bound[]
  readonly latest?: readonly Bound[]
  readonly lasts?: Lasting
  readonly repeats?: Repeating
  readonly results?: readonly Result[]
  readonly asks?: readonly Ask[]
  readonly materials?: readonly Material[]
  /** The forms that it is done on: they are printed from the step. */
  readonly forms?: readonly FormName[]
  /** 人员类别 that the person the case is about has from then on, where the result is the ordinary one. */
  readonly makes?: Person['category']
  /** The kind of ballot that is held, with its quorum and threshold. */
  readonly vote?: BallotKindName
  /** Added by the office: it may be taken out again. A national step is not removed or shortened. */
  readonly local?: true
  /** The rules this case goes by do not ask for it; it is shown because something was recorded of it. */
  readonly outside?: true
}

/** A stretch of time that offices count as a step of its own (预备期): nothing is done of it, its days follow from two steps. */
export interface Term {
  readonly no: number
  readonly label: string
  /** The step it stands before. */
  readonly before: string
  readonly from: string
  /** It lasts until this one may be taken. */
  readonly until: string
  readonly words: string
}

/** The rules of a procedure from a day on. Whether open cases go on under those they began with is a parameter. */
export interface Rules {
  readonly startsOn: string
  readonly source: string
  readonly steps: readonly Step[]
}

/** 程序: steps in phases, their order, dates, materials and votes. What stands where in a case follows from it and from what was recorded. */
export interface Procedure {
  readonly name: string
  readonly label: string
  /** What a case of it is called: 发展对象卷宗. */
  readonly caseLabel: string
  readonly phases: readonly string[]
  readonly terms?: readonly Term[]
  /** The newest last. */
  readonly rules: readonly Rules[]
  readonly serves: readonly string[]
  /** 纪实表, where it has one of its own; otherwise 全程纪实表, step by step. */
  readonly record?: FormName
}
