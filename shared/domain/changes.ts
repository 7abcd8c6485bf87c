import { choice, date, note, ref, text } from '../records/fields.ts'
import { defineRecord, type Fault, type RecordOf } from '../records/record.ts'
import { quotaLabels } from '../rules/quota-names.ts'

/** 组织关系变动: a dated move between organizations. Before its day the person stood in `fromId`. */
export const transfer = defineRecord('transfer', {
  label: '组织关系变动',
  serves: ['M168'],
  fields: {
    personId: ref('person', { label: '人员', required: true }),
    fromId: ref('organization', { label: '原所在党支部' }),
    toId: ref('organization', { label: '转入党支部', required: true }),
    movedOn: date({ label: '变动日期', required: true }),
    reason: text({ label: '事由' }),
  },
  title: 'movedOn',
  list: ['personId', 'fromId', 'toId', 'movedOn', 'reason'],
  form: [['personId'], ['fromId', 'toId'], ['movedOn', 'reason']],
  check: t => (t.fromId === t.toId ? [{ field: 'toId', code: 'sameOrganization', message: '转入的就是原来的党支部' }] : []),
})
export type Transfer = RecordOf<typeof transfer>

/** 任职: a Party office held from a day on. While anything here is dated, it says more than the roster does. */
export const appointment = defineRecord('appointment', {
  label: '党内任职',
  serves: ['M080', 'M095'],
  fields: {
    personId: ref('person', { label: '人员', required: true }),
    organizationId: ref('organization', { label: '任职党组织' }),
    post: text({ label: '党内职务', required: true, suggestions: ['党支部书记', '党支部副书记', '组织委员', '宣传委员', '纪检委员', '支部委员'] }),
    startsOn: date({ label: '任职日期', required: true }),
    endsOn: date({ label: '免职日期' }),
    document: text({ label: '任免文号' }),
  },
  title: 'post',
  list: ['personId', 'organizationId', 'post', 'startsOn', 'endsOn', 'document'],
  form: [
    ['personId', 'organizationId'],
    ['post', 'document'],
    ['startsOn', 'endsOn'],
  ],
  check: spanFaults,
})
export type Appointment = RecordOf<typeof appointment>

const exemptible = { all: '全部指标', ...quotaLabels } as const

/** 免除: a quota that does not bind a person for a time, with the reason on file. */
export const exemption = defineRecord('exemption', {
  label: '免除指标',
  serves: ['M159'],
  fields: {
    personId: ref('person', { label: '人员', required: true }),
    quota: choice(exemptible, { label: '指标', required: true }),
    reason: text({ label: '原因', required: true, suggestions: ['年老体弱', '行动不便', '长期患病', '失能'] }),
    startsOn: date({ label: '起', required: true }),
    endsOn: date({ label: '止', help: '留空表示一直有效' }),
    basis: note({ label: '依据' }),
  },
  title: 'reason',
  list: ['personId', 'quota', 'reason', 'startsOn', 'endsOn'],
  form: [['personId', 'quota'], ['reason'], ['startsOn', 'endsOn'], ['basis']],
  check: spanFaults,
})
export type Exemption = RecordOf<typeof exemption>

/** 组织免除: a quota that does not bind an organization for a time, e.g. a branch whose members are all away. */
export const bodyExemption = defineRecord('bodyExemption', {
  label: '组织免除指标',
  topic: 'membership',
  fields: {
    organizationId: ref('organization', { label: '党组织', required: true }),
    quota: choice(exemptible, { label: '指标', required: true }),
    reason: text({ label: '原因', required: true, suggestions: ['党员集中外出', '正在组建', '拟撤并'] }),
    startsOn: date({ label: '起', required: true }),
    endsOn: date({ label: '止', help: '留空表示一直有效' }),
    basis: note({ label: '依据' }),
  },
  title: 'reason',
  key: ['organizationId', 'quota', 'startsOn'],
  list: ['organizationId', 'quota', 'reason', 'startsOn', 'endsOn'],
  form: [['organizationId', 'quota'], ['reason'], ['startsOn', 'endsOn'], ['basis']],
  check: spanFaults,
})
export type BodyExemption = RecordOf<typeof bodyExemption>

function spanFaults(span: { startsOn: string; endsOn: string | null }) {
  const faults: (Fault & { field: 'endsOn' })[] = []
  if (span.endsOn && span.endsOn < span.startsOn) faults.push({ field: 'endsOn', code: 'dateOrder', message: '止于开始之前' })
  return faults
}
