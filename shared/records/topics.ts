import { keysOf } from './keys.ts'

/** The groups of mechanisms, what is done most often first. A record type with a topic has a page of its own under it. */
export const topics = {
  study: '学习教育',
  life: '组织生活',
  appraisal: '民主评议与考核',
  membership: '党员管理',
  cadres: '干部选拔任用',
  supervision: '领导干部监督',
  floating: '流动党员',
  care: '激励保障',
  voice: '民主参与',
  service: '联系群众',
  excellence: '双五好',
  duty: '党建责任制',
} as const
export type Topic = keyof typeof topics
export const topicNames = keysOf(topics)

export const isTopic = (name: string): name is Topic => name in topics
