import { shown } from '../../shared/rules/quota.ts'

/** An amount with at most two decimals; one where room is short. */
export const amountText = (amount: number, decimals: 1 | 2 = 2): string => String(decimals === 2 ? shown(amount) : Math.round(amount * 10) / 10)
