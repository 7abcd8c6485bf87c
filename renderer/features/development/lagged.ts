import type { Row } from './words.ts'

/** 登记重点管理: a new record of the unit, with what the figures say of it. */
export const lagged = (row: Row, today: string): string =>
  `/registers/keyManagement?${new URLSearchParams({ new: '1', organizationId: row.id, month: today.slice(0, 7), reason: `${row.lag.join('；')}。` }).toString()}`
