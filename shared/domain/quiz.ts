import { attachment, choice, date, decimal, integer, note, ref, text, wordsFor } from '../records/fields.ts'
import { defineRecord, type RecordOf } from '../records/record.ts'

export const quizKinds = { test: '闭卷测试', open: '问卷答题', contest: '知识竞赛', speech: '演讲征文', exchange: '学习交流', other: '其他' } as const

/** 学习测试竞赛: what was learned, put to the test; how many took part and how it went. */
export const quiz = defineRecord('quiz', {
  label: '学习测试竞赛',
  topic: 'study',
  serves: ['M018', 'M130'],
  fields: {
    organizationId: ref('organization', { label: '举办党组织', required: true, also: ['党组织', '组织单位', '举办单位', '主办单位', '党支部', '单位'] }),
    heldOn: date({ label: '举办日期', required: true, also: ['举办时间', '时间', '日期', '测试时间', '竞赛时间', '考试时间', '活动时间'] }),
    name: text({ label: '名称', required: true, also: ['测试名称', '竞赛名称', '活动名称', '考试名称', '主题'] }),
    kind: choice(quizKinds, {
      label: '形式',
      also: ['类别', '方式', '竞赛形式', '类型'],
      aliases: wordsFor({
        test: '测试 考试 笔试 闭卷',
        open: '开卷 问卷 答题 线上答题 开卷测试',
        contest: '竞赛 抢答 读书知识竞赛',
        speech: '演讲 征文 演讲比赛',
        exchange: '交流 心得交流 经验交流',
        other: '其它',
      }),
    }),
    scope: text({ label: '范围', also: ['参加范围', '对象', '参加对象'], suggestions: ['全体党员', '入党积极分子', '党支部书记', '党员和群众'] }),
    expected: integer({ label: '应参加人数', also: ['应参加', '应到人数', '应考人数'] }),
    participants: integer({ label: '参加人数', also: ['实参加人数', '人数', '参赛人数', '参考人数', '实到人数', '参与人数'] }),
    average: decimal({ label: '平均分', also: ['平均成绩', '均分'] }),
    passed: integer({ label: '合格人数', also: ['及格人数', '达标人数'] }),
    result: note({ label: '结果', also: ['竞赛结果', '获奖情况', '测试结果', '成绩情况', '名次'] }),
    file: attachment({ label: '试卷或成绩表' }),
    remark: note({ label: '备注' }),
  },
  title: 'name',
  key: ['organizationId', 'heldOn', 'name'],
  list: ['name', 'organizationId', 'heldOn', 'kind', 'participants', 'average', 'passed', 'result'],
  form: [
    ['organizationId', 'heldOn', 'name', 'kind', 'scope', 'expected', 'participants', 'passed', 'average', 'file'],
    ['result', 'remark'],
  ],
  check: q => [
    ...(q.expected !== null && q.participants !== null && q.participants > q.expected
      ? [{ field: 'participants', code: 'tooMany', message: '参加人数多于应参加人数' } as const]
      : []),
    ...(q.passed !== null && q.participants !== null && q.passed > q.participants
      ? [{ field: 'passed', code: 'tooMany', message: '合格人数多于参加人数' } as const]
      : []),
  ],
})
export type Quiz = RecordOf<typeof quiz>
