import type { Procedure, Step } from './procedure.ts'
import { art, chapter, each, phases, rules, towardsDecision, vote, whole } from './selection-towards.ts'

const deciding: readonly Step[] = [
  {
    key: 'leaders',
    label: '征求分管领导意见',
    phase: phases[3],
    clause: chapter('第六章'),
    actor: '组织（人事）部门',
    needs: ['report'],
    asks: [
      { kind: 'people', label: '征求意见的对象', atLeast: 1 },
      { kind: 'opinion', label: '时间、方式和意见' },
    ],
  },
  {
    key: 'unitOpinion',
    label: '所在单位党组织意见和廉政鉴定',
    phase: phases[3],
    clause: art('第三十一条'),
    actor: '人选所在单位党委（党组）',
    needs: ['assessed'],
    materials: [whole('opinion', '对拟提任人选的意见建议和廉政鉴定')],
  },
  {
    key: 'dualReply',
    label: '双重管理协管方意见',
    phase: phases[3],
    clause: chapter('第六章'),
    actor: '协管方',
    needs: ['report'],
    results: [
      { key: 'agreed', label: '同意' },
      { key: 'silent', label: '满一个月未答复，视为同意' },
      { key: 'none', label: '不属双重管理' },
      { key: 'against', label: '不同意' },
    ],
    asks: [{ kind: 'number', label: '复函文号' }],
  },
  {
    key: 'officeMeeting',
    label: '部务会议研究',
    phase: phases[3],
    clause: chapter('第六章'),
    actor: '组织部部务会议',
    needs: ['report', 'checks'],
    asks: [
      { kind: 'people', label: '主持人', atLeast: 1, atMost: 1 },
      { kind: 'attended', label: '到会成员' },
      { kind: 'vote', label: '表决' },
    ],
    materials: [whole('minutes', '部务会议记录')],
  },
  {
    key: 'committeeMeeting',
    label: '党委（党组）会议讨论决定',
    phase: phases[3],
    clause: chapter('第六章'),
    actor: '党委（党组）',
    needs: ['leaders', 'unitOpinion', 'dualReply', 'officeMeeting'],
    ...vote('committeeVote'),
    results: [
      { key: 'passed', label: '同意任用' },
      { key: 'deferred', label: '缓议', again: ['officeMeeting', 'committeeMeeting'], vote: 'notTaken' },
      { key: 'rejected', label: '未通过', ends: '党委（党组）会议未通过', vote: 'lost' },
    ],
    asks: [
      { kind: 'people', label: '主持人', atLeast: 1, atMost: 1 },
      { kind: 'attended', label: '到会成员' },
      { kind: 'vote', label: '表决' },
      { kind: 'opinion', label: '会议决定' },
    ],
    materials: [whole('minutes', '党委（党组）会议记录'), whole('tally', '表决结果汇总表')],
  },
]

const appointing: readonly Step[] = [
  {
    key: 'publicNotice',
    label: '任职前公示',
    phase: phases[4],
    clause: art('第四十二条'),
    actor: '党委（党组）或组织（人事）部门',
    needs: ['committeeMeeting'],
    lasts: { span: { workingDays: 5 }, words: '公示期不少于五个工作日', clause: art('第四十二条') },
    results: [
      { key: 'clear', label: '公示结果不影响任职' },
      { key: 'hinders', label: '影响任职', ends: '公示反映的问题影响任职' },
    ],
    asks: [
      { kind: 'place', label: '公示范围' },
      { kind: 'opinion', label: '公示期间反映的问题和核实情况' },
    ],
    materials: [whole('notice', '任职前公示公告')],
  },
  {
    key: 'notice',
    label: '印发任职通知',
    phase: phases[4],
    clause: chapter('第七章'),
    actor: '党委（党组）',
    needs: ['publicNotice'],
    results: [
      { key: 'formal', label: '任职' },
      { key: 'probation', label: '试任职，试用期一年' },
    ],
    asks: [{ kind: 'number', label: '发文号' }],
    materials: [whole('notice', '任免通知')],
  },
  {
    key: 'appointmentTalk',
    label: '任职谈话',
    phase: phases[4],
    clause: chapter('第七章'),
    actor: '党委（党组）指定的人',
    needs: ['publicNotice'],
    asks: [{ kind: 'people', label: '谈话人', atLeast: 1 }],
  },
  {
    key: 'probation',
    label: '试用期满考核',
    phase: phases[4],
    clause: '《党政领导干部任职试用期暂行规定》（2001）第三条、第五条',
    actor: '组织（人事）部门',
    needs: ['notice', 'appointmentTalk'],
    when: { step: 'notice', results: ['probation'] },
    earliest: [
      {
        from: { step: 'notice' },
        span: { months: 12 },
        words: '试用期为一年，从发出试用任职通知时计算',
        clause: '《党政领导干部任职试用期暂行规定》（2001）第三条',
      },
    ],
    results: [
      { key: 'passed', label: '合格，正式任职' },
      { key: 'failed', label: '不合格，免去试任职务' },
    ],
    materials: [each('form', '试用期满考核表')],
  },
  {
    key: 'archive',
    label: '材料归档，纪实完成',
    phase: phases[4],
    clause: chapter('第十一章'),
    actor: '组织（人事）部门',
    needs: ['notice', 'appointmentTalk', 'probation'],
    results: [{ key: 'done', label: '已归档', ends: '已任职' }],
    materials: [whole('record', '干部选拔任用工作纪实表')],
  },
]

/** 干部选拔任用: from 动议 to the day the file is closed. Who is considered stands beside it (`shared/domain/selection.ts`); the program warns, the committee decides. */
export const selection: Procedure = {
  name: 'selection',
  label: '干部选拔任用',
  caseLabel: '选拔任用卷宗',
  phases,
  rules: [{ startsOn: '2019-03-03', source: rules, steps: [...towardsDecision, ...deciding, ...appointing] }],
  serves: ['M005', 'M029'],
  record: 'selectionRecord',
}
