import type { Person } from '../domain/person.ts'
import type { ProcedureName } from '../domain/procedure-case.ts'
import type { Topic } from '../records/topics.ts'

/** What the screens of a procedure say and offer: its board, its dialogs, its place in the navigation. */
export interface Board {
  /** Its address: /disposals. */
  readonly path: string
  /** The group of the navigation it stands in. */
  readonly topic: Topic
  /** Whom a case may be about: what they are on the roster, the furthest last. */
  readonly subjects: readonly Person['category'][]
  /** Those people in words. */
  readonly whose: string
  /** What its cases are counted in. */
  readonly unit: '人' | '卷'
  /** What 立卷日期 means here. */
  readonly openedOn: string
  /** When a case moves to 已结束, as a clause: 材料归档以后. */
  readonly ends: string
  /** How cases end that no step ends. */
  readonly outcomes: readonly string[]
  /** It has screens made for it; of those of every procedure it shares 本单位要求. */
  readonly own?: true
  /** A step that is overdue has a name of its own: 挂空. */
  readonly alarm?: Alarm
}

export interface Alarm {
  readonly step: string
  readonly word: string
  readonly says: string
}

/** The board of every procedure. */
export const boards: Readonly<Record<ProcedureName, Board>> = {
  membership: {
    path: '/cases',
    topic: 'membership',
    subjects: ['applicant', 'activist', 'candidate', 'probationary'],
    whose: '入党申请人、入党积极分子、发展对象和预备党员',
    unit: '人',
    openedOn: '递交入党申请书的日期，或接手这个卷宗的日期',
    ends: '材料归档、审查不合格或本人撤回以后',
    outcomes: ['本人撤回入党申请', '组织关系转出', '不再继续培养', '取消发展对象资格', '去世'],
  },
  disposal: {
    path: '/disposals',
    topic: 'membership',
    subjects: ['full'],
    whose: '正式党员',
    unit: '人',
    openedOn: '支委会研究提出启动意见的日期',
    ends: '已改正、已处置或不予处置以后',
    outcomes: ['并入另一卷宗合并处置', '改按党纪处分办理', '组织关系转出', '去世'],
  },
  relationTransfer: {
    path: '/relation-transfers',
    topic: 'membership',
    subjects: ['probationary', 'full'],
    whose: '正式党员和预备党员',
    unit: '人',
    openedOn: '本人提出，或带介绍信来报到的日期',
    ends: '收到回执，或编入支部、寄出回执以后',
    outcomes: ['本人不再转接', '去世'],
    alarm: { step: 'receipt', word: '挂空', says: '介绍信已过有效期，还没有收到回执' },
  },
  selection: {
    path: '/selections',
    own: true,
    topic: 'cadres',
    subjects: [],
    whose: '选拔的职位',
    unit: '卷',
    openedOn: '开始分析研判的日期',
    ends: '任职材料归档、未通过或不再选拔以后',
    outcomes: ['职位不再设置', '暂缓选拔', '另行调配'],
  },
}

/** Where a case is opened. */
export const casePath = (procedure: ProcedureName, caseId: string): string => `${boards[procedure].path}/${caseId}`
