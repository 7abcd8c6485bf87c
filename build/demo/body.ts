import type { Organization } from '../../shared/domain/organization.ts'

/** What kind of people a branch is made of: decides ages, jobs, education, how often it meets and for how long. */
export type Sort = 'staff' | 'students' | 'retired' | 'agency' | 'school' | 'village' | 'community' | 'enterprise'

/** An organization that the office will hold, with what its people and their year of study are made from. */
export interface Body {
  readonly name: string
  readonly kind: Organization['kind']
  /** The place of its upper body in the list; null at the top. */
  readonly upper: number | null
  readonly unitKind: Organization['unitKind']
  readonly sort: Sort
  /** Members that owe hours and members that are exempt, on the last day. */
  readonly members: number
  readonly exempt: number
  /** Party offices beside the ordinary ones, held in this branch. */
  readonly upperPosts: readonly string[]
  readonly officers: number
  /** How well it runs, 0 to 1: attendance, and how few meetings fall out. */
  readonly quality: number
}

/** What a made-up office consists of. */
export interface Plan {
  readonly name: string
  readonly preset: 'college' | 'county'
  readonly bodies: readonly Body[]
  /** Where upper bodies send people: the Party school they use. */
  readonly school: string
  /** Activists and the like, who are on file and owe nothing; and people who have left. */
  readonly others: number
  readonly departed: number
  /** Share of women and of people under 36 among the working. */
  readonly women: number
  readonly young: number
  /** Are 支委会 on file? They are many, and count no hours. */
  readonly committeeMeetings: boolean
}

/** A body with members of its own below it: 党委, 党总支. */
export const upperBody = (name: string, kind: Body['kind'], upper: number | null, unitKind: Body['unitKind'], sort: Sort): Body => ({
  name,
  kind,
  upper,
  unitKind,
  sort,
  members: 0,
  exempt: 0,
  upperPosts: [],
  officers: 0,
  quality: 1,
})
