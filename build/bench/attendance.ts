import { type Activity, activity, type Attendance } from '../../shared/domain/activity.ts'
import { Random } from '../demo/random.ts'
import { type Figure, times } from './figure.ts'
import { compare, timed } from './measure.ts'
import { copyOf, county, officeOf, type OpenOffice, openOffice } from './offices.ts'

const insertSql = 'INSERT INTO attendance (activityId, personId, state, hours, reason) VALUES (?, ?, ?, ?, ?)'

/**
 * Attendance saved as the window saves it: checked, audited, totals kept, on disk. Floor: the same lines inserted into
 * the same table by a bare prepared statement in one transaction for each activity, equally durable. Once for an
 * activity of the whole county, 20,135 lines; once for activities of single branches, which is what offices enter.
 */
export const attendanceSave: Figure = {
  name: 'attendance.save',
  async measure({ rounds, say }) {
    const copy = copyOf(await officeOf(county, say))
    const office = await openOffice(copy.folder)
    const sqlite = office.bare()
    const random = new Random('bench/attendance')
    const line = (personId: string): Attendance => ({
      personId,
      state: random.weighted([
        ['present', 85],
        ['leave', 10],
        ['absent', 4],
        ['makeup', 1],
      ]),
      hours: 2,
      reason: null,
    })
    const everyone = [(await office.call('records.ids', { type: 'person' })).map(line)]
    const branches = (await office.call('organization.tree', {})).filter(node => node.kind === 'branch').slice(0, 60)
    const each = await Promise.all(branches.map(async ({ id }) => (await office.call('records.ids', { type: 'person', organizationId: id })).map(line)))
    const insert = sqlite.prepare(insertSql)
    const insertAll = sqlite.transaction((activityId: string, lines: readonly Attendance[]) => {
      for (const { personId, state, hours, reason } of lines) insert.run(activityId, personId, state, hours, reason)
    })
    /** Each set of lines goes to an activity of its own, registered beforehand. */
    const side = (all: readonly (readonly Attendance[])[], save: (held: Activity, lines: readonly Attendance[]) => unknown) => async () => {
      let ms = 0
      for (const lines of all) {
        const held = await register(office)
        ms += await timed(() => save(held, lines))
      }
      return ms
    }
    const through = (held: Activity, lines: readonly Attendance[]) =>
      office.call('attendance.save', { activityId: held.id, version: held.version, lines: [...lines] })
    const bare = (held: Activity, lines: readonly Attendance[]) => insertAll.immediate(held.id, lines)
    const whole = await compare(Math.min(rounds, 7), side(everyone, through), side(everyone, bare))
    const branch = await compare(Math.min(rounds, 7), side(each, through), side(each, bare))
    sqlite.close()
    await office.close()
    copy.remove()
    const one = { value: branch.value / each.length, floor: branch.floor / each.length }
    return [times('attendance.save', whole, 2), times('attendance.branch', one, 2)]
  },
}

let count = 0

async function register({ call }: OpenOffice): Promise<Activity> {
  const day = `2026-11-${String(1 + (count++ % 28)).padStart(2, '0')}`
  const draft = {
    name: `党员大会 ${count}`,
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
