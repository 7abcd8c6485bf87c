import { advancednessPlan } from './advancedness-plan.ts'
import type { MechanismDocument, NationalRule, ShippedClause } from './document.ts'
import { educationMechanisms } from './education-mechanisms.ts'
import { fiveGoods } from './five-goods.ts'
import { lastingMechanisms } from './lasting-mechanisms.ts'
import { memberEducation } from './member-education.ts'
import { cadreRules } from './national-cadres.ts'
import { memberRules } from './national-members.ts'
import { organizationRules } from './national-organizations.ts'

/** The five documents, in the order of their mechanisms. */
export const mechanismDocuments: readonly MechanismDocument[] = [advancednessPlan, lastingMechanisms, fiveGoods, educationMechanisms, memberEducation]

/** The national rules, those about members and organizations first. */
export const nationalRules: readonly NationalRule[] = [...memberRules, ...organizationRules, ...cadreRules]

/** 机制: everything the five documents ask for, M001 to M178. */
export const mechanisms: readonly ShippedClause[] = mechanismDocuments.flatMap(document => document.clauses)
