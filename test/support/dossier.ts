import { smallOffice } from './office.ts'

/** A small office with a selection dossier and two candidates in it, 温启明 and 邓文涛; the office's day is 2026-11-23. */
export async function dossierOffice(options: Parameters<typeof smallOffice>[0] = {}) {
  const office = await smallOffice(options)
  const { call, member, top } = office
  const wen = await member({ name: '温启明', workPost: '测绘教研室主任' })
  const deng = await member({ name: '邓文涛', workPost: '党政办公室秘书科科长' })
  const { caseId } = await call('selection.open', {
    name: '教务处副处长选拔',
    organizationId: top,
    openedOn: '2026-09-14',
    owner: '沈国梁',
    kind: 'ordinary',
    places: 1,
    rank: '中层副职',
    dual: false,
    probation: true,
    vacancy: null,
    candidates: [wen, deng].map(personId => ({ personId, proposedPost: '教务处副处长' })),
  })
  const whole = () => call('selection.get', { caseId })
  const ids = async () => (await whole()).candidates.map(({ record }) => String(record['id']))
  return { ...office, wen, deng, caseId, whole, ids }
}
