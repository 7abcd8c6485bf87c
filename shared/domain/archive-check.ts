import { attachment, choice, date, flag, note, ref, text } from '../records/fields.ts'
import { defineLines, defineRecord, type LineOf, type RecordOf } from '../records/record.ts'
import { archiveItems, archiveOccasions } from './cadre-words.ts'

/** 档案审核: 三龄两历一身份 of a cadre held against the personal file, on one occasion. */
export const archiveCheck = defineRecord('archiveCheck', {
  label: '档案审核',
  serves: ['M029'],
  fields: {
    personId: ref('person', { label: '姓名', required: true }),
    occasion: choice(archiveOccasions, { label: '审核环节', required: true }),
    checkedOn: date({ label: '审核日期', required: true }),
    checkedBy: text({ label: '审核人' }),
    secondBy: text({ label: '复核人' }),
    missing: note({ label: '缺少的材料' }),
    conclusion: note({ label: '审核意见' }),
    settledOn: date({ label: '问题办结日期', help: '有不一致或缺材料的，补齐、认定后填' }),
    scan: attachment({ label: '扫描件' }),
    remark: note({ label: '备注' }),
  },
  title: 'checkedOn',
  key: ['personId', 'occasion', 'checkedOn'],
  list: ['personId', 'occasion', 'checkedOn', 'checkedBy', 'conclusion'],
  form: [['personId', 'occasion', 'checkedOn', 'checkedBy', 'secondBy'], ['missing', 'conclusion', 'settledOn', 'scan'], ['remark']],
  order: [['checkedOn', 'settledOn']],
})
export type ArchiveCheck = RecordOf<typeof archiveCheck>

/** One of the six: what the file says, what the 任免审批表 says, whether they agree, on what it is settled. */
export const archiveItem = defineLines('archiveItem', {
  label: '审核项目',
  parent: 'archiveCheck',
  fields: {
    item: choice(archiveItems, { label: '项目', required: true }),
    archive: note({ label: '档案记载' }),
    sheet: note({ label: '任免审批表记载' }),
    agrees: flag({ label: '是否一致' }),
    basis: note({ label: '认定依据' }),
  },
  key: ['item'],
})
export type ArchiveItem = LineOf<typeof archiveItem>
