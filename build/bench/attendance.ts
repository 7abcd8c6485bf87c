import { activity } from '../../shared/domain/activity.ts'
import type { Attendance } from '../../shared/domain/activity.ts'
import { Random } from '../demo/random.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, county, officeOf, openOffice } from './offices.ts'

const insertSql = 'INSERT INTO attendance (activityId, personId, state, hours) VALUES (?, ?, ?, ?)'

/**
 * The attendance of an activity of the whole county, 20,135 lines, saved as the window saves it: checked, audited, totals kept, on disk.
 * Floor: the same lines inserted into the same table by a bare prepared statement in one transaction, equally durable.
 */
export const attendanceSave: Figure = {
  name: 'attendance.save',
  async measure({ rounds, say }) {
    const copy = copyOf(await officeOf(county, say))
    const office = await openOffice(copy.folder)
    const { call } = office
    const sqlite = office.bare()
    const random = new Random('bench/attendance')
    const people = await call('records.ids', { type: 'person' })
    const lines = people.map((personId): Attendance => ({
      personId,
      state: random.weighted([
        ['present', 85],
        ['leave', 10],
        ['absent', 4],
        ['makeup', 1],
      ]),
      hours: 2,
    }))
    let count = 0
    const held = async () => {
      const day = `2026-11-${String(1 + (count++ % 28)).padStart(2, '0')}`
      const draft = {
        name: `全县党员大会 ${count}`,
        kind: 'memberMeeting',
        organizationId: null,
        organizer: null,
        place: null,
        startsOn: day,
        endsOn: day,
        hours: 2,
        counts: true,
        lecturer: null,
        remark: null,
      }
      return activity.stored.parse(await call('records.create', { type: 'activity', draft }))
    }
    const insert = sqlite.prepare(insertSql)
    const insertAll = sqlite.transaction((activityId: string) => {
      for (const { personId, state, hours } of lines) insert.run(activityId, personId, state, hours)
    })
    const measured = await compare(
      Math.max(5, rounds),
      async () => {
        const { id, version } = await held()
        return timed(() => call('attendance.save', { activityId: id, version, lines }))
      },
      async () => {
        const { id } = await held()
        return timed(() => insertAll.immediate(id))
      },
    )
    sqlite.close()
    await office.close()
    copy.remove()
    return [times('attendance.save', measured, 2)]
  },
}
