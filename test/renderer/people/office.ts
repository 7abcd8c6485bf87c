import { records } from '../../../shared/domain/index.ts'
import type { Call } from '../../../main/app/caller.ts'
import { createTestApp } from '../../support/app.ts'
import { draftOf } from '../../support/sample.ts'
import { idOf } from '../../support/workbook.ts'
import { type Answers, showWindow } from '../../support/window.tsx'

export async function addOrganization(call: Call, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const { id } = await call('records.create', { type: 'organization', draft: draftOf(records.organization, { name, kind: 'branch', ...more }) })
  return String(id)
}

export async function addPerson(call: Call, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const draft = draftOf(records.person, { name, category: 'full', membershipState: 'normal', joinedOn: '2010-07-01', fullMemberOn: '2011-07-01', ...more })
  const { id } = await call('records.create', { type: 'person', draft })
  return String(id)
}

export async function addActivity(call: Call, name: string, more: Record<string, unknown> = {}): Promise<string> {
  const draft = draftOf(records.activity, { name, kind: 'training', startsOn: '2026-10-22', endsOn: '2026-10-22', hours: 16, counts: true, ...more })
  const { id } = await call('records.create', { type: 'activity', draft })
  return String(id)
}

/** A committee with two branches, three members, and a class that one of them missed. */
export async function office() {
  const test = await createTestApp()
  const { call } = test
  const committee = await addOrganization(call, '临江学院党委', { kind: 'committee' })
  const building = await addOrganization(call, '建筑工程系教工党支部', { parentId: committee })
  const staff = await addOrganization(call, '机关第一党支部', { parentId: committee })
  const gao = await addPerson(call, '高志远', { idNumber: idOf('1976-09-21', 53), organizationId: building, partyPost: '党支部书记' })
  const cheng = await addPerson(call, '程雅琴', { idNumber: idOf('1985-03-07', 2), organizationId: building })
  const deng = await addPerson(call, '邓文涛', { idNumber: idOf('1981-06-28', 1), organizationId: staff })
  const rotation = await addActivity(call, '党支部书记轮训班')
  const { activity } = await call('attendance.get', { activityId: rotation })
  await call('attendance.save', {
    activityId: rotation,
    version: Number(activity['version']),
    lines: [
      { personId: gao, state: 'absent', hours: 16 },
      { personId: cheng, state: 'present', hours: 16 },
    ],
  })
  const people = { gao, cheng, deng }
  return { ...test, committee, building, staff, people, rotation, show: (at: string, answers?: Answers) => showWindow(test, at, answers) }
}
