import type { AttendanceState } from '../../../shared/domain/activity.ts'
import type { Call } from '../../../main/app/caller.ts'
import { createTestApp } from '../../support/app.ts'
import { idOf } from '../../support/workbook.ts'
import { type Answers, showWindow } from '../../support/window.tsx'
import { addActivity, addOrganization, addPerson } from '../people/office.ts'

export type Lines = Readonly<Record<string, AttendanceState>>

/** Puts down who was at an activity, by person id. */
export async function attend(call: Call, activityId: string, lines: Lines): Promise<void> {
  const { activity } = await call('attendance.get', { activityId })
  const hours = Number(activity['hours'])
  await call('attendance.save', {
    activityId,
    version: Number(activity['version']),
    lines: Object.entries(lines).map(([personId, state]) => ({ personId, state, hours })),
  })
}

/**
 * A committee with two branches on 2026-11-23: of seven members one is exempt, two have made it, one is 6 short, three are far off.
 * Two people in one branch share the name 曹军怡.
 */
export async function studyOffice(options: Parameters<typeof createTestApp>[0] = {}) {
  const test = await createTestApp(options)
  const { call } = test
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const building = await addOrganization(call, '建筑工程系教工党支部', { parentId: committee })
  const staff = await addOrganization(call, '机关第一党支部', { parentId: committee })
  const gao = await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: building, partyPost: '党支部书记' })
  const cheng = await addPerson(call, '程雅琴', { idNumber: idOf('1985-03-07', 2), organizationId: building })
  const cao = await addPerson(call, '曹军怡', { idNumber: idOf('1981-01-19', 5), organizationId: building })
  const otherCao = await addPerson(call, '曹军怡', { idNumber: idOf('1980-02-20', 7), organizationId: building })
  const ye = await addPerson(call, '叶国栋', { idNumber: idOf('1950-05-12', 3), organizationId: building, exemptReason: '年老体弱' })
  const deng = await addPerson(call, '邓文涛', { idNumber: idOf('1981-06-28', 1), organizationId: staff })
  const he = await addPerson(call, '何雨晴', { idNumber: idOf('1990-08-03', 2), organizationId: staff })
  const people = { gao, cheng, cao, otherCao, ye, deng, he }
  const rotation = await addActivity(call, '支部书记轮训班', {
    kind: 'rotation',
    startsOn: '2026-03-10',
    endsOn: '2026-03-12',
    hours: 24,
    organizationId: committee,
  })
  const lecture = await addActivity(call, '形势报告会', { kind: 'lecture', startsOn: '2026-06-05', endsOn: '2026-06-05', hours: 8, organizationId: committee })
  const meeting = await addActivity(call, '十月主题党日', { kind: 'themeDay', startsOn: '2026-10-22', endsOn: '2026-10-22', hours: 2, organizationId: staff })
  await attend(call, rotation, { [deng]: 'present', [he]: 'present', [gao]: 'present', [cao]: 'present', [cheng]: 'leave' })
  await attend(call, lecture, { [deng]: 'present', [gao]: 'present', [cheng]: 'present', [cao]: 'present', [he]: 'absent' })
  await attend(call, meeting, { [deng]: 'present', [he]: 'present', [gao]: 'absent' })
  const activities = { rotation, lecture, meeting }
  return { ...test, committee, building, staff, people, activities, show: (at: string, answers?: Answers) => showWindow(test, at, answers) }
}

/** What someone has done in 2026, as the database has it. */
export async function hoursOf(call: Call, personId: string): Promise<number | undefined> {
  const { people } = await call('quota.people', { quota: 'study-hours', year: 2026, ids: [personId] })
  return people[0]?.done
}
