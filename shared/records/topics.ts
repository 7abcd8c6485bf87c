/** The groups of mechanisms, in the order of the documents. A record type with a topic has a page of its own under it. */
export const topics = { study: '学习教育', membership: '党员管理' } as const
export type Topic = keyof typeof topics
