import type { ActivityKind } from '../domain/activity.ts'

/** The five columns of 各类培训完成学时数, in the order of the form. */
export const studyGroups = { superior: '上级调训', rotation: '集中轮训', school: '党校培训', branch: '支部学习', online: '网络学习' } as const
export type StudyGroup = keyof typeof studyGroups
export const studyGroupNames = ['superior', 'rotation', 'school', 'branch', 'online'] as const satisfies readonly StudyGroup[]

/** Which column each kind of activity falls in. Every kind has one, so the columns add up to 已完成. */
const groups: Readonly<Record<ActivityKind, StudyGroup>> = {
  superiorTraining: 'superior',
  rotation: 'rotation',
  training: 'rotation',
  partySchool: 'school',
  online: 'online',
  lecture: 'branch',
  partyLecture: 'branch',
  memberMeeting: 'branch',
  committeeMeeting: 'branch',
  groupMeeting: 'branch',
  themeDay: 'branch',
  lifeMeeting: 'branch',
  appraisalMeeting: 'branch',
  democraticLife: 'branch',
  centerGroup: 'branch',
  partyBuilding: 'branch',
  workMeeting: 'branch',
  jointMeeting: 'branch',
  activistClass: 'rotation',
  branchStudy: 'branch',
  practice: 'branch',
  other: 'branch',
}

export const studyGroupOf = (kind: ActivityKind): StudyGroup => groups[kind]

/** Hours by column. */
export type GroupHours = Readonly<Record<StudyGroup, number>>
export const noHours: GroupHours = { superior: 0, rotation: 0, school: 0, branch: 0, online: 0 }

/** Kept totals are rounded at the sixth digit. */
const dust = 1e-4

const hundredths = (hours: number) => Math.round(hours * 100)

/** Adds hours of two decimals without leaving dust behind. */
export const sumHours = (hours: readonly number[]): number => hours.reduce((sum, h) => sum + hundredths(h), 0) / 100

/**
 * Rounds parts to two decimals so that they add up to `whole` exactly: shares of a class over the new year leave
 * thirds and sevenths, and what rounding leaves over goes where most was cut off. Throws where the parts are not
 * parts of that whole: a form whose columns do not add up must not be printed.
 */
export function roundedToSum(exact: readonly number[], whole: number): readonly number[] {
  const parts = exact.map((part, i) => ({ i, units: Math.floor(part * 100 + dust), rest: 0 }))
  for (const part of parts) part.rest = (exact[part.i] ?? 0) * 100 - part.units
  let over = hundredths(whole) - parts.reduce((sum, part) => sum + part.units, 0)
  if (over < 0 || over > parts.length) throw new Error('the hours by kind do not add up to the hours kept for this person')
  for (const part of parts.toSorted((a, b) => b.rest - a.rest)) {
    if (over === 0) break
    part.units += 1
    over -= 1
  }
  return parts.map(part => part.units / 100)
}

/** The columns of one row, adding up to 已完成. */
export function roundedHours(exact: GroupHours, done: number): GroupHours {
  const rounded = roundedToSum(
    studyGroupNames.map(group => exact[group]),
    done,
  )
  const hours: Record<StudyGroup, number> = { ...noHours }
  for (const [i, group] of studyGroupNames.entries()) hours[group] = rounded[i] ?? 0
  return hours
}
