import { attachment, choice, date, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'
import { notBefore } from './checks.ts'

export const publicityCategories = {
  party: '党务公开',
  government: '政务公开',
  village: '村务公开',
  factory: '厂务公开',
  school: '校务公开',
  major: '重大事项通报',
  situation: '党内情况通报',
  decision: '决策执行结果通报',
} as const

const audiences = { inside: '党内', society: '社会' } as const

/** 党务公开: what was made public, when, where and to whom. */
export const publicity = defineRecord('publicity', {
  label: '党务公开',
  topic: 'voice',
  serves: ['M026', 'M056', 'M147', 'M150', 'M153'],
  fields: {
    organizationId: ref('organization', {
      label: '公开党组织',
      required: true,
      also: ['党组织', '公开单位', '公开主体', '党支部', '支部', '单位', '所在党组织'],
    }),
    publishedOn: date({ label: '公开日期', required: true, also: ['公开时间', '通报时间', '通报日期', '公示时间', '日期', '时间'] }),
    category: choice(publicityCategories, {
      label: '公开类别',
      required: true,
      also: ['类别', '公开类型', '事项类别', '公开种类'],
      aliases: wordsFor({
        party: '党务',
        government: '政务',
        village: '村务 居务 居务公开',
        factory: '厂务 企务 企务公开',
        school: '校务 院务 院务公开',
        major: '重大事项 重大事项公开',
        situation: '情况通报 通报',
        decision: '执行结果通报 重大决策执行结果 决策执行情况',
      }),
    }),
    title: text({ label: '公开事项', required: true, also: ['事项', '公开内容', '标题', '通报事项', '公开项目', '主题'] }),
    scope: choice(audiences, {
      label: '公开范围',
      also: ['范围', '公开对象'],
      aliases: wordsFor({ inside: '党内公开 全体党员 党员', society: '社会公开 群众 全体师生 全体村民 党员群众' }),
    }),
    where: text({
      label: '公开方式',
      also: ['方式', '公开形式', '公开地点', '公开载体', '公开渠道', '公开途径', '地点'],
      suggestions: ['公开栏', '党员大会', '单位网站', '微信公众号', '文件', '广播', '校报'],
    }),
    untilOn: date({ label: '公开截止', also: ['截止日期', '公开截止日期', '撤下日期', '公开期满'] }),
    content: note({ label: '内容摘要', also: ['摘要', '具体内容', '主要内容', '通报内容'] }),
    feedback: note({ label: '反馈意见', also: ['群众反映', '意见反馈', '党员群众意见', '反馈'] }),
    file: attachment({ label: '公开材料' }),
    remark: note({ label: '备注' }),
  },
  title: 'title',
  key: ['organizationId', 'publishedOn', 'title'],
  list: ['title', 'organizationId', 'category', 'publishedOn', 'scope', 'where'],
  form: [
    ['organizationId', 'category', 'title', 'publishedOn', 'scope', 'where', 'untilOn', 'file'],
    ['content', 'feedback', 'remark'],
  ],
  check: p => notBefore('untilOn', p.untilOn, p.publishedOn, '公开截止早于公开日期'),
})
export type Publicity = RecordOf<typeof publicity>
