import { attachment, choice, date, money, multi, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore, subjectFaults } from './checks.ts'
import { levels, levelWords } from './levels.ts'

export const awardKinds = {
  member: '优秀共产党员',
  worker: '优秀党务工作者',
  organization: '先进基层党组织',
  study: '学习先进',
  other: '其他',
} as const

const rewards = { honour: '精神奖励', material: '物质奖励' } as const

/** 表彰奖励: a title given to a person or to an organization, by whom and with what. */
export const award = defineRecord('award', {
  label: '表彰奖励',
  topic: 'care',
  serves: ['M010', 'M019', 'M086', 'M100', 'M154', 'M166'],
  fields: {
    personId: ref('person', { label: '姓名', also: ['获奖人', '受表彰人', '获奖人员', '表彰对象'], help: '集体表彰不填' }),
    organizationId: ref('organization', { label: '获奖党组织', also: ['党组织', '先进集体', '集体名称', '党组织名称', '受表彰单位'], help: '个人表彰不填' }),
    name: text({
      label: '荣誉称号',
      required: true,
      also: ['称号', '奖励名称', '表彰名称', '荣誉名称', '奖项', '奖项名称', '党内奖励', '表彰项目'],
      suggestions: ['优秀共产党员', '优秀党务工作者', '先进基层党组织', '学习标兵'],
    }),
    kind: choice(awardKinds, {
      label: '表彰类别',
      required: true,
      also: ['类别', '奖励类别', '表彰类型'],
      aliases: wordsFor({
        member: '优秀党员 优秀学生党员 优秀流动党员',
        worker: '优秀党务干部 优秀党支部书记',
        organization: '先进党组织 先进党支部 先进党总支 先进党委 优秀党支部 红旗党支部',
        study: '学习标兵 学习型党员 学习型党组织',
        other: '其它 其他表彰',
      }),
    }),
    level: choice(levels, { label: '表彰级别', also: ['级别', '奖励级别', '层级'], aliases: levelWords }),
    awardedOn: date({ label: '表彰日期', required: true, also: ['表彰时间', '获奖时间', '获奖日期', '授予时间', '奖励时间', '批准日期'] }),
    awardedBy: text({ label: '授予单位', also: ['表彰单位', '颁奖单位', '批准机关', '表彰机关', '发文单位'] }),
    document: text({ label: '表彰文号', also: ['文号', '批准文号', '文件号', '表彰文件'] }),
    reward: multi(rewards, {
      label: '奖励方式',
      also: ['奖励形式', '奖励类型'],
      aliases: wordsFor({ honour: '精神 证书 奖牌 荣誉证书 通报表扬', material: '物质 奖金 奖品' }),
    }),
    amount: money({ label: '奖励金额', also: ['奖金', '金额', '奖励金'] }),
    recommendedBy: text({ label: '推荐单位', also: ['推荐党组织', '申报单位', '呈报单位'] }),
    publicFrom: date({ label: '公示起', also: ['公示开始', '公示开始日期', '公示起始日期'] }),
    publicUntil: date({ label: '公示止', also: ['公示结束', '公示截止', '公示截止日期', '公示结束日期'] }),
    objections: note({ label: '公示异议及处理', also: ['异议处理', '公示结果', '公示情况'] }),
    deeds: note({ label: '主要事迹', also: ['事迹', '先进事迹', '事迹简介', '表彰事由'] }),
    revokedOn: date({ label: '撤销日期', also: ['撤销时间'], help: '称号被撤销时填' }),
    scan: attachment({ label: '证书或文件' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['personId', 'organizationId', 'name', 'awardedOn'],
  list: ['personId', 'organizationId', 'name', 'level', 'awardedOn', 'awardedBy', 'document'],
  form: [
    ['personId', 'organizationId', 'name', 'kind', 'level', 'awardedOn', 'awardedBy', 'document', 'reward', 'amount'],
    ['recommendedBy', 'publicFrom', 'publicUntil', 'objections'],
    ['deeds', 'scan', 'revokedOn', 'remark'],
  ],
  sections: { personId: '表彰', recommendedBy: '推荐与公示', deeds: '事迹' },
  check: a => [
    ...subjectFaults(a),
    ...(a.kind === 'organization' && a.personId !== null
      ? [{ field: 'kind', code: 'wrongSubject', message: '先进基层党组织表彰的是党组织，不填姓名' } as const]
      : []),
    ...((a.kind === 'member' || a.kind === 'worker') && a.organizationId !== null
      ? [{ field: 'kind', code: 'wrongSubject', message: '这一类表彰的是个人，不填党组织' } as const]
      : []),
    ...notBefore('publicUntil', a.publicUntil, a.publicFrom, '公示止早于公示起'),
    ...notBefore('awardedOn', a.awardedOn, a.publicUntil, '公示还没有结束就表彰'),
    ...notBefore('revokedOn', a.revokedOn, a.awardedOn, '撤销日期早于表彰日期'),
  ],
})
export type Award = RecordOf<typeof award>
