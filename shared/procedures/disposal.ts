import { disposalRules as rules } from './membership-towards.ts'
import type { Procedure, Step } from './procedure.ts'

const phases = ['启动', '处置', '期满'] as const
/** The rules say there are five steps and begin with 调查核实; the names of the others were not seen and follow earlier practice. */
const earlier = `${rules}规定五个程序，这一步的名称沿用以往做法，待核`

const steps: readonly Step[] = [
  {
    key: 'proposal',
    label: '支委会提出启动意见',
    phase: phases[0],
    clause: rules,
    actor: '党支部委员会（没有支委会的为党员大会）',
    needs: [],
    asks: [{ kind: 'opinion', label: '不合格的主要表现' }],
    materials: [{ key: 'minutes', label: '支委会会议记录' }],
  },
  {
    key: 'filing',
    label: '报基层党委事前备案',
    phase: phases[0],
    clause: rules,
    actor: '党支部',
    needs: ['proposal'],
    results: [
      { key: 'filed', label: '已备案' },
      { key: 'refused', label: '不予启动', ends: '不予启动处置程序' },
    ],
    asks: [{ kind: 'number', label: '备案文号' }],
    materials: [{ key: 'filing', label: '事前备案报告' }],
  },
  {
    key: 'investigation',
    label: '成立调查组，调查核实',
    phase: phases[1],
    clause: rules,
    actor: '党支部',
    needs: ['filing'],
    asks: [
      { kind: 'people', label: '调查组成员', atLeast: 2 },
      { kind: 'opinion', label: '核实情况' },
    ],
    materials: [{ key: 'report', label: '调查核实报告' }],
  },
  {
    key: 'talk',
    label: '组织谈话',
    phase: phases[1],
    clause: earlier,
    actor: '党支部',
    needs: ['investigation'],
    asks: [
      { kind: 'people', label: '谈话人（正式党员）', atLeast: 2, fullMembers: true },
      { kind: 'opinion', label: '本人意见' },
    ],
    materials: [{ key: 'record', label: '谈话记录' }],
  },
  {
    key: 'preview',
    label: '预审',
    phase: phases[1],
    clause: earlier,
    actor: '基层党委（劝退、除名报上一级）',
    needs: ['talk'],
    asks: [{ kind: 'number', label: '预审文号' }],
  },
  {
    key: 'meeting',
    label: '支部党员大会表决',
    phase: phases[1],
    clause: earlier,
    actor: '党支部',
    needs: ['preview'],
    vote: 'disposalVote',
    results: [
      { key: 'deadline', label: '限期改正' },
      { key: 'persuade', label: '劝其退党' },
      { key: 'remove', label: '除名' },
      { key: 'none', label: '不予处置', ends: '不予处置', vote: 'lost' },
    ],
    asks: [
      { kind: 'vote', label: '表决' },
      { kind: 'opinion', label: '本人申辩' },
    ],
    materials: [{ key: 'minutes', label: '支部大会会议记录' }],
  },
  {
    key: 'approval',
    label: '审批',
    phase: phases[1],
    clause: earlier,
    actor: '基层党委或上级党组织',
    needs: ['meeting'],
    results: [
      { key: 'approved', label: '批准' },
      { key: 'returned', label: '退回重新讨论', again: ['meeting', 'approval'] },
    ],
    asks: [{ kind: 'number', label: '批复文号' }],
    forms: ['disposalForm'],
    materials: [{ key: 'form', label: '处置不合格党员审批表' }],
  },
  {
    key: 'announcement',
    label: '宣布、送达本人',
    phase: phases[1],
    clause: earlier,
    actor: '党支部',
    needs: ['approval'],
    materials: [{ key: 'receipt', label: '送达回证' }],
  },
  {
    key: 'help',
    label: '帮教',
    phase: phases[2],
    clause: rules,
    actor: '帮教联系人',
    needs: ['announcement'],
    when: { step: 'meeting', results: ['deadline'] },
    repeats: { every: { months: 1 }, since: { step: 'announcement' }, until: 'recheck', words: '每月一次帮教', clause: '各地做法，待核' },
    asks: [
      { kind: 'people', label: '帮教联系人', atLeast: 1 },
      { kind: 'opinion', label: '帮教情况' },
    ],
  },
  {
    key: 'recheck',
    label: '期满评议',
    phase: phases[2],
    clause: rules,
    actor: '党支部',
    needs: ['announcement'],
    when: { step: 'meeting', results: ['deadline'] },
    earliest: [{ from: { step: 'approval' }, span: { months: 6 }, words: '限期改正一般为 6 个月', clause: rules }],
    latest: [{ from: { step: 'approval' }, span: { months: 12 }, words: '限期改正最长不超过 1 年', clause: rules }],
    results: [
      { key: 'improved', label: '已改正', ends: '限期改正期满，已改正' },
      { key: 'notImproved', label: '仍无转变，重新处置', again: ['talk', 'preview', 'meeting', 'approval', 'announcement', 'help', 'recheck', 'archive'] },
    ],
    asks: [{ kind: 'opinion', label: '评议意见' }],
    materials: [{ key: 'form', label: '期满评议表' }],
  },
  {
    key: 'archive',
    label: '材料归档',
    phase: phases[2],
    clause: rules,
    actor: '基层党委',
    needs: ['announcement'],
    when: { step: 'meeting', results: ['persuade', 'remove'] },
    results: [{ key: 'done', label: '已归档', ends: '已处置，5 年内不得重新入党' }],
  },
]

/** 不合格党员组织处置: 限期改正, 劝其退党, 除名. A matter that was punished by 党纪 is not handled again (第四条): people judge that before they begin. */
export const disposal: Procedure = {
  name: 'disposal',
  label: '不合格党员组织处置',
  caseLabel: '组织处置卷宗',
  phases,
  rules: [{ startsOn: '2024-06-16', source: rules, steps }],
  serves: ['M139', 'M165'],
}
