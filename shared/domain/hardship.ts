import { choice, date, integer, money, multi, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const hardshipCauses = {
  illness: '因病',
  disability: '因残',
  disaster: '因灾',
  study: '子女就学',
  job: '失业下岗',
  age: '年老体弱',
  alone: '孤寡',
  skill: '缺技术或资金',
  other: '其他',
} as const

export const hardshipLevels = { general: '一般困难', heavy: '比较困难', severe: '特别困难' } as const

/** 三包: what a pair in 党内扶贫 takes upon itself. */
const guarantees = { technology: '包技术提供', project: '包项目上马', income: '包脱贫致富' } as const

/** 困难党员帮扶: a member in hardship, what is needed, who helps, and how it ended. */
export const hardship = defineRecord('hardship', {
  label: '困难党员帮扶',
  topic: 'care',
  serves: ['M024', 'M035', 'M142', 'M155', 'M166'],
  fields: {
    personId: ref('person', { label: '姓名', required: true, also: ['困难党员', '困难党员姓名', '帮扶对象', '受助人'] }),
    since: date({ label: '认定日期', required: true, also: ['认定时间', '建档时间', '建档日期', '登记时间', '列入时间', '起始时间'] }),
    cause: choice(hardshipCauses, {
      label: '困难原因',
      required: true,
      also: ['致困原因', '致贫原因', '困难类型', '困难类别', '主要困难原因'],
      aliases: wordsFor({
        illness: '重病 患病 大病 疾病 因病致贫 因病致困 家人患病',
        disability: '残疾 伤残 因残致贫',
        disaster: '受灾 意外 事故 因灾致贫 意外事故',
        study: '因学 因学致贫 子女上学',
        job: '下岗 失业 无业 缺乏谋生手段',
        age: '年老 高龄 丧失劳动能力 缺劳动力 缺乏劳动力',
        alone: '孤寡老人 独居 五保 失独',
        skill: '缺技术 缺资金 缺乏资金 缺乏技术',
        other: '其它',
      }),
    }),
    level: choice(hardshipLevels, {
      label: '困难程度',
      also: ['困难等级', '困难级别', '程度'],
      aliases: wordsFor({ general: '一般', heavy: '较困难 较重 中等', severe: '特困 严重 重度 特殊困难' }),
    }),
    family: integer({ label: '家庭人口', also: ['家庭人数', '家庭成员数'] }),
    income: money({ label: '家庭人均年收入', also: ['人均年收入', '年人均收入', '家庭年人均收入', '人均收入'] }),
    situation: note({ label: '困难情况', also: ['家庭情况', '主要困难', '困难情况简述', '基本情况', '家庭困难情况'] }),
    needs: note({ label: '帮扶需求', also: ['需求', '诉求', '需解决的问题', '主要诉求', '本人需求'] }),
    helperId: ref('person', { label: '帮扶责任人', also: ['帮扶人', '结对帮扶人', '责任人', '结对党员', '联系人', '帮扶干部'] }),
    guarantees: multi(guarantees, {
      label: '三包内容',
      also: ['三包', '结对内容'],
      aliases: { 包技术: 'technology', 技术: 'technology', 包项目: 'project', 项目: 'project', 包脱贫: 'income', 脱贫: 'income', 包致富: 'income' },
    }),
    measures: note({ label: '帮扶措施', also: ['措施', '帮扶内容', '帮扶计划', '具体措施', '三个一'], help: '包括牵线就业、代办救助、定期走访等' }),
    allowance: money({ label: '每月补助', also: ['补助标准', '月补助', '生活补助', '补助金额', '月补助金额'] }),
    result: note({ label: '帮扶成效', also: ['成效', '帮扶结果', '帮扶效果', '落实情况', '进展'] }),
    endedOn: date({ label: '解除日期', also: ['脱困时间', '脱困日期', '解除时间', '脱贫时间', '帮扶结束时间', '退出时间'] }),
    endReason: text({ label: '解除原因', also: ['退出原因'], suggestions: ['已脱困', '去世', '组织关系转出'] }),
    remark: note({ label: '备注' }),
  },
  title: 'since',
  key: ['personId', 'since'],
  list: ['personId', 'cause', 'level', 'since', 'helperId', 'measures', 'allowance', 'endedOn'],
  form: [
    ['personId', 'since', 'cause', 'level', 'family', 'income', 'situation', 'needs'],
    ['helperId', 'allowance', 'guarantees', 'measures'],
    ['result', 'endedOn', 'endReason', 'remark'],
  ],
  sections: { personId: '困难', helperId: '帮扶', result: '成效与解除' },
  standing: true,
  check: h => [
    ...(h.helperId !== null && h.helperId === h.personId ? [{ field: 'helperId', code: 'samePerson', message: '帮扶责任人不能是本人' } as const] : []),
    ...notBefore('endedOn', h.endedOn, h.since, '解除日期早于认定日期'),
  ],
})
export type Hardship = RecordOf<typeof hardship>
