import { dutyScheme } from './duty.ts'
import { goodMemberScheme, goodOrganizationScheme } from './five-goods.ts'
import { fiveLeadsScheme, performanceScheme } from './performance.ts'
import type { SchemeTemplate } from './template.ts'

/** What 从样例新建 offers, the most used first. */
export const schemeTemplates: readonly SchemeTemplate[] = [performanceScheme, goodOrganizationScheme, goodMemberScheme, dutyScheme, fiveLeadsScheme]
